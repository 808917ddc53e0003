'use client';

import { Button } from '@studyspot/ui/button';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** As the theme draws it, where a state is to be seen without being in it. */
export const focused = 'outline-2 outline-focus outline-offset-2';

export function Part({ name, children }: { name: string; children: ReactNode }) {
  const t = useTranslations('styleBook.parts');
  return (
    <section aria-labelledby={name} className="flex flex-col gap-4 border-line border-t pt-4">
      <h2 id={name} className="font-semibold text-lg">
        {t(name)}
      </h2>
      {children}
    </section>
  );
}

/** Many small ones beside each other. */
export function States({ children }: { children: ReactNode }) {
  return <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">{children}</div>;
}

export function State({ name, children }: { name: string; children: ReactNode }) {
  const t = useTranslations('styleBook.states');
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <p className="text-text-muted text-xs">{t(name)}</p>
      <div lang={name === 'hindi' ? 'hi' : undefined}>{children}</div>
    </div>
  );
}

/** The two ways out of a dialog. */
export function WaysOut({ close }: { close: () => void }) {
  const t = useTranslations('styleBook.sample');
  return (
    <>
      <Button onClick={close}>{t('cancel')}</Button>
      <Button look="primary" onClick={close}>
        {t('save')}
      </Button>
    </>
  );
}
