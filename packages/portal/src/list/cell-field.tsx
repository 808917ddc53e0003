'use client';

import { CellInput } from '@studyspot/ui/cell';
import { showToast } from '@studyspot/ui/toast';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useSend } from '../data/use-send.tsx';
import { failureOf } from '../failure.tsx';
import { kinds } from '../form/kinds.tsx';
import type { Versioned } from '../form/record-form.tsx';
import { useChange } from '../form/use-change.tsx';
import { useSentence } from '../form/use-sentence.tsx';
import { useCalls } from '../shell/api-client.tsx';
import { fateOf, type Mine } from './cell-text.tsx';

export interface CellFieldProps {
  /** The router of the list. */
  of: string;
  words: string;
  row: Versioned & { name: string };
  field: string;
  kind: keyof typeof kinds;
  label: string;
  numeric: boolean | undefined;
  close: (end: { isSaved: boolean; isBack: boolean }) => void;
}

/** One value of a record, typed where it stands: Enter and leaving save it, Escape takes it back. */
export function CellField({ of, words, row, field, kind, label, numeric, close }: CellFieldProps) {
  const t = useTranslations('list');
  const common = useTranslations('common');
  const told = useTranslations(words);
  const sentenceOf = useSentence();
  const calls = useCalls();
  const send = useSend();
  const { change } = useChange();
  const input = useRef<HTMLInputElement>(null);
  const isSending = useRef(false);
  const [isBusy, setBusy] = useState(false);
  const [mine, setMine] = useState<Mine | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [asked, setAsked] = useState(row);
  const { start, read, box } = kinds[kind];
  const newest = asked.version > row.version ? asked : row;
  const textIn = (record: object) => start(Reflect.get(record, field));
  const now = textIn(newest);
  const isContested = fateOf(mine, now) === 'contested';

  useEffect(() => input.current?.select(), []);

  const put = (version: number, value: unknown) => send(`${of}.update`, { id: row.id, version, [field]: value });
  /** Null where someone else was faster with the same field. */
  const putOver = async ({ version }: Versioned, value: unknown): Promise<Versioned | null> => {
    try {
      return { id: row.id, ...(await put(version, value)) };
    } catch (error) {
      if (failureOf(error)?.name !== 'changed_meanwhile') throw error;
      const found = (await calls.query(`${of}.get`, { id: row.id })) as typeof row;
      setAsked(found);
      return textIn(found) === now ? putOver(found, value) : null;
    }
  };
  const tell = ({ version }: Versioned) => {
    const before: unknown = Reflect.get(newest, field);
    const said = () => told('saved', { name: row.name });
    const run = () => void change({ run: () => put(version, before), said });
    showToast({ text: said(), ...(before !== null && { undo: { label: common('undo'), run } }) });
  };
  const save = async (isBack: boolean) => {
    if (isSending.current) return;
    if (mine === null || mine.typed === now) return close({ isSaved: false, isBack });
    isSending.current = true;
    setBusy(true);
    setFault(null);
    try {
      const value = read(mine.typed);
      // What is no number goes as it was typed: JSON has no word for it, and the schema says what is wrong.
      const saved = await putOver(newest, Number.isNaN(value) || value === Infinity ? mine.typed : value);
      if (saved === null) return;
      tell(saved);
      close({ isSaved: true, isBack: isBack && input.current === document.activeElement });
    } catch (error) {
      const wrong = failureOf(error)?.fields.find(({ path }) => path === field)?.message ?? sentenceOf(error);
      // Of a page that was left meanwhile.
      if (wrong !== null && !input.current) showToast({ text: wrong });
      setFault(wrong);
    } finally {
      isSending.current = false;
      setBusy(false);
    }
  };
  const hear = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    if (event.key === 'Enter') void save(true);
    else if (!isSending.current) close({ isSaved: false, isBack: true });
  };

  return (
    <CellInput
      {...box}
      ref={input}
      label={label}
      numeric={numeric}
      busy={isBusy}
      said={fault ?? (isContested ? t('changedTo', { now: now || '–' }) : null)}
      value={mine?.typed ?? now}
      onChange={({ target }) => {
        setMine({ typed: target.value, over: mine?.over ?? now });
        setFault(null);
      }}
      onKeyDown={hear}
      // A window that is left keeps what is half typed, and what two have changed waits for who is here to decide.
      onBlur={() => {
        if (document.hasFocus() && !isContested) void save(false);
      }}
    />
  );
}
