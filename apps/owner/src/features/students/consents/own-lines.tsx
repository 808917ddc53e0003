import type { OwnerOutputs } from '@studyspot/api/root';
import { dayText } from '@studyspot/portal/day';
import { eventKey } from '@studyspot/portal/record/event-key';
import type { useTranslations } from 'next-intl';

type OwnData = OwnerOutputs['students']['ownData'];

const plain = [
  ...(['name', 'code', 'phone', 'otherPhone', 'email', 'address', 'city', 'pincode', 'course'] as const),
  ...(['institution', 'guardianName', 'guardianRelation', 'guardianPhone', 'idLast4'] as const),
  ...(['warning', 'notes', 'statusReason'] as const),
];
const said = {
  gender: 'genders',
  education: 'educations',
  slot: 'slots',
  source: 'sources',
  language: 'languages',
  idKind: 'idKinds',
  status: 'statuses',
} as const;

type Words = ReturnType<typeof useTranslations>;

interface Said {
  t: Words;
  fields: Words;
  regions: Words;
  events: Words;
  locale: string;
}

/** In plain words, a line for each thing that is kept. */
export function ownLines({ t, fields, regions, events, locale }: Said, own: OwnData): string[][] {
  const wordOf = (field: string) => (fields.has(field) ? fields(field) : t(field));
  const { student, enrolments, consents, happened } = own;
  return [
    ...plain.map((field) => [wordOf(field), student[field] ?? '']),
    ...Object.entries(said).map(([field, words]) => {
      const value: unknown = Reflect.get(student, field);
      return [wordOf(field), value ? t(`${words}.${String(value)}`) : ''];
    }),
    [wordOf('bornOn'), student.bornOn ? dayText(locale, student.bornOn) : ''],
    [wordOf('state'), student.state ? regions(student.state) : ''],
    [wordOf('labels'), student.labels.join(', ')],
    [wordOf('library'), student.libraryName],
    [wordOf('since'), dayText(locale, student.createdAt)],
    ...enrolments.map((one) => [
      t('ownEnrolment'),
      `${one.libraryName}, ${one.code}, ${dayText(locale, one.enrolledOn)}`,
    ]),
    ...consents.map((one) => [
      t('ownConsent'),
      [
        ...[t(`purposes.${one.purpose}`), one.wording, t(`throughs.${one.through}`), dayText(locale, one.givenOn)],
        ...(one.guardianName ? [one.guardianName, one.guardianRelation ?? ''] : []),
        ...(one.withdrawal ? [`${t('takenBack')}: ${dayText(locale, one.withdrawal.withdrawnOn)}`] : []),
      ].join(', '),
    ]),
    ...happened.map(({ name, at }) => [events(eventKey(events, name)), dayText(locale, at)]),
  ];
}
