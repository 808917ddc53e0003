import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { PLATFORM_ID } from '@studyspot/db/schema/platform';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, errorNumber } from '../sign-in/testing/browser.ts';
import { openStage, type Stage, sessionOf } from '../sign-in/testing/stage.ts';
import type { TestPortal } from '../sign-in/testing/test-portal.ts';
import { startTestWorker } from '../testing/worker.ts';
import type { Worker } from '../work/worker.ts';

let stage: Stage;
let portal: TestPortal;
let worker: Worker;
beforeAll(async () => {
  stage = await openStage();
  portal = await stage.portal();
  portal.app.hear();
  worker = startTestWorker(stage.database);
  for (let tries = 0; tries < 200 && portal.app.news.mark() === '.0'; tries++) await pause(10);
});
afterAll(async () => {
  await worker.stop();
  await stage.close();
});

interface Heard {
  id: string;
  event: string;
  data: string;
}

interface Change {
  kind: string;
  id: string;
  event: string;
}

interface Stream {
  status: number;
  heard: Heard[];
  isOver: boolean;
  until(found: (heard: readonly Heard[]) => boolean): Promise<boolean>;
  close(): void;
}

async function listen(browser: Browser, tenant: string, after = '', at = portal): Promise<Stream> {
  const stop = new AbortController();
  const answer = await fetch(`${at.url}/api/events?${new URLSearchParams({ tenant, after })}`, {
    headers: { cookie: browser.cookie },
    signal: stop.signal,
  });
  const stream: Stream = {
    status: answer.status,
    heard: [],
    isOver: false,
    async until(found) {
      for (let tries = 0; tries < 150 && !found(stream.heard); tries++) await pause(20);
      return found(stream.heard);
    },
    close: () => stop.abort(),
  };
  const read = async () => {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of answer.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      for (const part of parts) {
        const of = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(part)?.[1] ?? '';
        if (of('id')) stream.heard.push({ id: of('id'), event: of('event') || 'message', data: of('data') });
      }
    }
  };
  void read()
    .catch(() => undefined)
    .finally(() => {
      stream.isOver = true;
    });
  return stream;
}

const told = ({ heard }: Stream) =>
  heard.flatMap(({ event, data }) => (event === 'message' ? [JSON.parse(data) as Change] : []));
const changes = (stream: Stream) => told(stream).map(({ kind, id }) => JSON.stringify({ kind, id }));
const marked = (heard: readonly Heard[]) => heard.some(({ event }) => event === 'mark');

interface Library {
  id: string;
  version: number;
  status: string;
}

async function firstLibrary(browser: Browser): Promise<Library> {
  const { json } = await browser.call('libraries.list', { limit: 1 });
  return (json as { result: { data: { items: [Library] } } }).result.data.items[0];
}

async function turn(browser: Browser): Promise<string> {
  const { id, version, status } = await firstLibrary(browser);
  const answer = await browser.call('libraries.setStatus', {
    requestKey: randomUUID(),
    id,
    version,
    status: status === 'active' ? 'inactive' : 'active',
  });
  expect(answer.status).toBe(200);
  return JSON.stringify({ kind: 'library', id });
}

it('is told to those of the same business, and to nobody of another', async () => {
  const { a, b } = stage.world;
  const [owner, manager, other] = await Promise.all([
    stage.visitor(portal, a.owner),
    stage.visitor(portal, a.manager),
    stage.visitor(portal, b.owner),
  ]);
  const [mine, theirs] = await Promise.all([listen(manager, a.id), listen(other, b.id)]);
  expect([await mine.until(marked), await theirs.until(marked)]).toEqual([true, true]);
  const change = await turn(owner);
  expect(await mine.until(() => changes(mine).length > 0)).toBe(true);
  expect(changes(mine)).toEqual([change]);
  const foreign = await turn(other);
  expect(await theirs.until(() => changes(theirs).length > 0)).toBe(true);
  await pause(100);
  expect([changes(mine), changes(theirs)]).toEqual([[change], [foreign]]);
  mine.close();
  theirs.close();
});

it('tells whoever changed something by which event they will hear of it', async () => {
  const { a } = stage.world;
  const owner = await stage.visitor(portal, a.owner);
  const stream = await listen(owner, a.id);
  await stream.until(marked);
  const view = { list: 'staff', saved: [], version: 0 };
  const answer = await owner.call('views.keep', view);
  expect(await stream.until(() => told(stream).length > 0)).toBe(true);
  expect(answer.headers.get('x-studyspot-told')).toBe(told(stream)[0]?.event);
  expect((await owner.call('libraries.list', { limit: 1 })).headers.get('x-studyspot-told')).toBe(null);
  stream.close();
});

it('is not told to who may not read it', async () => {
  const { a } = stage.world;
  const [owner, staff] = await Promise.all([stage.visitor(portal, a.owner), stage.visitor(portal, a.staff)]);
  const [all, some] = await Promise.all([listen(owner, a.id), listen(staff, a.id)]);
  await Promise.all([all.until(marked), some.until(marked)]);
  const invited = await owner.call('staff.invite', {
    requestKey: '11111111-1111-4111-8111-111111111111',
    name: 'New Person',
    email: 'new.person@example.test',
    role: 'staff',
    added: [],
    removed: [],
  });
  expect(invited.status).toBe(200);
  const change = await turn(owner);
  expect(await some.until(() => changes(some).includes(change))).toBe(true);
  expect(changes(some)).toEqual([change]);
  expect(changes(all)).toHaveLength(2);
  all.close();
  some.close();
});

it('tells of a view nobody but whose it is', async () => {
  const { a } = stage.world;
  const [owner, manager] = await Promise.all([stage.visitor(portal, a.owner), stage.visitor(portal, a.manager)]);
  const [own, other] = await Promise.all([listen(owner, a.id), listen(manager, a.id)]);
  await Promise.all([own.until(marked), other.until(marked)]);
  const view = { list: 'libraries', saved: [{ name: 'Closed', query: 'status=inactive' }], version: 0 };
  expect((await owner.call('views.keep', view)).status).toBe(200);
  const change = await turn(owner);
  expect(await other.until(() => changes(other).includes(change))).toBe(true);
  expect(await own.until(() => changes(own).includes(change))).toBe(true);
  expect(changes(other)).toEqual([change]);
  expect(changes(own)).toEqual([JSON.stringify({ kind: 'views', id: `libraries.${a.owner.userId}` }), change]);
  own.close();
  other.close();
});

it('tells of a notice nobody but whom it names, though nobody made it', async () => {
  const { a } = stage.world;
  const [owner, manager] = await Promise.all([stage.visitor(portal, a.owner), stage.visitor(portal, a.manager)]);
  const [other, named] = await Promise.all([listen(owner, a.id), listen(manager, a.id)]);
  await Promise.all([other.until(marked), named.until(marked)]);
  await stage.database.sql`insert into domain_events (tenant_id, name, subject_kind, subject_id)
    values (${a.id}, 'notification.told', 'notification', ${a.manager.userId})`;
  const change = await turn(owner);
  expect(await named.until(() => changes(named).includes(change))).toBe(true);
  expect(await other.until(() => changes(other).includes(change))).toBe(true);
  expect(changes(other)).toEqual([change]);
  expect(changes(named)).toEqual([JSON.stringify({ kind: 'notification', id: a.manager.userId }), change]);
  other.close();
  named.close();
});

it('tells what the platform says to a tenant to that one alone, and to each what it says to all', async () => {
  const { a, b } = stage.world;
  const [first, second] = [await stage.visitor(portal, a.owner), await stage.visitor(portal, b.owner)];
  const [ofA, ofB] = await Promise.all([listen(first, a.id), listen(second, b.id)]);
  await Promise.all([ofA.until(marked), ofB.until(marked)]);
  const say = (name: string, id: string, tenant = PLATFORM_ID) => stage.database.sql`
    insert into domain_events (tenant_id, name, subject_kind, subject_id)
      values (${tenant}, ${name}, ${name.split('.')[0] ?? ''}, ${id})`;
  await say('announcement.updated', a.id);
  await say('board.changed', a.id);
  await say('board.changed', 'all', a.id);
  await say('board.changed', 'all');
  const said = (id: string) => JSON.stringify({ kind: 'board', id });
  expect(await ofB.until(() => changes(ofB).length > 0)).toBe(true);
  expect(await ofA.until(() => changes(ofA).length > 2)).toBe(true);
  expect(changes(ofA)).toEqual([said(a.id), said('all'), said('all')]);
  expect(changes(ofB)).toEqual([said('all')]);
  ofA.close();
  ofB.close();
});

it('tells the platform what it looks after in any tenant, and nothing else of theirs', async () => {
  const { a, platform } = stage.world;
  const admin = await stage.portal({ portal: 'admin' });
  admin.app.hear();
  for (let tries = 0; tries < 200 && admin.app.news.mark() === '.0'; tries++) await pause(10);
  const stream = await listen(await stage.visitor(admin, platform.admin), PLATFORM_ID, '', admin);
  await stream.until(marked);
  for (const [name, id] of [
    ['student.created', 's'],
    ['setting.changed', 'k'],
    ['library.handed_in', 'l'],
  ] as const)
    await stage.database.sql`insert into domain_events (tenant_id, name, subject_kind, subject_id)
      values (${a.id}, ${name}, ${name.split('.')[0] ?? ''}, ${id})`;
  expect(await stream.until(() => changes(stream).length > 0)).toBe(true);
  expect(changes(stream)).toEqual([JSON.stringify({ kind: 'library', id: 'l' })]);
  stream.close();
});

it('goes on where it ended, and says when that is no longer known', async () => {
  const { a } = stage.world;
  const owner = await stage.visitor(portal, a.owner);
  const first = await listen(owner, a.id);
  await first.until(marked);
  const last = first.heard.at(-1)?.id ?? '';
  first.close();
  const missed = await turn(owner);
  const second = await listen(owner, a.id, last);
  expect(await second.until(() => changes(second).length > 0)).toBe(true);
  expect(changes(second)).toEqual([missed]);
  second.close();
  for (const unknown of ['another.3', `${last.split('.')[0]}.999999`, 'x']) {
    const lost = await listen(owner, a.id, unknown);
    expect(await lost.until((heard) => heard.some(({ event }) => event === 'resync'))).toBe(true);
    lost.close();
  }
});

it('is refused without a session, for another business, and a fifth time for one session', async () => {
  const { a, b } = stage.world;
  const owner = await stage.visitor(portal, a.owner);
  const stranger = owner.copy();
  stranger.jar.clear();
  expect(errorNumber(await stranger.ask(`/api/events?tenant=${a.id}`))).toBe(1001);
  const foreign = await owner.ask(`/api/events?tenant=${b.id}`);
  expect([foreign.status, errorNumber(foreign)]).toEqual([409, 3004]);
  expect((await owner.ask(`/api/events?tenant=${a.id}`, { method: 'POST', body: {} })).status).toBe(405);
  const open = await Promise.all([1, 2, 3, 4].map(() => listen(owner, a.id)));
  await Promise.all(open.map((stream) => stream.until(marked)));
  expect((await owner.ask(`/api/events?tenant=${a.id}`)).status).toBe(429);
  for (const stream of open) stream.close();
});

it('is refused a fifth time also when all are asked for at once', async () => {
  const { a } = stage.world;
  const owner = await stage.visitor(portal, a.owner);
  const streams = await Promise.all(Array.from({ length: 12 }, () => listen(owner, a.id)));
  expect(streams.map(({ status }) => status).sort()).toEqual([...Array(4).fill(200), ...Array(8).fill(429)]);
  for (const stream of streams) stream.close();
  const place = async () => (await listen(owner, a.id)).status === 200;
  for (let tries = 0; tries < 50 && !(await place()); tries++) await pause(20);
  expect(await place()).toBe(true);
});

it('writes nothing more after its end, where an answer before it holds the connection', async () => {
  const { a } = stage.world;
  const [first, second] = [await stage.visitor(portal, a.owner), await stage.visitor(portal, a.owner)];
  const count = portal.app.streams.count();
  const { hostname, port } = new URL(portal.url);
  const socket = connect(Number(port), hostname);
  const line = `GET /api/events?tenant=${a.id} HTTP/1.1\r\nhost: localhost\r\n`;
  socket.write([first, second].map(({ cookie }) => `${line}cookie: ${cookie}\r\n\r\n`).join(''));
  for (let tries = 0; tries < 150 && portal.app.streams.count() < count + 2; tries++) await pause(20);
  expect(portal.app.streams.count()).toBe(count + 2);
  const faults: unknown[] = [];
  const note = (error: unknown) => faults.push(error);
  process.on('uncaughtException', note);
  await second.signOut();
  for (let tries = 0; tries < 150 && portal.app.streams.count() > count + 1; tries++) await pause(20);
  await turn(first);
  await pause(100);
  process.off('uncaughtException', note);
  socket.destroy();
  expect(faults).toEqual([]);
});

it('tells who missed much that much was missed, and ends no stream for it', async () => {
  const { a } = stage.world;
  const owner = await stage.visitor(portal, a.owner);
  const from = portal.app.news.mark();
  const { sql } = stage.database;
  await sql`insert into domain_events (tenant_id, name, subject_kind, subject_id)
    select ${a.id}, 'library.changed', 'library', n::text from generate_series(1, 900) n`;
  const seqOf = (mark: string) => Number(mark.split('.')[1]);
  for (let tries = 0; tries < 200 && seqOf(portal.app.news.mark()) < seqOf(from) + 900; tries++) await pause(10);
  const late = await listen(owner, a.id, from);
  expect(await late.until((heard) => heard.length > 0)).toBe(true);
  expect(late.heard.map(({ event }) => event)).toEqual(['resync']);
  late.close();
});

it('ends at sign-out, and is asked by no old secret as if it were stolen', async () => {
  const { a } = stage.world;
  const owner = await stage.visitor(portal, a.owner);
  const stream = await listen(owner, a.id);
  await stream.until(marked);
  await owner.signOut();
  expect(await stream.until(() => stream.isOver)).toBe(true);

  const manager = await stage.visitor(portal, a.manager);
  const before = manager.copy();
  const turned = await listen(before, a.id);
  await turned.until(marked);
  for (let round = 0; round < 3; round++) {
    await stage.age(manager, 3_600);
    expect((await manager.refresh()).status).toBe(200);
  }
  portal.app.streams.lookAgain(sessionOf(manager));
  expect(await turned.until(() => turned.isOver)).toBe(true);
  expect((await stage.row(manager)).ended_at ?? null).toBe(null);
  expect((await manager.call('identity.me')).status).toBe(200);
});

it('tells no more to whom the right was taken', async () => {
  const { b } = stage.world;
  const [owner, staff] = await Promise.all([stage.visitor(portal, b.owner), stage.visitor(portal, b.staff)]);
  const stream = await listen(staff, b.id);
  await stream.until(marked);
  const { json } = await owner.call('staff.list', { limit: 50, filters: { q: b.staff.email } });
  const [member] = (json as { result: { data: { items: { id: string; version: number }[] } } }).result.data.items;
  const { id, version } = member ?? {};
  const rights = { role: 'staff', added: [], removed: ['libraries:read'] };
  expect((await owner.call('staff.update', { id, version, ...rights })).status).toBe(200);
  portal.app.streams.lookAgain(sessionOf(staff));
  await pause(100);
  await turn(owner);
  await pause(100);
  expect(changes(stream)).toEqual([]);
  expect(stream.isOver).toBe(false);
  stream.close();
});

it('does not hold up a stop', async () => {
  const own = await stage.portal();
  const before = portal;
  portal = own;
  const owner = await stage.visitor(own, stage.world.b.owner);
  const streams = await Promise.all([1, 2, 3].map(() => listen(owner, stage.world.b.id)));
  await Promise.all(streams.map((stream) => stream.until(marked)));
  const begun = performance.now();
  await own.app.stop(undefined);
  expect(await streams[0]?.until(() => streams.every(({ isOver }) => isOver))).toBe(true);
  expect(performance.now() - begun).toBeLessThan(2_000);
  expect(own.app.streams.count()).toBe(0);
  portal = before;
});

it('does not begin while the others are ended', async () => {
  const own = await stage.portal();
  const before = portal;
  portal = own;
  const owner = await stage.visitor(own, stage.world.b.owner);
  own.app.streams.end();
  const late = await listen(owner, stage.world.b.id);
  expect(late.status).toBe(503);
  portal = before;
});
