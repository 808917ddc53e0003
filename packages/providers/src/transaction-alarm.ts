import { AsyncLocalStorage } from 'node:async_hooks';

/** Set by packages/db around each transaction. On globalThis, since a bundler may load several copies of a package. */
interface OpenTransaction {
  open: boolean;
}

const place = Symbol.for('studyspot.transaction');

export function transactionIsOpen(): boolean {
  const storage: unknown = Reflect.get(globalThis, place);
  if (!(storage instanceof AsyncLocalStorage)) return false;
  const store = storage.getStore() as OpenTransaction | undefined;
  return store?.open === true;
}
