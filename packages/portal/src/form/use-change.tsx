'use client';

import { showToast } from '@studyspot/ui/toast';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { failureOf, isSwitched, unanswered } from '../failure.tsx';

export interface Change<Output> {
  run: () => Promise<Output>;
  /** Said when it is done; null where it is told elsewhere. */
  said: (output: Output) => string | null;
  /** The inverse change, where there is one. */
  undo?: (output: Output) => { label: string; run: () => void };
}

/** One small change: at once, told in a toast; a refusal is told in words. */
export function useChange() {
  const t = useTranslations('common');
  const sentences = useTranslations('errors');
  const [busy, setBusy] = useState(false);

  async function change<Output>({ run, said, undo }: Change<Output>): Promise<boolean> {
    setBusy(true);
    try {
      const output = await run();
      const back = undo?.(output);
      const text = said(output);
      if (text !== null) showToast({ text, ...(back ? { undo: back } : {}) });
      return true;
    } catch (error) {
      const failure = failureOf(error);
      // The notice of the switch says it.
      if (failure && isSwitched(failure)) return false;
      const key = failure?.name ?? '';
      showToast({ text: failure ? (sentences.has(key) ? sentences(key) : failure.sentence) : t(unanswered()) });
      return false;
    } finally {
      setBusy(false);
    }
  }

  return { change, busy };
}
