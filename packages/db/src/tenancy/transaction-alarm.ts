import { AsyncLocalStorage } from 'node:async_hooks';

/** What runs inside a verb sees this; packages/providers refuses to call the outside while it is open. */
interface OpenTransaction {
  open: boolean;
}

// On globalThis: a bundler loads its own copy of this module, and the provider must find the same storage.
const place = Symbol.for('studyspot.transaction');

function storage(): AsyncLocalStorage<OpenTransaction> {
  const found: unknown = Reflect.get(globalThis, place);
  if (found instanceof AsyncLocalStorage) return found;
  const made = new AsyncLocalStorage<OpenTransaction>();
  Reflect.set(globalThis, place, made);
  return made;
}

export function underAlarm<T>(transaction: OpenTransaction, run: () => T): T {
  return storage().run(transaction, run);
}
