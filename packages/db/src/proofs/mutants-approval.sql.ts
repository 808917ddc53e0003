import type { Mutant } from './mutants.sql.ts';

const of =
  (edit: string) =>
  (name: string, from: string, to: string): Mutant => ({ name: `approval: ${name}`, edit, from, to });
const begins = of('wall.approval_begins');
const moves = of('wall.approval_moves');
const admits = of('wall.library_admits');

export const approvalMutants: readonly Mutant[] = [
  begins('by a setting of anybody', `s.tenant_id = '00000000-0000-7000-8000-000000000001' and `, 'true and '),
  begins('by any setting', `s.key = 'platform.approve_libraries'`, 'true'),
  begins('whatever it is set to', `s.value = '"yes"'`, 'true'),
  begins('always let in', `then 'pending' else`, `then 'approved' else`),
  begins('never let in', `else 'approved' end`, `else 'pending' end`),
  begins('with a reason of its own', 'new.approval_reason := null;', ''),
  begins('suspended by itself', 'new.suspended_at := null;\n  new.suspended_reason := null;', ''),
  moves('anybody decides', `current_user = 'ss_platform' and old.approval = 'pending'`, `old.approval = 'pending'`),
  moves('decided twice', `current_user = 'ss_platform' and old.approval = 'pending'`, `current_user = 'ss_platform'`),
  moves('rejected and let in', `old.approval = 'rejected' and new.approval = 'pending'`, `old.approval = 'rejected'`),
  moves(
    'an owner lets themselves in',
    `old.approval = 'changes_requested' and new.approval = 'pending'`,
    `old.approval = 'changes_requested'`,
  ),
  moves(
    'an owner hands in what was rejected',
    `current_user = 'ss_tenant' and old.approval = 'changes_requested'`,
    `current_user = 'ss_tenant'`,
  ),
  moves(
    'the platform hands in',
    `current_user = 'ss_tenant' and old.approval = 'changes_requested'`,
    `old.approval = 'changes_requested'`,
  ),
  moves(
    'an owner asks anew',
    `current_user = 'ss_platform' and old.approval = 'rejected'`,
    `old.approval = 'rejected'`,
  ),
  admits('where it waits', `l.approval <> 'approved' or `, ''),
  admits('where it is suspended', ' or l.suspended_at is not null', ''),
  admits('where another library waits', 'l.id = library', 'l.id <> library'),
  { name: 'approval: a new one is let in as sent', sql: 'drop trigger approval_begins on libraries' },
  { name: 'approval: it moves freely', sql: 'drop trigger approval_moves on libraries' },
  { name: 'approval: students without it', sql: 'drop trigger library_admits on students' },
  { name: 'approval: students moved without it', sql: 'drop trigger library_admits_again on students' },
  {
    name: 'approval: students brought back without it',
    sql: `drop trigger library_admits_again on students; create trigger library_admits_again before update of home_id on students
      for each row when (old.home_id is distinct from new.home_id) execute function wall.library_admits()`,
  },
  { name: 'approval: enrolments without it', sql: 'drop trigger library_admits on enrolments' },
  { name: 'approval: asked without a reason', sql: 'alter table libraries drop constraint libraries_asked_check' },
  {
    name: 'approval: suspended without a reason',
    sql: 'alter table libraries drop constraint libraries_suspended_check',
  },
  { name: 'approval: an owner writes the reason', sql: 'grant update (approval_reason) on libraries to ss_tenant' },
  { name: 'approval: an owner ends a suspension', sql: 'grant update (suspended_at) on libraries to ss_tenant' },
  { name: 'approval: the platform rewrites a library', sql: 'grant update (name) on libraries to ss_platform' },
];
