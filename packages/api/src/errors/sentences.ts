import en from '../../messages/en.json' with { type: 'json' };
import hi from '../../messages/hi.json' with { type: 'json' };
import type { Locale } from '../locale.ts';
import type { AppError, ErrorData } from './app-error.ts';
import { type Code, codes } from './codes.ts';

interface Texts {
  errors: Record<Code, string>;
  fields: Record<string, string>;
}

const texts: Record<Locale, Texts> = { en, hi };

export const isFieldMessage = (key: string): boolean => Object.hasOwn(en.fields, key);

export const errorSentence = (code: Code, locale: Locale): string => texts[locale].errors[code];

const grouped = new Intl.NumberFormat('en-IN');

/** As the browser says it, which reads the same sentences: `{maximum, number}` is grouped, `{maximum}` as it is. */
export function fieldSentence(key: string, values: Record<string, string | number>, locale: Locale): string {
  const { fields } = texts[locale];
  const sentence = (Object.hasOwn(fields, key) ? fields[key] : fields.invalid) ?? '';
  return sentence.replace(/\{(\w+)(, number)?\}/g, (blank, name: string, isGrouped?: string) => {
    const value = values[name] ?? blank;
    return isGrouped && typeof value === 'number' ? grouped.format(value) : String(value);
  });
}

export function errorData(error: AppError, request: { id: string; locale: Locale }): ErrorData {
  return {
    number: codes[error.code].number,
    name: error.code,
    sentence: errorSentence(error.code, request.locale),
    fields: error.fields.map(({ path, message, values }) => ({
      path,
      message: fieldSentence(message, values ?? {}, request.locale),
    })),
    ...(error.details ? { details: error.details } : {}),
    requestId: request.id,
  };
}
