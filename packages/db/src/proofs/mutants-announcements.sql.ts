import type { Mutant } from './mutants.sql.ts';

const board = (name: string, from: string, to: string): Mutant => ({
  name: `announcements: the board: ${name}`,
  edit: 'wall.board',
  from,
  to,
});
const reach = (name: string, from: string, to: string): Mutant => ({
  name: `announcements: the reach: ${name}`,
  edit: 'wall.announcement_reach',
  from,
  to,
});

export const announcementMutants: readonly Mutant[] = [
  board('rows of any tenant', `a.tenant_id = '00000000-0000-7000-8000-000000000001' and `, ''),
  board('drafts', 'a.published_at is not null and ', ''),
  board('ended ones', ' and a.ended_at is null', ''),
  board('planned ones', 'a.starts_at <= now() and ', ''),
  board('what is over', ' and a.ends_at > now()', ''),
  board('for whomever', ' or claim = any (a.audience)', ' or true'),
  board('never for chosen ones', ' or claim = any (a.audience)', ''),
  board(
    'without a claim',
    `current_setting('app.tenant_id')::uuid`,
    `nullif(current_setting('app.tenant_id', true), '')::uuid`,
  ),
  reach('under any claim', `is distinct from platform`, 'is null'),
  reach(
    'without a claim',
    `current_setting('app.tenant_id')::uuid is distinct from platform`,
    `nullif(current_setting('app.tenant_id', true), '')::uuid <> platform`,
  ),
  reach('of any tenant’s rows', 'a.tenant_id = platform and ', ''),
  reach('of drafts', ' and a.published_at is not null', ''),
  reach('the platform too', `t.kind = 'library' and `, ''),
  reach('removed tenants too', ' and t.deleted_at is null', ''),
  reach('of all tenants', ' or t.id = any (audience)', ' or true'),
  reach('who has not accepted', 'm.accepted_at is not null and ', ''),
  reach('who was removed', ' and m.removed_at is null', ''),
  reach('readers of anything', 'where r.announcement_id = announcement_reach.announcement', ''),
  reach('readers of a twin’s id', 'and p.id = r.member_id', ''),
  { name: 'announcements: to a tenant', sql: 'grant select on announcements to ss_tenant' },
  {
    name: 'announcements: the reach to a tenant',
    sql: 'grant execute on function wall.announcement_reach to ss_tenant',
  },
  { name: 'announcements: the board to the platform', sql: 'grant execute on function wall.board to ss_platform' },
  { name: 'announcements: who has read to the platform', sql: 'grant select on announcement_reads to ss_platform' },
  { name: 'announcements: the worker rewrites them', sql: 'grant update (body) on announcements to ss_system' },
  {
    name: 'announcements: a member reads one twice',
    sql: 'alter table announcement_reads drop constraint announcement_reads_once_key',
  },
];
