const day = { open: '06:00', close: '22:00' };

export function tenantRow(id: string, name: string): Record<string, unknown> {
  return {
    id,
    kind: 'library',
    name,
    slug: `${name.toLowerCase().replace(/[^a-z]+/g, '-')}-${id.slice(0, 8)}`,
    email: `office@${id.slice(0, 8)}.example.test`,
    phone: '+919876543210',
    city: 'Jaipur',
    state: 'Rajasthan',
    status: 'active',
    plan: 'professional',
    max_libraries: 5,
    max_students: 500,
    max_staff: 20,
  };
}

export function libraryRow(tenantId: string, id: string, name: string): Record<string, unknown> {
  return {
    tenant_id: tenantId,
    id,
    name,
    code: id.slice(0, 8),
    address: '12 Station Road',
    city: 'Jaipur',
    state: 'Rajasthan',
    pincode: '302001',
    phone: '+919876543211',
    capacity: 80,
    hours: [day, day, day, day, day, day, null],
    amenities: ['wifi', 'water'],
    status: 'active',
  };
}

export function eventRow(
  tenantId: string,
  actor: { userId: string; name: string },
  subject: string,
): Record<string, unknown> {
  return {
    tenant_id: tenantId,
    name: 'library.created',
    subject_kind: 'library',
    subject_id: subject,
    actor_id: actor.userId,
    actor_name: actor.name,
    after: { name: 'made for a test' },
  };
}
