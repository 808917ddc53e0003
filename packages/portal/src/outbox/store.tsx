'use client';

import type { Act } from './act.tsx';

/** Also opened by the page for when there is no network (offline/page.js). */
const NAME = 'studyspot';
const VERSION = 1;

export type StoreName = 'acts' | 'known';

let opened: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open(NAME, VERSION);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('acts', { keyPath: 'order', autoIncrement: true });
      asked.result.createObjectStore('known', { keyPath: 'name' });
    };
    asked.onsuccess = () => {
      const database = asked.result;
      // A newer build wants to change it, or the browser took it away: opened again at the next use.
      database.onversionchange = () => database.close();
      database.onclose = () => {
        opened = null;
      };
      resolve(database);
    };
    asked.onerror = () => reject(asked.error);
  }).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

/** All requests of one call stand in one transaction; done when it is on the disk. */
export async function inStore<T>(
  name: StoreName,
  mode: IDBTransactionMode,
  run: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode, { durability: 'strict' });
    const asked = run(transaction.objectStore(name));
    transaction.oncomplete = () => resolve(asked.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** In the order in which they were made. */
export const allActs = (): Promise<Act[]> => inStore('acts', 'readonly', (store) => store.getAll());

export const addActs = (acts: ReadonlyArray<Omit<Act, 'order'>>) =>
  inStore('acts', 'readwrite', (store) => {
    for (const act of acts) store.add(act);
    return store.count();
  });

export const putAct = (act: Act) => inStore('acts', 'readwrite', (store) => store.put(act));

/** Gone, and those behind it go on from there. */
export const removeAct = ({ order }: Act, changed: readonly Act[] = []) =>
  inStore('acts', 'readwrite', (store) => {
    for (const act of changed) store.put(act);
    return store.delete(order);
  });
