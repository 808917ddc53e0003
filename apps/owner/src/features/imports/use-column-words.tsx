'use client';

import { useTranslations } from 'next-intl';

/** What a column is called: as the field of the form is. */
export function useColumnWords(kind: string) {
  const own = useTranslations(kind);
  const t = useTranslations('imports');
  return (name: string): string => {
    if (own.has(name)) return own(name);
    return t.has(`columns.${name}`) ? t(`columns.${name}`) : name;
  };
}

/** What is wrong in a cell, said as beside a field. */
export function useFaultWords() {
  const t = useTranslations('imports');
  const fields = useTranslations('fields');
  return ({ message, about = '' }: { message: string; about?: string | undefined }): string => {
    if (t.has(`faults.${message}`)) return t(`faults.${message}`, { about });
    return fields.has(message) ? fields(message) : t('faults.invalid');
  };
}
