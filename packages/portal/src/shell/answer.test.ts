import { AppError } from '@studyspot/api/errors/app-error';
import { type Code, codes } from '@studyspot/api/errors/codes';
import { expect, it } from 'vitest';
import { answer } from './answer.tsx';

/** Where a refused read leads: Next throws what it will do, in words of its own. */
async function leadsTo(error: unknown): Promise<string> {
  const thrown: unknown = await answer(Promise.reject(error)).catch((caught: unknown) => caught);
  if (thrown === error) return 'the error page';
  const digest = thrown instanceof Error && 'digest' in thrown ? String(thrown.digest) : 'nothing';
  return digest.startsWith('NEXT_REDIRECT') ? (digest.split(';')[2] ?? '') : digest;
}

const pages: Partial<Record<Code, string>> = {
  unauthorized: `/signin?error=${codes.unauthorized.number}`,
  token_expired: `/signin?error=${codes.token_expired.number}`,
  account_inactive: `/signin?error=${codes.account_inactive.number}`,
  insufficient_permissions: '/no-permission',
  tenant_suspended: '/suspended',
  subscription_expired: '/expired',
  not_found: 'NEXT_HTTP_ERROR_FALLBACK;404',
  deleted: 'NEXT_HTTP_ERROR_FALLBACK;404',
  validation: 'NEXT_HTTP_ERROR_FALLBACK;404',
  invalid_format: 'NEXT_HTTP_ERROR_FALLBACK;404',
};

it('hands on what was read', async () => {
  expect(await answer(Promise.resolve(7))).toBe(7);
});

it.each(Object.keys(codes) as Code[])('leads on from %s', async (code) => {
  expect(await leadsTo(new AppError(code))).toBe(pages[code] ?? 'the error page');
});

it('leads on by the reason where there is one', async () => {
  const because = (reason: string) => new AppError('unauthorized', { details: { reason } });
  expect(await leadsTo(because('choose_tenant'))).toBe('/choose');
  expect(await leadsTo(because('tenant_switched'))).toBe('/');
  expect(await leadsTo(because('reuse'))).toBe(`/signin?error=${codes.unauthorized.number}&reason=reuse`);
});

it('sees the fault inside what a caller wrapped around it, and takes nothing else for one', async () => {
  const inside = new Error('outer', { cause: new Error('middle', { cause: new AppError('not_found') }) });
  expect(await leadsTo(inside)).toBe('NEXT_HTTP_ERROR_FALLBACK;404');
  expect(await leadsTo(new Error('not_found'))).toBe('the error page');
  expect(await leadsTo(Object.assign(new Error('x'), { name: 'AppError', code: 'no_such_code' }))).toBe(
    'the error page',
  );
  expect(await leadsTo(Object.assign(new Error('x'), { name: 'AppError', code: 'toString' }))).toBe('the error page');
  expect(await leadsTo('not_found')).toBe('the error page');
});
