import type { Sql } from 'postgres';

/** What one function answers to the superuser under a claim. */
export const underClaim = async <T>(sql: Sql, claim: string, text: string): Promise<T | undefined> =>
  sql.begin(async (tx) => {
    await tx`select set_config('app.tenant_id', ${claim}, true)`;
    const [row] = await tx.unsafe<{ value: T }[]>(text);
    return row?.value;
  }) as Promise<T | undefined>;
