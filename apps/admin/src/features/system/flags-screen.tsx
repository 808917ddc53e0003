'use client';

import { Answered } from '@studyspot/portal/data/answered';
import { StayLink, stayAt } from '@studyspot/portal/list/stay-link';
import { useListQuery } from '@studyspot/portal/list/use-list-query';
import { ButtonLink } from '@studyspot/ui/button';
import { PageHeader } from '@studyspot/ui/page-header';
import { useTranslations } from 'next-intl';
import { TenantPick } from '../../shell/tenant-pick.tsx';
import { trpc } from '../../shell/trpc.ts';
import { flagAddress, flagsInput } from './flag-address.ts';
import { FlagRow } from './flag-row.tsx';

/** What is switched on, for everyone or for one customer. */
export function FlagsScreen() {
  const t = useTranslations('flags');
  const { tenantId } = flagsInput(useListQuery(flagAddress));
  const reading = trpc.flags.all.useQuery({ tenantId });
  return (
    <>
      <PageHeader
        title={t('title')}
        note={tenantId ? <OfTenant id={tenantId} /> : t('everyone')}
        actions={
          <>
            {tenantId ? (
              <ButtonLink as={StayLink} href={flagAddress.path}>
                {t('toEveryone')}
              </ButtonLink>
            ) : null}
            <TenantPick
              label={t(tenantId ? 'other' : 'one')}
              onPick={(id) => stayAt(`${flagAddress.path}?tenant=${id}`)}
            />
          </>
        }
      />
      <Answered reading={reading}>
        {(flags) => (
          <ul
            aria-label={t('title')}
            className="mx-4 max-w-2xl divide-y divide-line rounded-card border border-line lg:mx-8"
          >
            {flags.map((flag) => (
              <FlagRow key={`${tenantId}:${flag.key}`} flag={flag} tenantId={tenantId} />
            ))}
          </ul>
        )}
      </Answered>
    </>
  );
}

function OfTenant({ id }: { id: string }) {
  const t = useTranslations('flags');
  const { data } = trpc.tenants.get.useQuery({ id });
  return data ? t('only', { name: data.name }) : t('onlyOne');
}
