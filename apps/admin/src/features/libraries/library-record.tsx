'use client';

import { countText } from '@studyspot/portal/count';
import { Answered } from '@studyspot/portal/data/answered';
import { useHere } from '@studyspot/portal/data/here';
import { Day, dayText } from '@studyspot/portal/day';
import { StandingChip } from '@studyspot/portal/libraries/standing-chip';
import { NamedFacts } from '@studyspot/portal/named-facts';
import { RecordPage } from '@studyspot/portal/page/record-page';
import { MailAddress, Phone } from '@studyspot/portal/phone';
import { MapLink } from '@studyspot/portal/position/map-link';
import { Timeline } from '@studyspot/portal/record/timeline';
import { PageLink } from '@studyspot/portal/shell/page-link';
import { useWeek } from '@studyspot/portal/week/use-week';
import { Card, Facts } from '@studyspot/ui/card';
import { Notice } from '@studyspot/ui/notice';
import { useLocale, useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { type Library, LibraryActs } from './library-acts.tsx';
import { libraryAddress } from './library-address.ts';

export function LibraryRecord({ id }: { id: string }) {
  const reading = trpc.libraries.get.useQuery({ id });
  const { may } = useHere();
  return (
    <Answered reading={reading}>
      {(library) => (
        <RecordPage
          words="libraries"
          list={libraryAddress.path}
          title={library.name}
          phone={library.phone}
          note={<StandingChip standing={library.standing} />}
          actions={may('libraries:approve') ? <LibraryActs library={library} /> : null}
          beside={<Timeline reads={trpc.libraries.timeline} id={id} words="libraries" />}
        >
          <Why library={library} />
          <LibraryFacts library={library} />
        </RecordPage>
      )}
    </Answered>
  );
}

/** What was said to its owner. */
function Why({ library }: { library: Library }) {
  const t = useTranslations('libraries');
  const locale = useLocale();
  const { standing, approvalReason, suspendedAt, suspendedReason } = library;
  const reason = approvalReason ?? '–';
  if (standing === 'approved') return null;
  if (standing === 'suspended' && suspendedAt)
    return (
      <Notice tone="danger">
        {t('suspendedSaid', { day: dayText(locale, suspendedAt), reason: suspendedReason ?? '–' })}
      </Notice>
    );
  if (standing === 'changes_requested') return <Notice tone="warning">{t('changesSaid', { reason })}</Notice>;
  if (standing === 'rejected') return <Notice tone="danger">{t('rejectedSaid', { reason })}</Notice>;
  return (
    <Notice>
      <p>{t('pendingSince')}</p>
      {approvalReason ? <p className="break-words">{t('askedBefore', { reason })}</p> : null}
    </Notice>
  );
}

function LibraryFacts({ library }: { library: Library }) {
  const t = useTranslations('libraries');
  const regions = useTranslations('regions');
  const { may } = useHere();
  const hours = useWeek()(library.hours);
  const { customerId, customerName, position } = library;
  return (
    <>
      <Card id="facts" title={t('facts')}>
        <NamedFacts
          words="libraries"
          facts={{
            customerName: may('tenants:read') ? (
              <PageLink href={`/tenants/${customerId}`} className="text-primary underline underline-offset-2">
                {customerName}
              </PageLink>
            ) : (
              customerName
            ),
            status: t(`statuses.${library.status}`),
            code: library.code,
            seats: countText(library.capacity),
            address: `${library.address}, ${library.city} ${library.pincode}`,
            state: regions(library.state),
            phone: library.phone && <Phone number={library.phone} />,
            email: library.email && <MailAddress address={library.email} />,
            manager: library.managerName,
            since: <Day at={library.createdAt} />,
          }}
        />
        {position ? (
          <p className="mt-3">
            <MapLink {...position} />
          </p>
        ) : null}
      </Card>
      <Card id="hours" title={t('hoursTitle')}>
        <Facts items={hours} />
      </Card>
    </>
  );
}
