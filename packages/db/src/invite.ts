import { type SQL, sql } from 'drizzle-orm';

/** Any handle inside a change. */
interface Runs {
  run(query: SQL): Promise<ReadonlyArray<Record<string, unknown>>>;
}

export interface MemberMail {
  /** Arms the token that the mail carries, on the worker's second login. */
  request: string;
  email: string;
  name: string;
  locale: 'en' | 'hi';
  tenantName: string;
}

/** Where a notice goes that its member wants by mail. */
export interface MemberAddress {
  email: string;
  name: string;
  locale: 'en' | 'hi';
  tenantName: string;
  portal: 'owner' | 'admin';
}

/** null where nobody of that name works here. */
export async function addressOfMember(db: Runs, membershipId: string): Promise<MemberAddress | null> {
  const found = await answer(db, sql`select identity.address_of_member(${membershipId}::uuid)::text as answer`);
  return typeof found === 'string' ? (JSON.parse(found) as MemberAddress) : null;
}

async function answer(db: Runs, query: SQL): Promise<unknown> {
  const [row] = await db.run(query);
  return row?.['answer'];
}

/** Somebody to invite; who is new reads the inviter's language until they choose their own. */
interface Invited {
  email: string;
  name: string;
  locale: 'en' | 'hi';
}

/** The id of the person with this mail, the same way whether the mail was known or not. */
export async function invite(db: Runs, { email, name, locale }: Invited): Promise<string> {
  const id = await answer(
    db,
    sql`select identity.invite(${email}::text, ${name}::text, ${locale}::text)::text as answer`,
  );
  if (typeof id !== 'string') throw new Error('identity.invite gave no id');
  return id;
}

/**
 * Asks for a one-time token of the member's own person and gives the address to mail it to: the caller arms it, mails
 * it and never returns it. null when the member is not in a state for it (invite, welcome: open invitation; reset: accepted).
 */
export async function mailToMember(
  db: Runs,
  mail: { membershipId: string; purpose: 'invite' | 'reset' | 'welcome'; minutes: number },
): Promise<MemberMail | null> {
  const found = await answer(
    db,
    sql`select identity.mail_to_member(${mail.membershipId}::text::uuid, ${mail.purpose === 'reset' ? 'reset' : 'invite'}::text,
      ${String(mail.minutes)}::text::int)::text as answer`,
  );
  return typeof found === 'string' ? (JSON.parse(found) as MemberMail) : null;
}
