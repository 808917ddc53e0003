'use client';

import type { ErrorData } from '@studyspot/api/errors/app-error';
import type { Code } from '@studyspot/api/errors/codes';
import { useTranslations } from 'next-intl';
import { type FocusEvent, type FormEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { failureOf } from '../failure.tsx';
import { clearDraft, keepDraft, keepDraftSoon, restoreDraft } from './draft.tsx';
import { faultsOf, type Schema } from './field-faults.tsx';
import type { FormFacts } from './form-context.tsx';
import { valueAt } from './value-at.tsx';

export interface FormOptions<Input, Output> {
  schema?: Schema;
  read: (form: FormData) => Input;
  /** What the schema sees, where the form itself does not hold all of it. */
  complete?: (input: Input) => unknown;
  send: (input: Input) => Promise<Output>;
  done: (output: Output, form: HTMLFormElement) => void;
  /** The group of words in which a field's name is its label. */
  words?: string;
  /** What the fields are drawn with, by name. */
  record?: object | null;
  /** Where what was typed is kept until it was saved; named after the person and the record. */
  draft?: string;
  /** Failures that this form says in its own words. */
  sentences?: Partial<Record<Code, string | ((failure: ErrorData) => string | undefined)>>;
}

export interface SummaryLine {
  id: string;
  label: string;
  message: string;
}

interface Failed {
  title: string;
  code: Code | null;
}

function labelOf(id: string): string {
  const field = document.getElementById(id);
  return (
    field?.getAttribute('data-label') ?? document.querySelector(`label[for="${id}"]`)?.firstChild?.textContent ?? ''
  );
}

function fieldValue(value: unknown): string | number | undefined {
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

export function useForm<Input, Output>(options: FormOptions<Input, Output>) {
  const t = useTranslations('common');
  const words = useTranslations('fields');
  const sentences = useTranslations('errors');
  const { words: group, record } = options;
  const own = useTranslations(group);
  const base = useId();
  const element = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const latest = useRef(options);
  latest.current = options;
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [failed, setFailed] = useState<Failed | null>(null);
  const [busy, setBusy] = useState(false);
  const [restored, setRestored] = useState(false);
  const [lines, setLines] = useState<SummaryLine[]>([]);

  const idOf = useCallback((path: string) => `${base}-${path.replaceAll('.', '-')}`, [base]);

  useEffect(() => {
    const { draft } = latest.current;
    if (draft && element.current) setRestored(restoreDraft(draft, element.current));
  }, []);

  const check = (input: Input): Record<string, string> => {
    const { schema, complete } = latest.current;
    if (!schema) return {};
    const faults = faultsOf(schema, complete ? complete(input) : input, (key) => words.has(key));
    return Object.fromEntries(faults.map(({ path, key, values }) => [path, words(key, values)]));
  };

  const show = (found: Record<string, string>, title: string, code: Code | null) => {
    const named = Object.entries(found)
      .map(([path, message]) => ({ id: idOf(path), label: labelOf(idOf(path)), message }))
      .filter(({ label }) => label !== '');
    setErrors(found);
    setLines(named);
    // What is wrong stands beside its field and in the line that leads there: the title does not say it once more.
    setFailed({ title: named.length > 0 ? t('checkFields', { count: named.length }) : title, code });
    // The first wrong field in the order of the page, else the summary itself.
    requestAnimationFrame(() => {
      const wrong = element.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
      (wrong ?? summary.current)?.focus();
    });
  };

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (busy) return;
    const input = latest.current.read(new FormData(form));
    const found = check(input);
    if (Object.keys(found).length > 0) {
      show(found, t('checkFields', { count: Object.keys(found).length }), null);
      return;
    }
    setBusy(true);
    setFailed(null);
    setErrors({});
    try {
      const output = await latest.current.send(input);
      if (latest.current.draft) clearDraft(latest.current.draft);
      setRestored(false);
      latest.current.done(output, form);
    } catch (error) {
      // Now, since the way on may be to load the page again.
      if (latest.current.draft) keepDraft(latest.current.draft, form);
      const failure = failureOf(error);
      const said = failure ? latest.current.sentences?.[failure.name] : undefined;
      const own = typeof said === 'function' && failure ? said(failure) : said;
      const fields = Object.fromEntries((failure?.fields ?? []).map(({ path, message }) => [path, message]));
      const plain = failure
        ? sentences.has(failure.name)
          ? sentences(failure.name)
          : failure.sentence
        : t('noAnswer');
      show(fields, typeof own === 'string' ? own : plain, failure?.name ?? null);
    } finally {
      setBusy(false);
    }
  };

  /** On leaving a field: say what is wrong with it, or that it is right now. Empty ones wait for the submit. */
  const onBlur = (event: FocusEvent<HTMLFormElement>) => {
    const field = event.target;
    const path = 'name' in field && typeof field.name === 'string' ? field.name : '';
    if (!path || !latest.current.schema) return;
    const value = 'value' in field ? field.value : '';
    const message = value === '' ? undefined : check(latest.current.read(new FormData(event.currentTarget)))[path];
    setErrors(({ [path]: _before, ...rest }) => (message ? { ...rest, [path]: message } : rest));
  };

  const onInput = (event: FormEvent<HTMLFormElement>) => {
    const { draft } = latest.current;
    if (draft) keepDraftSoon(draft, event.currentTarget);
    const field = event.target;
    const path = field instanceof HTMLElement ? (field.getAttribute('name') ?? '') : '';
    if (path && errors[path]) setErrors(({ [path]: _fixed, ...rest }) => rest);
  };

  const discard = () => {
    if (latest.current.draft) clearDraft(latest.current.draft);
    element.current?.reset();
    setRestored(false);
  };

  const facts: FormFacts = useMemo(
    () => ({
      idOf,
      errorOf: (path: string) => errors[path],
      wordOf: (key: string) => own(key),
      helpOf: (name: string) => (group && own.has(`${name}Help`) ? own(`${name}Help`) : undefined),
      startOf: (path: string) => fieldValue(valueAt(record, path.split('.'))),
      busy,
    }),
    [idOf, errors, own, group, record, busy],
  );
  return {
    facts,
    busy,
    failed,
    lines,
    summary,
    restored,
    discard,
    form: { ref: element, noValidate: true, onSubmit, onBlur, onInput },
  };
}
