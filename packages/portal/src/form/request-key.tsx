'use client';

import { useState } from 'react';

/** One for each opened form: sent twice, it creates once. */
export function useRequestKey(): string {
  const [key] = useState(() => crypto.randomUUID());
  return key;
}
