import { expect, test } from 'vitest';
import type { Domain } from '../domains/domain.ts';
import * as order from '../domains/order.ts';
import { laterPermissions } from './later.ts';
import { isPermission, keptWhenExpired, type Permission, permissions, permissionsOf, rolesWith } from './table.ts';

// Features A6, written by hand.
const twenty = {
  users: ['read', 'create', 'update', 'delete'],
  tenants: ['read', 'create', 'update', 'delete', 'suspend'],
  students: ['read', 'create', 'update', 'delete'],
  payments: ['read', 'create', 'refund'],
  revenue: ['read'],
  system: ['settings', 'logs', 'health'],
};
const named = Object.entries(twenty).flatMap(([area, verbs]) => verbs.map((verb) => `${area}:${verb}`));
const grants: Record<string, string[]> = {
  super_admin: named,
  admin: [
    'users:read',
    'users:create',
    'users:update',
    'tenants:read',
    'tenants:update',
    'students:read',
    'students:create',
    'students:update',
    'payments:read',
    'revenue:read',
  ],
  support: ['users:read', 'tenants:read', 'students:read', 'payments:read'],
};

test('the twenty of A6 are there, held by exactly the roles that A6 names', () => {
  expect(named).toHaveLength(20);
  for (const [role, held] of Object.entries(grants)) {
    const found = named.filter((name) => isPermission(name) && rolesWith(name).some((holder) => holder === role));
    expect(found).toEqual(named.filter((name) => held.includes(name)));
  }
});

test('each permission has a holder, and the super admin each that the platform has', () => {
  for (const [name, { platform, tenant }] of Object.entries(permissions)) {
    expect([...platform, ...tenant], name).not.toEqual([]);
    if (platform.length > 0) expect(platform, name).toContain('super_admin');
    if (tenant.length > 0) expect(tenant, name).toContain('owner');
  }
});

const domains: readonly Domain[] = Object.values(order);

test('no permission stands in two domains', () => {
  const all = [...domains.map((domain) => domain.permissions), laterPermissions].flatMap((part) => Object.keys(part));
  expect(all.sort()).toEqual(Object.keys(permissions).sort());
});

test.each(['events', 'shown'] as const)('no kind of its %s stands in two domains', (what) => {
  const kinds = domains.flatMap((domain) => Object.keys(domain[what] ?? {}));
  expect(kinds).toEqual([...new Set(kinds)]);
});

test('a role above holds what the one below holds', () => {
  for (const { tenant } of Object.values<{ tenant: readonly string[] }>(permissions)) {
    if (tenant.includes('staff')) expect(tenant).toContain('manager');
  }
});

test('added counts, removed wins, an unknown role holds nothing', () => {
  const person = {
    role: 'staff',
    added: ['revenue:read', 'students:delete'],
    removed: ['students:read', 'students:delete'],
  };
  const held = permissionsOf(person);
  expect(held).toContain('revenue:read');
  expect(held).not.toContain('students:read');
  expect(held).not.toContain('students:delete');
  expect(permissionsOf({ role: 'toString', added: ['no such'], removed: [] })).toEqual([]);
});

test('an expired library may pay and ask for help, nothing that changes its business', () => {
  const kept = Object.keys(permissions).filter(
    (name): name is Permission => isPermission(name) && keptWhenExpired(name),
  );
  expect(kept.sort()).toEqual([
    'notifications:read',
    'subscriptions:pay',
    'subscriptions:read',
    'tickets:create',
    'tickets:read',
  ]);
});
