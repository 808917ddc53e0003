'use client';

import type { ReactNode } from 'react';
import { Answered, type Reading } from '../data/answered.tsx';

export interface ListReading<Page> extends Reading<Page> {
  isPlaceholderData: boolean;
}

/** What a list's hook is told besides its input: the rows of before stay until the next ones are there. */
export const keepRows = { placeholderData: <Page,>(before: Page | undefined) => before } as const;

export function Listed<Page>({
  reading,
  children,
}: {
  reading: ListReading<Page>;
  children: (page: Page, busy: boolean) => ReactNode;
}) {
  return <Answered reading={reading}>{(page) => children(page, reading.isPlaceholderData)}</Answered>;
}
