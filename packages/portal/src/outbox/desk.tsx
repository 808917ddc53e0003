'use client';

import { useSyncExternalStore } from 'react';
import type { Act, Draft } from './act.tsx';
import type { Outbox } from './outbox.tsx';

// The small part of the outbox that comes with every page; the outbox itself comes after it.

const none: readonly Act[] = [];
const COMES_WITHIN_MS = 5_000;

let acts = none;
const listeners = new Set<() => void>();
let outbox: Outbox | null = null;
const comers = new Set<(outbox: Outbox) => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** All that waits on this device, of whomever. */
export const useActs = () =>
  useSyncExternalStore(
    subscribe,
    () => acts,
    () => none,
  );

export function showActs(next: readonly Act[]): void {
  acts = next;
  for (const listener of listeners) listener();
}

export function placeOutbox(next: Outbox | null): void {
  outbox = next;
  if (next) for (const come of comers) come(next);
  comers.clear();
}

const present = () =>
  new Promise<Outbox>((resolve, reject) => {
    if (outbox) return resolve(outbox);
    comers.add(resolve);
    setTimeout(() => reject(new Error('the outbox did not come')), COMES_WITHIN_MS);
  });

/** Keeps changes on this device and sends them. */
export const act = async (drafts: readonly Draft[]) => (await present()).add(drafts);

/** The server was heard. */
export function heardServer(): void {
  if (acts.length > 0) outbox?.wake();
}
