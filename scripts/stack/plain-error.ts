/** An error whose message is the one sentence the person at the terminal needs. */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}
