import { randomUUID } from 'node:crypto';
import type { AnyTRPCProcedure, AnyTRPCRouter } from '@trpc/server';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { passwordFault } from '../domains/identity/rules.ts';
import { atMost, line } from '../fields.ts';
import { parseBody } from '../http/body.ts';
import { publicProcedure } from '../procedures/public.ts';
import type { Schema } from '../procedures/schema.ts';
import type { Meta } from '../procedures/trpc.ts';
import type { PortalName } from '../request.ts';
import { adminRouter, ownerRouter } from '../root.ts';
import type { Side } from '../testing/example.ts';
import { examples } from './examples.ts';
import { bestTime, crowds, parseTimes } from './parse-time.ts';

const MOST_MS = 20;
const token = 'x'.repeat(43);
const side: Side = {
  tenantId: randomUUID(),
  homeId: randomUUID(),
  row: () => randomUUID(),
  memberId: randomUUID(),
  noticeId: randomUUID(),
  invitedId: randomUUID(),
  removedId: randomUUID(),
  sessionId: randomUUID(),
  suspendedId: randomUUID(),
  deletedId: randomUUID(),
  tokens: { reset: token, verify: token, invite: token, device: token, email: token },
  password: 'Jaipur-Monsoon-27',
};

const roots: Record<PortalName, AnyTRPCRouter> = { owner: ownerRouter, admin: adminRouter };

test.each(['owner', 'admin'] as const)('%s: no input takes longer than 20 ms to be read', (portal) => {
  const procedures = Object.entries<AnyTRPCProcedure>(roots[portal]._def.procedures);
  const subjects = procedures.map(([path, procedure]) => ({
    path,
    schema: (procedure._def.meta as Meta).input,
    example: examples[portal].get(path)?.input(side),
  }));
  const { inputs, slow, slowest, slowestMs } = parseTimes(subjects, { mostMs: MOST_MS, findings: 20 });
  console.log(
    `figures: parse time, ${portal}: ${subjects.length} procedures, ${inputs} inputs of 250,000 characters, ` +
      `${slow.length} over ${MOST_MS} ms, slowest ${slowestMs.toFixed(1)} ms (${slowest})`,
  );
  expect(inputs).toBeGreaterThan(procedures.length * 20);
  expect(slow).toEqual([]);
});

test('nor does the body itself, whatever crowd it holds', () => {
  const times = crowds.map(([name, json]): [string, number] => {
    const body = Buffer.from(json);
    return [name, bestTime(() => void parseBody(body, 'application/json'), MOST_MS)];
  });
  expect(times.filter(([, ms]) => ms > MOST_MS)).toEqual([]);
});

// Three hundred looks at each letter are enough: a quadratic pattern would take half a minute here.
const letters = z.regex(/!{1,300}x/);
const password = z.refine((text) => passwordFault(String(text)) === null);
// Each a mistake that this proof exists to find.
const mutants: [what: string, text: Schema][] = [
  ['a password whose length does not abort', z.string().check(z.maxLength(256), password)],
  ['a length that does not abort', z.string().check(z.maxLength(256), letters)],
  ['a length behind the pattern', z.string().check(letters, atMost(256))],
  ['no length', z.string().check(letters)],
  ['in a list', z.array(z.string().check(z.maxLength(256), letters)).check(z.maxLength(9))],
  ['behind a pipe', z.pipe(z.nullable(z.string().check(letters)), z.transform(String))],
];

test.each(mutants)('mutant: %s is found by its time', (_what, text) => {
  const subject = { path: 'planted', schema: z.object({ text, other: line(20) }), example: { text: 'a', other: 'b' } };
  expect(parseTimes([subject], { mostMs: MOST_MS, findings: 1 }).slow).not.toEqual([]);
});

test.each(mutants)('mutant: %s cannot be declared', (_what, text) => {
  const declare = () =>
    publicProcedure
      .input(z.object({ text }))
      .output(z.object({}))
      .reads(async () => ({}));
  expect(declare).toThrow('an input must be measured before it is read: input.text');
});
