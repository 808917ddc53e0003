'use client';

import { showToast } from '@studyspot/ui/toast';
import { useState } from 'react';
import { failureOf } from '../failure.tsx';
import { useSentence } from './use-sentence.tsx';

export interface Change<Output> {
  run: () => Promise<Output>;
  /** Said when it is done; null where it is told elsewhere. */
  said: (output: Output) => string | null;
  /** Where a refusal is told in its place instead of in a toast. */
  failed?: (text: string) => void;
  /** The inverse change, where there is one. */
  undo?: (output: Output) => { label: string; run: () => void };
}

/** One small change: at once, told in a toast; a refusal is told in words. */
export function useChange() {
  const sentenceOf = useSentence();
  const [busy, setBusy] = useState(false);

  async function change<Output>({ run, said, failed, undo }: Change<Output>): Promise<boolean> {
    setBusy(true);
    try {
      const output = await run();
      const back = undo?.(output);
      const text = said(output);
      if (text !== null) showToast({ text, ...(back ? { undo: back } : {}) });
      return true;
    } catch (error) {
      // There is no field beside which it could stand.
      const text = failureOf(error)?.fields[0]?.message ?? sentenceOf(error);
      if (text !== null) (failed ?? ((told) => showToast({ text: told })))(text);
      return false;
    } finally {
      setBusy(false);
    }
  }

  return { change, busy };
}
