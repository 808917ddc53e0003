import { AppError } from '../../../errors/app-error.ts';
import { isListedPassword } from '../rules.ts';

let list: Promise<ReadonlySet<string>> | null = null;

// Fifty thousand, the commonest that leaked: for the server alone, and only once somebody sets a password.
async function load(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary['passwords-common']);
}

export async function refuseListedPassword(password: string, path: string): Promise<void> {
  list ??= load();
  if (isListedPassword(password, await list))
    throw new AppError('validation', { fields: [{ path, message: 'password.common' }] });
}
