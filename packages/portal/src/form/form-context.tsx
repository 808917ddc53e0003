'use client';

import { createContext, useContext } from 'react';

export interface FormFacts {
  idOf: (path: string) => string;
  errorOf: (path: string) => string | undefined;
  /** A sentence of the form's group of words. */
  wordOf: (key: string) => string;
  /** What stands beneath a field, where its group has `NAMEHelp`. */
  helpOf: (name: string) => string | undefined;
  busy: boolean;
  /** It goes on with what was typed another time. */
  restored: boolean;
}

export const FormContext = createContext<FormFacts>({
  idOf: (path) => `field-${path.replaceAll('.', '-')}`,
  errorOf: () => undefined,
  wordOf: (key) => key,
  helpOf: () => undefined,
  busy: false,
  restored: false,
});

export function useFormFacts(): FormFacts {
  return useContext(FormContext);
}
