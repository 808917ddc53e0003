'use client';

import { toE164 } from '@studyspot/api/phone-number';
import { useHere } from '@studyspot/portal/data/here';
import type { FieldRow } from '@studyspot/portal/form/field-rows';
import { useTyped, YesField } from '@studyspot/portal/form/fields';
import { PageLink } from '@studyspot/portal/shell/page-link';
import { Notice } from '@studyspot/ui/notice';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { studentAddress } from './student-address.ts';

/** Whose number it is already, said as soon as it is typed; a brother or a sister is admitted by a tick. */
function KnownPhone({ name, own }: { name: string; own: string | null }) {
  const t = useTranslations('students');
  const { may } = useHere();
  const phone = toE164(useTyped('phone'));
  const { data: known } = trpc.students.known.useQuery(
    { phone: phone ?? '' },
    { enabled: phone !== null && phone !== own && may('students:create') },
  );
  if (!known || phone === null || phone === own) return null;
  return (
    <Notice tone="warning">
      {t('known', { name: known.name, code: known.code })}{' '}
      <PageLink href={`${studentAddress.path}/${known.id}`} className="font-medium underline">
        {t('openKnown')}
      </PageLink>
      <YesField name={name} label={t('sibling')} />
    </Notice>
  );
}

export const knownPhone = (own: string | null): FieldRow<boolean, boolean> => ({
  wide: true,
  start: () => false,
  read: (typed) => typed === true,
  draw: (name) => <KnownPhone name={name} own={own} />,
});
