import type { OwnerOutputs } from '@studyspot/api/root';
import { useTranslations } from 'next-intl';
import { useChange } from '../form/use-change.tsx';
import { shared } from '../shell/api-client.tsx';
import { type ListQuery, viewOf } from './list-query.tsx';

type View = OwnerOutputs['views']['mine']['saved'][number];

/** What a person has kept of a list; the page has read it. */
export function useViews(list: string, query: ListQuery<string, string>) {
  const t = useTranslations('list');
  const common = useTranslations('common');
  const { change } = useChange();
  const { data: { saved, version } = { saved: [], version: 0 } } = shared.views.mine.useQuery({ list });
  const { mutateAsync } = shared.views.keep.useMutation();
  const asked = viewOf(query);
  const now = saved.find((view) => view.query === asked);
  const others = (name: string | undefined) => saved.filter((view) => view.name !== name);
  const put = (views: readonly View[], at = version) => mutateAsync({ list, saved: [...views], version: at });
  return {
    saved,
    now,
    keep: (name: string) => put([...others(name), { name, query: asked }]),
    remove: () =>
      void change({
        run: () => put(others(now?.name)),
        said: () => t('viewRemoved', { name: now?.name ?? '' }),
        undo: (left) => ({
          label: common('undo'),
          // A refusal is told, as any other.
          run: () => void change({ run: () => put(saved, left.version), said: () => null }),
        }),
      }),
  };
}
