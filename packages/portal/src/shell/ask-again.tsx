'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { shared } from './api-client.tsx';

const EVERY_MS = 30_000;
const none: [] = [];

/** Looks whether the account is open again, at each return to this page and now and then while it is seen; then goes on. */
export function AskAgain() {
  const t = useTranslations('states');
  // The page was drawn from an answer of this moment, so the first question waits: it could only lead back here at once.
  const { data, refetch } = shared.identity.choices.useQuery(undefined, {
    initialData: none,
    staleTime: EVERY_MS,
    refetchInterval: EVERY_MS,
    refetchIntervalInBackground: false,
    refetchOnWindowFocus: 'always',
  });
  const status = data.find((choice) => choice.current)?.status;
  const isOver = status !== undefined && status !== 'suspended';
  useEffect(() => {
    if (isOver) window.location.replace('/');
  }, [isOver]);
  useEffect(() => {
    // A window beside another is looked at again without having been hidden.
    const look = () => void refetch();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [refetch]);
  return <p className="mt-4 text-sm text-text-muted">{t('looksAgain')}</p>;
}
