'use client';

import { EDUCATIONS, GENDERS, ID_KINDS, LANGUAGES, SLOTS, SOURCES } from '@studyspot/api/domains/students/names';
import type { OwnerOutputs } from '@studyspot/api/root';
import { type State, stateOfPin } from '@studyspot/api/states';
import { useHere } from '@studyspot/portal/data/here';
import {
  choice,
  day,
  email,
  FieldCard,
  type FieldRow,
  paragraph,
  perhaps,
  phone,
  pin,
  type Rows,
  region,
  text,
} from '@studyspot/portal/form/field-rows';
import { MoreFields } from '@studyspot/portal/form/more-fields';
import { RecordForm } from '@studyspot/portal/form/record-form';
import { Notice } from '@studyspot/ui/notice';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { knownPhone } from './known-phone.tsx';
import { LibraryField } from './library-field.tsx';
import { studentAddress } from './student-address.ts';

const schemas = () => import('@studyspot/api/domains/students/schema');

const library = (): FieldRow<string> => ({ ...text(), draw: (name) => <LibraryField name={name} /> });

/** Of the PIN code, where it is left out. */
const perhapsRegion = (): FieldRow<State | null> => ({
  ...region({ optional: true }),
  read: (typed) => (typed as State) || null,
});

/** Words between commas. */
const labels = (): FieldRow<string[]> => ({
  ...text({ optional: true, wide: true }),
  start: (held) => (Array.isArray(held) ? held.join(', ') : ''),
  read: (typed) => [...new Set(typed.split(',').map((word) => word.trim()))].filter(Boolean),
});

const basics = {
  name: text({ wide: true, maxLength: 120, autoCapitalize: 'words' }),
  phone: phone(),
};
const home = { homeId: library() };
const more = {
  study: {
    education: perhaps(EDUCATIONS, 'educations'),
    course: text({ optional: true, maxLength: 120 }),
    institution: text({ optional: true, maxLength: 160 }),
    slot: perhaps(SLOTS, 'slots'),
    labels: labels(),
  },
  person: {
    bornOn: day(),
    gender: perhaps(GENDERS, 'genders'),
    otherPhone: phone({ optional: true }),
    email: email({ optional: true }),
    source: perhaps(SOURCES, 'sources'),
    language: choice(LANGUAGES, 'languages', 'hi'),
  },
  guardian: {
    guardianName: text({ optional: true, maxLength: 120 }),
    guardianRelation: text({ optional: true, maxLength: 40 }),
    guardianPhone: phone({ optional: true }),
  },
  address: {
    address: paragraph({ rows: 2, maxLength: 300, optional: true }),
    city: text({ optional: true, maxLength: 80 }),
    pincode: pin({ optional: true }),
    state: perhapsRegion(),
  },
  identity: {
    idKind: perhaps(ID_KINDS, 'idKinds'),
    idLast4: text({ optional: true, maxLength: 4, autoCapitalize: 'characters', spellCheck: false }),
  },
  desk: {
    warning: text({ optional: true, wide: true, maxLength: 200 }),
    warningTill: day(),
    notes: paragraph({ rows: 3, maxLength: 2000, optional: true }),
  },
};
const common = {
  ...{ ...basics, ...more.study, ...more.person, ...more.guardian },
  ...{ ...more.address, ...more.identity, ...more.desk },
};
const numbers: ReadonlySet<string> = new Set(['phone', 'otherPhone', 'guardianPhone']);

/** Whoever may not read numbers writes none over one that is hidden. */
const withoutHidden = <All extends Rows>(rows: All, held: object) =>
  Object.fromEntries(Object.entries(rows).filter(([name]) => !numbers.has(name) || !Reflect.get(held, name))) as All;

export type Student = OwnerOutputs['students']['get'];

export interface StudentFormProps {
  /** Null admits a new one. */
  student: Student | null;
  /** Where a new one is enrolled unless another is chosen. */
  home?: string;
}

export function StudentForm({ student, home: first = '' }: StudentFormProps) {
  const t = useTranslations('students');
  const create = trpc.students.create.useMutation();
  const update = trpc.students.update.useMutation();
  const sibling = { sibling: knownPhone(student?.phone ?? null) };
  const { may } = useHere();
  const asked = <All extends Rows>(all: All) =>
    student && !may('students:phones') ? withoutHidden(all, student) : all;
  const rows = asked({ ...common, ...(student ? {} : home), ...sibling });
  const others = Object.entries<Rows>(more).map(([name, part]) => (
    <FieldCard key={name} name={name} rows={asked(part)} />
  ));
  return (
    <RecordForm
      words="students"
      list={studentAddress.path}
      record={student}
      rows={rows}
      begins={{ homeId: first, language: 'hi' }}
      settle={(values) => ({ ...values, state: values.state ?? stateOfPin(values.pincode) })}
      follows={{ state: 'pincode' }}
      create={{
        schema: async () => (await schemas()).createStudentInput,
        send: create.mutateAsync as never,
        leads: ({ id }: Student) => `${studentAddress.path}/${id}`,
      }}
      update={{ schema: async () => (await schemas()).updateStudentInput, send: update.mutateAsync as never }}
    >
      {student && !may('students:phones') ? <Notice>{t('hiddenNumbers')}</Notice> : null}
      <FieldCard name="basics" rows={asked({ ...basics, ...sibling, ...(student ? {} : home) })} />
      {student ? others : <MoreFields help={t('moreHelp')}>{others}</MoreFields>}
    </RecordForm>
  );
}
