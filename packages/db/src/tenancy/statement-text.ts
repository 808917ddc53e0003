import { AppFault } from './faults.ts';

const query = /^[\s(]*(?:select|insert|update|delete|with|values)\b/i;

/**
 * Only queries may pass: SET, COMMIT, PREPARE, COPY or DO would change the claim or leave the transaction.
 * A NUL would end the text early and shift the rest of the message.
 */
export function requireQuery(text: string): void {
  if (!query.test(text))
    throw new AppFault('statement', 'only select, insert, update, delete, with and values may be sent');
  if (text.includes('\0')) throw new AppFault('statement', 'a statement holds no NUL');
}
