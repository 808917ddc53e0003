'use client';

import { useState } from 'react';

/** A random uuid: crypto.randomUUID is missing on plain http beyond localhost. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** One for each opened form: sent twice, it creates once. */
export function useRequestKey(): string {
  const [key] = useState(newKey);
  return key;
}
