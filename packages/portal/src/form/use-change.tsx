'use client';

import { showToast } from '@studyspot/ui/toast';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { failureOf } from '../failure.tsx';

export interface Change<Output> {
  run: () => Promise<Output>;
  /** Said when it is done. */
  said: (output: Output) => string;
  /** The inverse change, where there is one. */
  undo?: (output: Output) => { label: string; run: () => void };
}

/** One small change: at once, told in a toast, the page drawn anew; a refusal is told in words. */
export function useChange() {
  const t = useTranslations('common');
  const sentences = useTranslations('errors');
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [drawing, startDrawing] = useTransition();

  async function change<Output>({ run, said, undo }: Change<Output>): Promise<boolean> {
    setBusy(true);
    try {
      const output = await run();
      const back = undo?.(output);
      showToast({ text: said(output), ...(back ? { undo: back } : {}) });
      startDrawing(() => router.refresh());
      return true;
    } catch (error) {
      const failure = failureOf(error);
      // The notice of the switch says it; drawing anew would show the other place under it.
      if (failure?.details?.reason === 'tenant_switched') return false;
      const key = failure?.name ?? '';
      showToast({ text: failure ? (sentences.has(key) ? sentences(key) : failure.sentence) : t('noAnswer') });
      // Where no answer comes, drawing anew would leave the page for the browser's own about the network.
      if (failure) startDrawing(() => router.refresh());
      return false;
    } finally {
      setBusy(false);
    }
  }

  return { change, busy: busy || drawing };
}
