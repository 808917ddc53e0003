import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';

const always = ['common', 'errors'] as const;

/** Hands the named groups of words to the client parts inside, and no others: they travel with the page. */
export async function Words({ names, children }: { names: readonly string[]; children: ReactNode }) {
  const all = await getMessages();
  const wanted = new Set<string>([...always, ...names]);
  const messages = Object.fromEntries(Object.entries(all).filter(([name]) => wanted.has(name)));
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
