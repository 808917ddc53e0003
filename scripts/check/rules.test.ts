import { describe, expect, it } from 'vitest';
import { drawPlaces } from './places.ts';
import { type Source, source } from './project.ts';
import { rules } from './rules.ts';

const api = 'packages/api/src/domains';
const long = (lines: number) => 'export {};\n'.repeat(lines);

interface Example {
  bad: [string, string][];
  good: [string, string][];
}

/** What each rule must catch, file by file, and what it must let pass. */
const examples: Record<string, Example> = {
  'no file over 400 lines, no router over 150': {
    bad: [
      ['packages/api/src/a.ts', long(401)],
      [`${api}/staff/router.ts`, long(151)],
    ],
    good: [
      ['packages/api/src/a.ts', long(400)],
      ['package-lock.json', long(900)],
      ['packages/api/messages/en.json', long(900)],
    ],
  },
  'Hindi has one word for a thing': {
    bad: [
      ['packages/api/messages/hi.json', '{ "a": "विद्यार्थियों की सूची" }'],
      ['apps/owner/messages/hi.json', '{ "a": "सब काम" }'],
    ],
    good: [
      ['packages/api/messages/hi.json', '{ "a": "स्टूडेंट की सूची", "b": "सामान्य" }'],
      ['packages/api/messages/en.json', '{ "a": "यदि" }'],
    ],
  },
  'no any': {
    bad: [
      ['a.ts', 'export const a = (b: any) => b;'],
      ['b.tsx', 'export const a = b as any;'],
    ],
    good: [['a.ts', 'export const any = "any";']],
  },
  'no suppression comment': {
    bad: [
      ['a.ts', '// @ts-ignore\nexport const a = 1;'],
      ['b.ts', '/* biome-ignore lint: x */ export const a = 1;'],
      ['c.tsx', '// @ts-expect-error\nexport const a = 1;'],
    ],
    good: [['a.ts', 'export const text = "@ts-ignore";']],
  },
  'patterns look at each letter a fixed number of times': {
    bad: [
      ['packages/api/src/a.ts', 'export const a = /[^\\p{L}]+$/u;'],
      ['packages/api/src/b.ts', "export const a = 'x'.replace(/^-+|-+$/g, '');"],
      ['apps/owner/src/c.tsx', 'export const a = /^(a+)+$/;'],
      ['packages/db/src/d.ts', 'export const a = /^(.)\\1+$/;'],
      ['packages/api/src/e.ts', "export const a = (b: string) => new RegExp(b + '+');"],
    ],
    good: [
      ['packages/api/src/a.ts', 'export const a = /^[a-z]+(?:-[a-z]+)*$/;'],
      ['packages/api/src/a.test.ts', 'export const a = /a+$/;'],
      ['scripts/a.ts', 'export const a = /a+$/;'],
    ],
  },
  'process.env is read in env.ts alone': {
    bad: [
      [`${api}/staff/x.ts`, 'export const a = process.env.A;'],
      ['apps/owner/server.ts', 'const { env } = process; export { env };'],
      ['packages/db/src/x.ts', "import { env } from 'node:process'; export { env };"],
      ['apps/admin/src/features/x.tsx', "export const a = process['env'].A;"],
    ],
    good: [
      ['apps/owner/src/env.ts', 'export const a = process.env.A;'],
      ['scripts/x.ts', 'export const a = process.env.A;'],
    ],
  },
  'imports follow the table': {
    bad: [
      ['apps/owner/src/app/page.tsx', "import { x } from '@studyspot/db/query'; x();"],
      ['apps/owner/src/app/a.ts', "import { x } from '../../../admin/src/env.ts'; x();"],
      ['packages/api/src/a.ts', "import { x } from '@studyspot/ui/button'; x();"],
      ['packages/api/src/b.ts', "import { headers } from 'next/headers'; headers();"],
      ['packages/api/src/c.ts', "import { eq } from 'drizzle-orm'; eq();"],
      ['packages/db/src/a.ts', "import { x } from '@studyspot/api/errors/codes'; x();"],
      ['packages/ui/src/a.tsx', "import { x } from '@studyspot/api/errors/codes'; x();"],
      ['apps/sandbox/src/a.ts', "export { x } from '@studyspot/providers/mail';"],
      ['apps/owner/src/features/staff/a.tsx', "import { x } from '../libraries/b.tsx'; x();"],
      ['apps/owner/src/features/staff/b.tsx', "import { x } from '../../app/page.tsx'; x();"],
      ['apps/owner/src/shell/b.tsx', "import { x } from '../features/staff/a.tsx'; x();"],
      [`${api}/staff/list-staff.ts`, "import { TRPCError } from '@trpc/server'; throw new TRPCError();"],
      [
        'apps/owner/src/features/a/b.tsx',
        "'use client';\nimport { appHere } from '@studyspot/api/app-here'; appHere();",
      ],
      ['packages/api/src/d.ts', "export const x = await import('@studyspot/ui/button');"],
    ],
    good: [
      ['apps/owner/src/app/page.tsx', "import { x } from '../features/staff/a.tsx'; x();"],
      [
        'apps/owner/src/features/staff/a.tsx',
        "'use client';\nimport { y } from '@studyspot/api/domains/staff/schema'; y();",
      ],
      [
        'apps/owner/src/features/staff/b.tsx',
        "'use client';\nimport type { OwnerRouter } from '@studyspot/api/root'; export type A = OwnerRouter;",
      ],
      ['packages/api/src/a.ts', "import { eq } from '@studyspot/db/query'; eq();"],
      ['packages/providers/src/mail.test.ts', "import { x } from '../../../apps/sandbox/src/sandbox.ts'; x();"],
    ],
  },
  'a domain imports only earlier domains': {
    bad: [
      [`${api}/tenants/a.ts`, "import { x } from '../libraries/rules.ts'; x();"],
      [`${api}/astrology/a.ts`, 'export {};'],
    ],
    good: [[`${api}/libraries/a.ts`, "import { x } from '../tenants/rules.ts'; x();"]],
  },
  'a domain holds domain, router, schema, names, rules, guards, examples and verbs': {
    bad: [
      [`${api}/staff/InviteStaff.ts`, 'export function InviteStaff() {}'],
      [`${api}/staff/invite-staff.ts`, 'export function inviteSomebody() {}'],
      [`${api}/staff/gone.test.ts`, 'export {};'],
      [`${api}/staff/deeper/still/verb.ts`, 'export function verb() {}'],
    ],
    good: [
      [`${api}/staff/invite-staff.ts`, 'export async function inviteStaff() {}'],
      [`${api}/staff/invite-staff.test.ts`, 'export {};'],
      [`${api}/staff/rota/plan-rota.ts`, 'export function planRota() {}'],
      [`${api}/staff/rules.ts`, 'export {};'],
      [`${api}/staff/examples.ts`, 'export {};'],
    ],
  },
  'pages are linked by PageLink alone': {
    bad: [['apps/owner/src/features/a.tsx', "import Link from 'next/link'; export const a = Link;"]],
    good: [
      ['packages/portal/src/shell/page-link.tsx', "import Link from 'next/link'; export const a = Link;"],
      ['apps/owner/src/features/a.tsx', "import { PageLink } from '@studyspot/portal/shell/page-link'; PageLink;"],
    ],
  },
  'inside pages are made by page(), and none has a fallback': {
    bad: [
      ['apps/owner/src/app/(inside)/seats/page.tsx', 'export default async function Page() { return null; }'],
      ['apps/owner/src/app/(inside)/page.tsx', "import { session } from '../../shell/session.ts'; session();"],
      ['apps/admin/src/app/(inside)/seats/loading.tsx', 'export default () => null;'],
    ],
    good: [
      [
        'apps/owner/src/app/(inside)/seats/page.tsx',
        "import { page } from '../../../shell/session.ts';\nexport default page({ words: [] }, async () => null);",
      ],
      [
        'apps/admin/src/app/(inside)/profile/page.tsx',
        "export { ProfilePage as default } from '@studyspot/portal/identity/profile-page';",
      ],
      ['apps/owner/src/app/(door)/choose/page.tsx', 'export default () => null;'],
    ],
  },
  'rules.ts is pure': {
    bad: [
      [`${api}/staff/rules.ts`, 'export const now = () => new Date();'],
      [`${api}/tenants/rules.ts`, "import { eq } from '@studyspot/db/query'; eq();"],
      [`${api}/system/rules.ts`, 'export const dice = () => Math.random();'],
      [`${api}/libraries/rules.ts`, 'export const wait = async () => { await 1; };'],
    ],
    good: [
      [`${api}/staff/rules.ts`, "import { x } from './schema.ts'; export const day = (at: number) => new Date(x(at));"],
    ],
  },
  'schema.ts and domain.ts import zod and other schemas alone': {
    bad: [[`${api}/staff/schema.ts`, "import { staff } from '@studyspot/db/schema/tenants'; export { staff };"]],
    good: [
      [
        `${api}/staff/schema.ts`,
        "import * as z from 'zod/mini';\nimport { id } from '../../fields.ts'; export const x = z.object({ id });",
      ],
    ],
  },
  'a router is a table of contents': {
    bad: [
      [`${api}/staff/router.ts`, "import { memberships } from '@studyspot/db/schema/tenants'; export { memberships };"],
      [`${api}/tenants/router.ts`, 'export const a = (b: boolean) => { if (b) return 1; };'],
    ],
    good: [
      [
        `${api}/staff/router.ts`,
        "export const staffRouter = router({ list: tenantProcedure('users:read').reads(listStaff) });",
      ],
    ],
  },
  'verbs never name the tenant': {
    bad: [
      [
        `${api}/libraries/list-libraries.ts`,
        'export const listLibraries = (row: { tenantId: string }) => row.tenantId;',
      ],
    ],
    good: [[`${api}/tenants/get-tenant.ts`, 'export const getTenant = (row: { tenantId: string }) => row.tenantId;']],
  },
  'the raw procedure stays inside procedures': {
    bad: [
      ['packages/api/src/http/a.ts', "import { initTRPC } from '@trpc/server'; initTRPC.create();"],
      [`${api}/staff/router.ts`, 'export const a = t.procedure.query(() => 1);'],
      [`${api}/staff/a.ts`, "throw new TRPCError({ code: 'NOT_FOUND' });"],
    ],
    good: [
      [
        'packages/api/src/procedures/trpc.ts',
        "import { initTRPC } from '@trpc/server'; export const t = initTRPC.create(); t.procedure;",
      ],
    ],
  },
  'names say what a thing is, in kebab-case': {
    bad: [
      ['packages/api/src/utils/a.ts', ''],
      ['packages/ui/src/helpers.ts', ''],
      ['packages/ui/src/common.test.ts', ''],
      ['packages/ui/src/TextField.tsx', ''],
    ],
    good: [['apps/owner/src/app/libraries/[id]/page.tsx', '']],
  },
  'no feature folder over 15 files, no domain folder over 20': {
    bad: [],
    good: [['apps/owner/src/features/staff/a.tsx', '']],
  },
  'types of rows come from the router': {
    bad: [
      ['apps/owner/src/features/libraries/a.ts', 'export interface Row { id: string; name: string; capacity: number }'],
      [
        'apps/owner/src/features/libraries/b.tsx',
        'export const A = (a: { library: { id: 1; code: 2; hours: 3 } }) => a;',
      ],
      [
        'apps/admin/src/features/tenants/c.ts',
        'export type O = { membershipId: 1; email: 2; accepted: 3; phone: 4; own: 5 };',
      ],
      [
        'packages/portal/src/staff/d.tsx',
        'export interface Page { items: 1[]; nextCursor: 2; prevCursor: 3; total: 4 }',
      ],
    ],
    good: [
      ['apps/owner/src/features/libraries/a.ts', "export type Row = Pick<Library, 'id' | 'name' | 'capacity'>;"],
      ['apps/owner/src/features/libraries/b.ts', 'export interface Saved { name: string; version: number }'],
      ['apps/admin/src/features/tenants/c.ts', 'export interface Props { name: 1; email: 2; portal: 3; maySwitch: 4 }'],
      ['packages/api/src/d.ts', 'export interface Row { id: string; name: string; capacity: number }'],
    ],
  },
  'no text outside message files': {
    bad: [
      ['apps/owner/src/features/a/a.tsx', 'export const A = () => <p>Save</p>;'],
      ['packages/ui/src/a.tsx', 'export const A = () => <button aria-label="Close">{x}</button>;'],
      ['apps/admin/src/app/page.tsx', "export const A = () => <p>{busy ? 'Saving' : x}</p>;"],
      ['apps/admin/src/app/b.tsx', "export const A = () => <p>{'Saving'}</p>;"],
      ['apps/admin/src/app/c.tsx', 'export const A = () => <p>{`$' + '{n} rows`}</p>;'],
      ['packages/api/src/a.ts', "export const a = 'नमस्ते';"],
    ],
    good: [
      [
        'apps/owner/src/features/a/a.tsx',
        `export const A = () => <p className="big">{t('save')} · <b data-x={'row'}>{n}</b></p>;`,
      ],
      ['apps/owner/e2e/a.spec.ts', "export const a = 'नमस्ते';"],
    ],
  },
};

function sourcesOf(files: readonly [string, string][]): Source[] {
  return files.map(([path, text]) => source(path, text));
}

const ruleOf = (name: string) => {
  const rule = rules.find((one) => one.name === name);
  if (!rule) throw new Error(`no rule ${name}`);
  return rule;
};

async function failingFiles(name: string, files: readonly [string, string][]): Promise<string[]> {
  const problems = await ruleOf(name).find(sourcesOf(files));
  return [...new Set(problems.map(({ path }) => path))].sort();
}

describe.each(Object.entries(examples))('%s', (name, { bad, good }) => {
  it('catches each bad example', async () => {
    expect(await failingFiles(name, bad)).toEqual(bad.map(([path]) => path).sort());
  });
  it('lets the good ones pass', async () => {
    expect(await failingFiles(name, good)).toEqual([]);
  });
});

it('counts the files of a feature', async () => {
  const files = Array.from({ length: 16 }, (_, n): [string, string] => [`apps/owner/src/features/staff/a${n}.tsx`, '']);
  const name = 'no feature folder over 15 files, no domain folder over 20';
  expect(await failingFiles(name, files)).toEqual(['apps/owner/src/features/staff']);
  const verbs = Array.from({ length: 21 }, (_, n): [string, string] => [`${api}/staff/verb-${n}.ts`, '']);
  expect(await failingFiles(name, verbs)).toEqual([`${api}/staff`]);
  expect(await failingFiles(name, [...verbs.slice(1), [`${api}/staff/rota/plan-rota.ts`, '']])).toEqual([]);
});

it('finds the second of two files that say the same, unless it is short', async () => {
  const name = 'no two source files say the same';
  const paths = ['apps/admin/src/app/a.tsx', 'apps/owner/src/app/a.tsx'];
  const both = (lines: number) => paths.map((path): [string, string] => [path, long(lines)]);
  expect(await failingFiles(name, both(9))).toEqual([paths[1]]);
  expect(await failingFiles(name, both(8))).toEqual([]);
  const [one = ['', '']] = both(9);
  expect(await failingFiles(name, [one, ['apps/owner/messages/en.json', long(9)]])).toEqual([]);
});

it('compares English with Hindi', async () => {
  const rule = ruleOf('English and Hindi say the same things');
  const pair = (en: object, hi: object) =>
    sourcesOf([
      ['apps/owner/messages/en.json', JSON.stringify(en)],
      ['apps/owner/messages/hi.json', JSON.stringify(hi)],
    ]);
  const count = async (en: object, hi: object) => (await rule.find(pair(en, hi))).length;
  expect(await count({ a: { b: 'Hello {name}' } }, { a: { b: 'नमस्ते {name}' } })).toBe(0);
  expect(await count({ a: { b: 'Hello {name}' } }, { a: { b: 'नमस्ते {nam}' } })).toBe(1);
  expect(
    await count({ a: '{n, plural, one {# row} other {# rows}}' }, { a: '{n, plural, one {# पंक्ति} other {# पंक्तियाँ}}' }),
  ).toBe(0);
  expect(await count({ a: 'x' }, {})).toBe(1);
  expect(await count({}, { a: 'x' })).toBe(1);
  expect(await count({ a: 'x' }, { a: '{' })).toBe(1);
  expect(await count({ a: 'x' }, { a: ' ' })).toBe(1);
});

it('compares .env.example with what is read', async () => {
  const rule = ruleOf('.env.example names every setting');
  const find = (example: string) =>
    rule.find(
      sourcesOf([
        ['packages/api/src/env.ts', 'const shape = { NODE_ENV: z, PORT: z, MAIL_URL: z };'],
        ['.env.example', example],
      ]),
    );
  const beside =
    'DATABASE_URL=\nLOGIN_SECRET=\nOWNER_PORT=\nADMIN_PORT=\nSANDBOX_PORT=\nSANDBOX_SMTP_PORT=\nWORKER_PORT=\nPOSTGRES_PORT=\n';
  expect(await find(`${beside}PORT=1\n# MAIL_URL=x`)).toEqual([]);
  expect(await find(`${beside}PORT=1`)).toMatchObject([{ message: 'lacks MAIL_URL' }]);
  expect(await find(`${beside}PORT=1\nMAIL_URL=\nOLD=1`)).toMatchObject([
    { message: 'names OLD, which nothing reads' },
  ]);
});

it('notices an old map', async () => {
  const rule = ruleOf('the map in the README is true');
  expect(await rule.find(sourcesOf([['README.md', '# StudySpot\n']]))).toHaveLength(1);
});

it('finds a place that the menu has not got, and lists them in the order of the domains', async () => {
  const rule = ruleOf('every place that a feature says is in the menu');
  const features: [string, string][] = [
    ['apps/owner/src/features/libraries/library-place.tsx', ''],
    ['apps/owner/src/features/staff/staff-desk-place.tsx', ''],
  ];
  const lists = drawPlaces(sourcesOf(features)).map(({ path, text }): [string, string] => [path, text]);
  expect(lists[0]?.[1]).toContain('places = [staffDeskPlace, libraryPlace];');
  expect(await rule.find(sourcesOf([...features, ...lists]))).toEqual([]);
  expect(await rule.find(sourcesOf([...features.slice(1), ...lists]))).toHaveLength(1);
});
