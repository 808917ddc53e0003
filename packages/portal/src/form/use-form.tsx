'use client';

import type { ErrorData } from '@studyspot/api/errors/app-error';
import type { Code } from '@studyspot/api/errors/codes';
import { useTranslations } from 'next-intl';
import { type FocusEvent, type FormEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { type DefaultValues, type FieldValues, type Path, type PathValue, useForm as useFields } from 'react-hook-form';
import { failureOf, unanswered } from '../failure.tsx';
import { faultsOf, type Schema } from './field-faults.tsx';
import type { FormFacts } from './form-context.tsx';
import { useDraft } from './use-draft.tsx';
import { useForeign } from './use-foreign.tsx';

export interface FormOptions<Values extends FieldValues, Input, Output> {
  /** What each field begins with. Of a record that is open it follows what others change. */
  values: Values;
  /** Loaded after the page. */
  schema?: () => Promise<Schema>;
  toInput: (values: Values) => Input;
  send: (input: Input) => Promise<Output>;
  done: (output: Output) => void;
  /** The group of words in which a field's name is its label. */
  words?: string;
  /** Where what was typed is kept until it was saved; named after the person, the business and the record. */
  draft?: string;
  /** Which field an empty one follows from: while that one is wrong, this one is not wrong too. */
  follows?: Readonly<Record<string, string>> | undefined;
  /** After it was sent the fields are as they were before: for a form that stays. */
  clears?: boolean;
  /** Failures that this form says in its own words. */
  sentences?: Partial<Record<Code, string | ((failure: ErrorData) => string | undefined)>>;
}

export interface SummaryLine {
  path: string;
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

export function useForm<Values extends FieldValues, Input, Output>(options: FormOptions<Values, Input, Output>) {
  const t = useTranslations('common');
  const words = useTranslations('fields');
  const sentences = useTranslations('errors');
  const { words: group, values } = options;
  const own = useTranslations(group);
  const base = useId();
  const element = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const latest = useRef(options);
  latest.current = options;
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [failed, setFailed] = useState<Failed | null>(null);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const [lines, setLines] = useState<SummaryLine[]>([]);
  const schema = useRef<Schema>(undefined);
  /** What the server said is wrong with a field stays until another value is typed there. */
  const refused = useRef<ReadonlySet<string>>(new Set());
  const fields = useFields<Values>({ defaultValues: values as DefaultValues<Values> });
  const { getValues, setValue } = fields;

  const put = useCallback(
    (changed: Readonly<Record<string, unknown>>) => {
      for (const [name, value] of Object.entries(changed))
        setValue(name as Path<Values>, value as PathValue<Values, Path<Values>>);
    },
    [setValue],
  );
  const foreign = useForeign({ values, getValues, put, isBusy: busy });
  const { restored, forget } = useDraft({
    name: options.draft,
    subscribe: fields.subscribe,
    getValues,
    typed: foreign.typed,
    put,
    form: element,
  });

  useEffect(() => {
    const load = latest.current.schema;
    void load?.().then(
      (loaded) => {
        schema.current = loaded;
      },
      // Away with the network: the server says what is wrong.
      () => undefined,
    );
  }, []);

  const idOf = useCallback((path: string) => `${base}-${path.replaceAll('.', '-')}`, [base]);

  const check = (input: unknown): Record<string, string> => {
    if (!schema.current) return {};
    const faults = faultsOf(schema.current, input, (key) => words.has(key));
    return Object.fromEntries(faults.map(({ path, key, values: sizes }) => [path, words(key, sizes)]));
  };

  const show = (all: Record<string, string>, title: string, code: Code | null) => {
    const { follows = {} } = latest.current;
    const found = Object.fromEntries(Object.entries(all).filter(([path]) => !((follows[path] ?? '') in all)));
    const named = Object.entries(found)
      .map(([path, message]) => ({ path, id: idOf(path), label: labelOf(idOf(path)), message }))
      .filter(({ label }) => label !== '')
      .sort((one, other) => positionOf(one.id) - positionOf(other.id));
    setErrors(found);
    setLines(named);
    setFailed({ title, code });
  };
  // Once it is drawn: the first wrong field in the order of the page, else the summary itself.
  useEffect(() => {
    if (!failed) return;
    const wrong = element.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (wrong ?? summary.current)?.focus();
  }, [failed]);
  const positionOf = (id: string) =>
    [...(element.current?.elements ?? [])].findIndex((field) => field.id === id || field.closest(`#${CSS.escape(id)}`));

  const fail = (error: unknown) => {
    const failure = failureOf(error);
    const said = failure ? latest.current.sentences?.[failure.name] : undefined;
    const inOwnWords = typeof said === 'function' && failure ? said(failure) : said;
    const found = Object.fromEntries((failure?.fields ?? []).map(({ path, message }) => [path, message]));
    refused.current = new Set(Object.keys(found));
    const plain = failure
      ? sentences.has(failure.name)
        ? sentences(failure.name)
        : failure.sentence
      : t(unanswered());
    show(found, typeof inOwnWords === 'string' ? inOwnWords : plain, failure?.name ?? null);
  };

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending.current) return;
    if (foreign.isContested) {
      element.current?.querySelector<HTMLElement>('[data-contested] button')?.focus();
      return;
    }
    const sent = structuredClone(getValues());
    const input = latest.current.toInput(sent);
    const found = check(input);
    if (Object.keys(found).length > 0) {
      show(found, t('checkFields', { count: Object.keys(found).length }), null);
      return;
    }
    sending.current = true;
    setBusy(true);
    setFailed(null);
    setErrors({});
    try {
      const output = await latest.current.send(input);
      foreign.saved(sent);
      forget();
      if (latest.current.clears) put(latest.current.values);
      latest.current.done(output);
    } catch (error) {
      fail(error);
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };

  /** On leaving a field: say what is wrong with it, or that it is right now. Empty ones wait for the submit. */
  const onBlur = (event: FocusEvent<HTMLFormElement>) => {
    const field = event.target;
    const path = 'name' in field && typeof field.name === 'string' ? field.name : '';
    if (!path || !schema.current) return;
    // A line that comes between would move the button away from under the finger; what it sends is checked anyway.
    if (event.relatedTarget?.closest('button[type="submit"]')) return;
    const value = 'value' in field ? field.value : '';
    const message = value === '' ? undefined : check(latest.current.toInput(getValues()))[path];
    if (!message && refused.current.has(path)) return;
    setErrors(({ [path]: _before, ...rest }) => (message ? { ...rest, [path]: message } : rest));
  };

  const onInput = (event: FormEvent<HTMLFormElement>) => {
    const field = event.target;
    const path = field instanceof HTMLElement ? (field.getAttribute('name') ?? '') : '';
    refused.current = new Set([...refused.current].filter((one) => one !== path));
    if (path && errors[path]) setErrors(({ [path]: _fixed, ...rest }) => rest);
  };

  const discard = () => {
    put(latest.current.values);
    forget();
    setErrors({});
    setFailed(null);
  };

  // Each line keeps its height when its field is mended: nothing moves under whoever types.
  const shown = lines.map((line) => ({ ...line, isMended: errors[line.path] === undefined }));
  const left = shown.filter(({ isMended }) => !isMended).length;
  // What is wrong stands beside its field and in the line that leads there: the title does not say it once more.
  const titleOfLines = left > 0 ? t('checkFields', { count: left }) : t('fieldsMended');

  const facts: FormFacts = useMemo(
    () => ({
      idOf,
      errorOf: (path: string) => errors[path],
      wordOf: (key: string) => own(key),
      helpOf: (name: string) => (group && own.has(`${name}Help`) ? own(`${name}Help`) : undefined),
      busy,
      restored,
    }),
    [idOf, errors, own, group, busy, restored],
  );
  return {
    fields,
    facts,
    busy,
    failed: failed && shown.length > 0 ? { ...failed, title: titleOfLines } : failed,
    lines: shown,
    summary,
    restored,
    discard,
    foreign,
    form: { ref: element, noValidate: true, onSubmit, onBlur, onInput },
  };
}
