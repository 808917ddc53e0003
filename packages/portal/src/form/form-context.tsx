'use client';

import { createContext, useContext } from 'react';

export interface FormFacts {
  idOf: (path: string) => string;
  errorOf: (path: string) => string | undefined;
  busy: boolean;
}

export const FormContext = createContext<FormFacts>({
  idOf: (path) => `field-${path.replaceAll('.', '-')}`,
  errorOf: () => undefined,
  busy: false,
});

export function useFormFacts(): FormFacts {
  return useContext(FormContext);
}
