import { rawConnection } from './raw-connection.ts';
import { PLATFORM_ID } from './schema/platform.ts';

/** Whether nobody has been invited to the platform yet. */
export async function hasNoAdmin(url: string): Promise<boolean> {
  const sql = rawConnection(url);
  try {
    return await sql.begin(async (tx) => {
      await tx.unsafe(`set local role ss_owner; set local app.tenant_id = '${PLATFORM_ID}'`).simple();
      const [found] = await tx<{ none: boolean }[]>`select not exists (select from memberships) as none`;
      return found?.none === true;
    });
  } finally {
    await sql.end();
  }
}

/**
 * Invites the platform's first super admin, whom no one else can invite. The migrator's address is needed, and the
 * invitation is accepted like any other, with the token behind `tokenHash`.
 */
export async function inviteFirstAdmin(
  url: string,
  admin: { email: string; name: string; tokenHash: Uint8Array },
): Promise<void> {
  const sql = rawConnection(url);
  try {
    await sql.begin(async (tx) => {
      await tx.unsafe(`set local role ss_owner; set local app.tenant_id = '${PLATFORM_ID}'`).simple();
      const [person] = await tx<{ id: string }[]>`
        insert into users (email, name) values (${admin.email}, ${admin.name}) returning id`;
      const [member] = await tx<{ id: string }[]>`
        insert into memberships (user_id, tenant_kind, role, name, email)
        values (${person?.id ?? ''}, 'platform', 'super_admin', ${admin.name}, ${admin.email}) returning id`;
      await tx`
        insert into one_time_tokens (token_hash, purpose, user_id, for_tenant, membership_id, expires_at)
        values (${Buffer.from(admin.tokenHash)}, 'invite', ${person?.id ?? ''}, ${PLATFORM_ID}, ${member?.id ?? ''},
          now() + interval '1 hour')`;
    });
  } finally {
    await sql.end();
  }
}
