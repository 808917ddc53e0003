import { PLATFORM_ROLES, TENANT_ROLES } from '@studyspot/api/domains/staff/names';
import { type Permission, permissionsOf } from '@studyspot/api/permissions/table';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grantable, hasByRole, rightsOf, roleBelow, rolesToGive, tickedOf, turned } from './rights.tsx';

type Below = Parameters<typeof roleBelow>[0];

const kinds = [
  { kind: 'tenant', roles: TENANT_ROLES },
  { kind: 'platform', roles: PLATFORM_ROLES },
] as const;

describe.each(kinds)('rights of the $kind', ({ kind, roles }) => {
  const all = grantable(kind);
  const some = fc.subarray(all);
  const role = fc.constantFrom<string>(...roles);

  it('offers what some role of this kind has, and nothing that only the other kind does', () => {
    expect(all.length).toBeGreaterThan(10);
    for (const permission of all) expect(roles.some((one) => hasByRole(permission, one))).toBe(true);
    expect(all.includes('tenants:suspend')).toBe(kind === 'platform');
  });

  it('ticks with a right to change the one to see, and takes them away together', () => {
    const rights = all.filter((one) => one.startsWith('users:'));
    const held = rights.filter((one) => one !== 'users:create');
    const on = (right: Permission, ticked: readonly string[] = []) =>
      turned(ticked, { right, isOn: true }, { rights, held });
    const off = (right: Permission, ticked: readonly string[]) =>
      turned(ticked, { right, isOn: false }, { rights, held });
    expect(on('users:update')).toEqual(['users:update', 'users:read']);
    expect(on('users:read', ['flags:read'])).toEqual(['flags:read', 'users:read']);
    expect(off('users:update', on('users:update'))).toEqual(['users:read']);
    expect(off('users:read', [...rights, 'flags:read'])).toEqual(['users:create', 'flags:read']);
  });

  it('keeps of each tick only what differs from the role', () => {
    fc.assert(
      fc.property(role, some, (own, ticked) => {
        const { added, removed } = rightsOf(ticked, { kind, role: own, added: [], removed: [], held: all });
        const now = all.filter((one) => (hasByRole(one, own) || added.includes(one)) && !removed.includes(one));
        expect(now).toEqual(ticked);
        expect(added.filter((one) => hasByRole(one as Permission, own))).toEqual([]);
        expect(removed.filter((one) => !hasByRole(one as Permission, own))).toEqual([]);
      }),
    );
  });

  it('leaves as it was whatever the granter does not hold, though its box was not sent', () => {
    fc.assert(
      fc.property(role, some, some, some, some, (own, ticked, held, before, less) => {
        const added = before.filter((one) => !hasByRole(one, own));
        const removed = less.filter((one) => hasByRole(one, own));
        const now = rightsOf(
          ticked.filter((one) => held.includes(one)),
          {
            kind,
            role: own,
            added,
            removed,
            held,
          },
        );
        const beyond = (list: readonly string[]) => list.filter((one) => !held.some((own) => own === one)).sort();
        expect(beyond(now.added)).toEqual(beyond(added));
        expect(beyond(now.removed)).toEqual(beyond(removed));
      }),
    );
  });

  it('opens with the ticks that it gives back unchanged', () => {
    fc.assert(
      fc.property(role, some, some, (own, before, less) => {
        const added = before.filter((one) => !hasByRole(one, own));
        const removed = less.filter((one) => hasByRole(one, own));
        const now = rightsOf(tickedOf({ kind, role: own, added, removed }), {
          kind,
          role: own,
          added,
          removed,
          held: all,
        });
        expect([now.added.sort(), now.removed.sort()]).toEqual([added.sort(), removed.sort()]);
      }),
    );
  });

  it('takes nothing from a form that names no right of this kind', () => {
    const form = ['no:such', 'users:everything', ''];
    const none = { kind, role: 'nobody', added: [], removed: [], held: all };
    expect(rightsOf(form, none)).toEqual({ added: [], removed: [] });
  });

  it('lets nobody give a role with a right they lack, and the top one only its holder', () => {
    const [top, ...lower] = roles;
    expect(rolesToGive<string>(roles, top, all, all)).toEqual([...roles]);
    expect(rolesToGive<string>(roles, lower[0] ?? '', all, all)).toEqual(lower);
    expect(rolesToGive<string>(roles, top, [], all)).toEqual([]);
    fc.assert(
      fc.property(role, some, (own, held) => {
        for (const given of rolesToGive<string>(roles, own, held, all)) {
          expect(all.filter((one) => hasByRole(one, given) && !held.includes(one))).toEqual([]);
        }
      }),
    );
  });

  it('finds nobody below the granter who is the granter, has left, may do more or stands above', () => {
    const [top, ...lower] = roles;
    const lowest = lower.at(-1) ?? top;
    const member: Below = { self: false, state: 'active', role: lowest, added: [], removed: [] };
    const granter = { allowed: lower as readonly string[], held: all };
    expect(roleBelow(member, granter)).toBe(lowest);
    expect(roleBelow({ ...member, state: 'invited' }, granter)).toBe(lowest);
    expect(roleBelow({ ...member, self: true }, granter)).toBeNull();
    expect(roleBelow({ ...member, state: 'removed' }, granter)).toBeNull();
    expect(roleBelow({ ...member, role: top }, granter)).toBeNull();
    const more = all.find((one) => !hasByRole(one, lowest)) ?? '';
    const less = all.filter((one) => one !== more);
    expect(roleBelow({ ...member, added: [more] }, { ...granter, held: less })).toBeNull();
    expect(roleBelow({ ...member, added: [more] }, granter)).toBe(lowest);
  });

  it('agrees with what the gate reckons', () => {
    for (const one of roles) {
      const held = permissionsOf({ role: one, added: [], removed: [] });
      expect(held.filter((permission) => !hasByRole(permission, one))).toEqual([]);
    }
  });
});
