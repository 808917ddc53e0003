import type { OwnerOutputs } from '@studyspot/api/root';
import { PageHeader } from '@studyspot/ui/page-header';
import { getTranslations } from 'next-intl/server';
import { VerifyNotice } from '../identity/verify-notice.tsx';
import { Words } from '../shell/words.tsx';
import { type Figure, Figures, Queue, type QueueItem } from './queue.tsx';

/** What a domain adds to the first page. */
export interface Today {
  items: QueueItem[];
  figures: Figure[];
}

export const nothingToday: Today = { items: [], figures: [] };

/** A count as India groups it; lists count no further than a thousand. */
export function countText(total: number | null): string {
  return new Intl.NumberFormat('en-IN').format(total ?? 1000);
}

export interface TodayPageProps {
  me: Pick<OwnerOutputs['identity']['me'], 'name' | 'email' | 'verified'>;
  /** One of each domain, in the order shown. */
  parts: readonly Today[];
}

export async function TodayPage({ me, parts }: TodayPageProps) {
  const t = await getTranslations('home');
  const figures = parts.flatMap((part) => part.figures);
  return (
    <>
      <PageHeader title={t('greeting', { name: me.name })} />
      <div className="flex max-w-3xl flex-col gap-8 px-4 lg:px-8">
        <Queue title={t('queue')} calm={t('calm')} items={parts.flatMap(({ items }) => items)}>
          {me.verified ? null : (
            <Words names={['profile']}>
              <VerifyNotice email={me.email} />
            </Words>
          )}
        </Queue>
        {figures.length > 0 ? <Figures title={t('figures')} items={figures} /> : null}
      </div>
    </>
  );
}
