import { readListQuery } from '@studyspot/portal/list/list-query';
import { expect, test } from 'vitest';
import { auditAddress, auditFilters } from './audit-address.ts';

const asked = (address: string) => {
  const params = new URLSearchParams(address);
  const filters = auditFilters(readListQuery(auditAddress, (name) => params.get(name)));
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
};

test('days are whole days of India, and a kind does not take in another that begins like it', () => {
  expect(asked('from=2026-11-01&to=2026-11-02&what=member&who=asha')).toEqual({
    from: '2026-11-01T00:00:00+05:30',
    to: '2026-11-02T23:59:59.999+05:30',
    what: 'member.',
    who: 'asha',
  });
  expect(asked('what=tenant.created')).toEqual({ what: 'tenant.created' });
});

test.each([
  'from=0002-01-01',
  'from=2026-02-31',
  'to=yesterday',
  'tenant=me',
  'subject=display.locale',
  'what=tenant.',
])('%s asks for nothing', (address) => {
  expect(asked(address)).toEqual({});
});
