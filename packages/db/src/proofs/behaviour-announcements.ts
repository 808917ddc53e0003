import { A, B, member, P } from './people.ts';
import { type Behaviour, must, type Probe } from './probe.ts';
import { denied, logins, noClaim } from './table-scene.ts';

// What a tenant sees of the platform's announcements, and what the platform hears of their readers.

const announcement = '00000000-0000-4000-8000-00000000b001';
const reach = `select * from wall.announcement_reach('${announcement}')`;
const board = 'select * from wall.board()';

interface Laid {
  tenant_id: string;
  audience: string;
  published_at: string;
  ended_at: string;
  starts_at: string;
  ends_at: string;
}
const running: Laid = {
  tenant_id: `'${P}'`,
  audience: 'null',
  published_at: 'now()',
  ended_at: 'null',
  starts_at: `now() - interval '1 minute'`,
  ends_at: `now() + interval '1 minute'`,
};

const lay = (probe: Probe, more: Partial<Laid> = {}) => {
  const row = { id: `'${announcement}'`, name: `'Repair'`, body: `'On Sunday.'`, ...running, ...more };
  return probe.owner(
    `insert into announcements (${Object.keys(row).join(', ')}) values (${Object.values(row).join(', ')})`,
  );
};

/** How many of it a tenant sees. */
async function seen(probe: Probe, claim: string): Promise<number> {
  const answer = await probe.as('ss_tenant', claim, board);
  must(answer.ok, `control: the board answered ${answer.ok ? '' : answer.code}`);
  const own = answer.rows.filter(({ id }) => id === announcement);
  must(
    own.every((row) => !('audience' in row)),
    'a tenant is told for whom else it is',
  );
  return own.length;
}

const shown: ReadonlyArray<readonly [name: string, laid: Partial<Laid>, inA: number, inB: number]> = [
  ['one for everyone is seen by all', {}, 1, 1],
  ['one for chosen tenants is seen by those', { audience: `array['${A}']::uuid[]` }, 1, 0],
  ['a draft is seen by nobody', { published_at: 'null' }, 0, 0],
  ['an ended one is seen by nobody', { ended_at: 'now()' }, 0, 0],
  ['a planned one is seen by nobody', { starts_at: `now() + interval '1 s'` }, 0, 0],
  [
    'one that is over is seen by nobody',
    { starts_at: `now() - interval '1 hour'`, ends_at: `now() - interval '1 s'` },
    0,
    0,
  ],
  ['a row of another than the platform is seen by nobody', { tenant_id: `'${A}'` }, 0, 0],
];

const reads = (tenant: string, who: string) =>
  `insert into announcement_reads (tenant_id, member_id, announcement_id) values ('${tenant}', '${who}', '${announcement}')`;

async function reached(probe: Probe): Promise<string> {
  const answer = await probe.as('ss_platform', P, reach);
  must(answer.ok, `control: reach answered ${answer.ok ? '' : answer.code}`);
  const [row] = answer.rows;
  return row ? `${row['tenants_read']}/${row['tenants']} ${row['members_read']}/${row['members']}` : 'none';
}

export const announcementBehaviours: readonly Behaviour[] = [
  ...shown.map(
    ([name, laid, inA, inB]): Behaviour => ({
      name: `announcements: ${name}`,
      async holds(probe) {
        await lay(probe, laid);
        must((await seen(probe, A)) === inA, `${name}: not so in A`);
        must((await seen(probe, B)) === inB, `${name}: not so in B`);
      },
    }),
  ),
  {
    name: 'announcements: the board is the tenants’, under a claim; the reach is the platform’s, under its own',
    async holds(probe) {
      await lay(probe);
      await probe.allowed('ss_tenant', A, board, 1, 'reads the board');
      await probe.refused('ss_tenant', null, board, noClaim, 'reads the board without a claim');
      for (const login of logins.filter((one) => one !== 'ss_tenant'))
        await probe.refused(login, P, board, denied, 'reads the board');
      await probe.allowed('ss_platform', P, reach, 1, 'asks for the reach');
      await probe.refused('ss_platform', A, reach, denied, 'asks for the reach under a tenant’s claim');
      await probe.refused('ss_platform', null, reach, noClaim, 'asks for the reach without a claim');
      for (const login of logins.filter((one) => one !== 'ss_platform'))
        await probe.refused(login, P, reach, denied, 'asks for the reach');
    },
  },
  {
    name: 'announcements: the reach counts members who are there, of the tenants that it is for',
    async holds(probe) {
      // In A: asha, both; invited is open, removed is gone. In B: bina, both, open.
      const readers = [
        [A, 'asha'],
        [A, 'open'],
        [A, 'gone'],
        [B, 'bina'],
        [B, 'both'],
      ] as const;
      for (const [tenant, who] of readers) await probe.owner(reads(tenant, member(who, tenant)));
      must((await reached(probe)) === 'none', 'what nobody has announced has a reach');
      await probe.scene(async () => {
        await lay(probe, { published_at: 'null' });
        must((await reached(probe)) === 'none', 'a draft has a reach');
      });
      await probe.scene(async () => {
        await lay(probe, { tenant_id: `'${A}'` });
        must((await reached(probe)) === 'none', 'a row of another than the platform has a reach');
      });
      await probe.scene(async () => {
        await lay(probe);
        must((await reached(probe)) === '2/2 3/5', `for everyone: ${await reached(probe)}`);
        await probe.owner(`update tenants set deleted_at = now() where id = '${B}'`);
        must((await reached(probe)) === '1/1 1/2', `without the removed: ${await reached(probe)}`);
      });
      await lay(probe, { audience: `array['${B}']::uuid[]` });
      must((await reached(probe)) === '1/1 2/3', `for B alone: ${await reached(probe)}`);
      await probe.owner(reads(B, member('open', B)).replace(announcement, announcement.replace('b001', 'b002')));
      must((await reached(probe)) === '1/1 2/3', 'whoever has read another is counted');
    },
  },
];
