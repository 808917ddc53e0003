import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from '../sign-in/testing/stage.ts';

const METRICS_TOKEN = 'token-of-whoever-measures'.padEnd(40, 't');

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const measure = (url: string, authorization?: string, method = 'GET') =>
  fetch(`${url}/metrics`, { method, redirect: 'manual', headers: authorization ? { authorization } : {} });

test('without a token in the settings there is nothing to measure', async () => {
  const { url } = await stage.portal();
  expect((await measure(url)).status).toBe(404);
  expect((await measure(url, 'Bearer ')).status).toBe(404);
});

test('only whoever brings the token measures, and the database is not asked for it', async () => {
  const { url, app } = await stage.portal({ env: { METRICS_TOKEN } });
  for (const wrong of [undefined, '', 'Bearer', `Bearer ${METRICS_TOKEN}x`, `Basic ${METRICS_TOKEN}`, METRICS_TOKEN])
    expect((await measure(url, wrong)).status, wrong).toBe(401);
  await fetch(`${url}/api/trpc/identity.me`, { method: 'POST', headers: { origin: app.env.PORTAL_URL } });
  await fetch(`${url}/api/trpc/made.up`, { method: 'POST', headers: { origin: app.env.PORTAL_URL } });
  await fetch(`${url}/made-up`);
  const figures = app.database.figures();
  const answer = await measure(url, `Bearer ${METRICS_TOKEN}`);
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const text = await answer.text();
  expect(app.database.figures()).toEqual(figures);
  expect(text).toContain('http_request_duration_seconds_count{method="POST",route="identity.me",status="401"} 1');
  expect(text).toContain('http_request_duration_seconds_count{method="POST",route="unknown",status="404"} 1');
  expect(text).toContain('http_request_duration_seconds_count{method="GET",route="/metrics",status="401"} 6');
  expect(text).not.toContain('made');
  expect(text).toMatch(/studyspot_pool_slots_used\{pool="tenant"\} \d/);
  for (const line of text.trimEnd().split('\n'))
    expect(line).toMatch(/^# (HELP|TYPE) |^[a-z_]+(\{[^}]*\})? [\d.e+-]+$/);
  expect(await (await measure(url, `Bearer ${METRICS_TOKEN}`, 'HEAD')).text()).toBe('');
});

test('what the gate refuses is counted by its name', async () => {
  const { app, url } = await stage.portal({ env: { METRICS_TOKEN } });
  const nobody = { session: '00000000-0000-4000-8000-000000000001', secretHash: new Uint8Array(32) };
  await app.database.identity.person({ ...nobody, portal: 'owner' } as never).catch(() => undefined);
  const text = await (await measure(url, `Bearer ${METRICS_TOKEN}`)).text();
  expect(text).toMatch(/studyspot_gate_refusals_total\{name="[a-z_]+"\} 1/);
  expect(text).toMatch(/db_query_duration_seconds_count\{type="identity"\} [1-9]/);
});
