import { TaskPage } from '@studyspot/ui/page-shell';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ApiClient } from './api-client.tsx';
import { Brand } from './brand.tsx';
import { DoorFooter } from './look-switches.tsx';

/** A page of one task, with the product's name above and the language below. */
export async function DoorPage({ title, lead, children }: { title: string; lead?: ReactNode; children?: ReactNode }) {
  const t = await getTranslations('app');
  return (
    <TaskPage brand={<Brand name={t('brand')} part={t('part')} />} footer={<DoorFooter />}>
      <h1 className="text-balance font-semibold text-xl">{title}</h1>
      {lead ? <div className="mt-2 text-text-muted">{lead}</div> : null}
      {children ? <div className="mt-6">{children}</div> : null}
    </TaskPage>
  );
}

export function DoorLayout({ children }: { children: ReactNode }) {
  return (
    <ApiClient owner="" tenant={null}>
      {children}
    </ApiClient>
  );
}
