import { rawConnection } from './raw-connection.ts';
import { PLATFORM_ID } from './schema/platform.ts';

/** True while nobody at all has an account. */
export async function hasNobody(url: string): Promise<boolean> {
  const sql = rawConnection(url);
  try {
    const [found] = await sql<{ empty: boolean }[]>`select not exists (select from users) as empty`;
    return found?.empty === true;
  } finally {
    await sql.end();
  }
}

/**
 * The platform's first super admin, whom nobody can invite. Only into a database without people, and by its owner:
 * it needs a login that stands above the wall.
 */
export async function makeFirstAdmin(
  url: string,
  admin: { email: string; name: string; passwordHash: string },
): Promise<void> {
  const sql = rawConnection(url);
  try {
    await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(hashtext('studyspot.first_admin'))`;
      const [someone] = await tx`select 1 from users limit 1`;
      if (someone) throw new Error('The database already has people: invite the next one in the admin portal.');
      const [user] = await tx<{ id: string }[]>`
        insert into users (email, name, password_hash, verified_at)
        values (${admin.email}, ${admin.name}, ${admin.passwordHash}, now()) returning id`;
      if (!user) throw new Error('no user was made');
      await tx`
        insert into memberships (tenant_id, user_id, tenant_kind, role, department, name, email, accepted_at)
        values (${PLATFORM_ID}, ${user.id}, 'platform', 'super_admin', 'management', ${admin.name}, ${admin.email}, now())`;
      await tx`
        insert into domain_events (tenant_id, name, subject_kind, subject_id)
        values (${PLATFORM_ID}, 'platform.started', 'person', ${user.id})`;
    });
  } finally {
    await sql.end();
  }
}
