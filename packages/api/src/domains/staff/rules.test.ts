import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PLATFORM_ROLES, TENANT_ROLES } from '../../permissions/roles.ts';
import { isPermission, permissions, permissionsOf } from '../../permissions/table.ts';
import { grantable, holdsAllOf, type Kind, mayChange, type Rights, rightsFaults, topRole } from './rules.ts';

const kinds: Kind[] = ['platform', 'library'];
const rolesOf = (kind: Kind): readonly string[] => (kind === 'platform' ? PLATFORM_ROLES : TENANT_ROLES);
const rights = (kind: Kind): fc.Arbitrary<Rights> =>
  fc.record({
    role: fc.constantFrom(...rolesOf(kind)),
    added: fc.subarray(grantable(kind), { maxLength: 8 }),
    removed: fc.subarray(grantable(kind), { maxLength: 8 }),
  });
const withKind = fc
  .constantFrom(...kinds)
  .chain((kind) =>
    fc.record({ kind: fc.constant(kind), actor: rights(kind), before: rights(kind), after: rights(kind) }),
  );

test('whoever may change a member ends up granting nothing they do not hold', () => {
  fc.assert(
    fc.property(withKind, ({ kind, actor, before, after }) => {
      fc.pre(mayChange(actor, before, after, kind));
      const held = permissionsOf(actor);
      for (const permission of [...permissionsOf(before), ...permissionsOf(after)]) expect(held).toContain(permission);
      if (after.role === topRole(kind)) expect(actor.role).toBe(topRole(kind));
      if (before.role === topRole(kind)) expect(actor.role).toBe(topRole(kind));
    }),
    { numRuns: 200 },
  );
});

// Someone whose rights were cut down from another's: most of such pairs are in order, so few draws are thrown away.
const narrowed = (from: Rights) =>
  fc.record({
    role: fc.constantFrom(from.role, 'staff', 'manager'),
    added: fc.subarray([...from.added]),
    removed: fc.subarray(grantable('library'), { maxLength: 12 }).map((more) => [...from.removed, ...more]),
  });

test('holding all of someone is reflexive and transitive', () => {
  const chain = rights('library').chain((first) =>
    narrowed(first).chain((second) => fc.tuple(fc.constant(first), fc.constant(second), narrowed(second))),
  );
  let ordered = 0;
  fc.assert(
    fc.property(chain, ([first, second, third]) => {
      expect(holdsAllOf(first, first, 'library')).toBe(true);
      if (!holdsAllOf(first, second, 'library') || !holdsAllOf(second, third, 'library')) return;
      ordered += 1;
      expect(holdsAllOf(first, third, 'library')).toBe(true);
    }),
    { numRuns: 300 },
  );
  expect(ordered).toBeGreaterThan(20);
});

test('a manager who was given every permission still makes no owner and removes none', () => {
  const manager = { role: 'manager', added: grantable('library'), removed: [] };
  const owner = { role: 'owner', added: [], removed: [] };
  expect(permissionsOf(manager).length).toBeGreaterThanOrEqual(permissionsOf(owner).length);
  expect(mayChange(manager, null, owner, 'library')).toBe(false);
  expect(mayChange(manager, owner, null, 'library')).toBe(false);
  expect(mayChange(owner, manager, owner, 'library')).toBe(true);
});

test('an owner from whom a permission was taken cannot hand it out', () => {
  const owner = { role: 'owner', added: [], removed: ['payments:refund'] };
  expect(mayChange(owner, null, { role: 'owner', added: [], removed: [] }, 'library')).toBe(false);
  expect(mayChange(owner, null, { role: 'staff', added: ['payments:refund'], removed: [] }, 'library')).toBe(false);
  expect(mayChange(owner, null, { role: 'staff', added: [], removed: [] }, 'library')).toBe(true);
});

test('only permissions of the own kind can be given, each once, and not given and taken at once', () => {
  const wanted = (added: string[], removed: string[] = []) => ({ role: 'staff', added, removed });
  expect(rightsFaults('library', wanted(['libraries:create']))).toEqual([]);
  expect(rightsFaults('library', wanted(['tenants:suspend']))[0]?.path).toBe('added');
  expect(rightsFaults('platform', { role: 'support', added: ['libraries:create'], removed: [] })[0]?.path).toBe(
    'added',
  );
  expect(rightsFaults('library', wanted(['no:such']))[0]?.path).toBe('added');
  expect(rightsFaults('library', wanted(['toString']))[0]?.path).toBe('added');
  expect(rightsFaults('library', wanted([], ['libraries:read', 'libraries:read']))[0]?.path).toBe('removed');
  expect(rightsFaults('library', wanted(['libraries:read'], ['libraries:read']))[0]?.message).toBe('contradiction');
  expect(rightsFaults('library', { role: 'super_admin', added: [], removed: [] })[0]?.path).toBe('role');
  expect(grantable('library').every((key) => isPermission(key) && permissions[key].tenant.length > 0)).toBe(true);
});
