import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Identity } from '@studyspot/db/identity';
import { PLATFORM_ID } from '@studyspot/db/schema/platform';
import type { AnyTRPCRouter } from '@trpc/server';
import { AppError } from '../errors/app-error.ts';
import { type Permission, permissionsOf } from '../permissions/table.ts';
import type { CallContext, Signed } from '../procedures/context.ts';
import { atOf, signedOf } from '../procedures/gate.ts';
import type { Meta } from '../procedures/trpc.ts';
import type { News } from './news.ts';
import type { NewsOut } from './news-wire.ts';
import { addressed, EVERY_TENANT, overheard, personal, touched } from './touched.ts';

export interface StreamParts {
  news: News;
  router: AnyTRPCRouter;
  headers: Readonly<Record<string, string>>;
  times?: Partial<StreamTimes>;
}

export interface StreamTimes {
  beatMs: number;
  lookMs: number;
  lifeMs: number;
}

export interface Streams {
  /** Answers as long as the caller listens; a refusal is thrown before anything was sent. */
  open(req: IncomingMessage, res: ServerResponse, context: CallContext): Promise<void>;
  /** Something about this session, or about all of its person's, has changed. */
  lookAgain(session: string): void;
  /** Ends all: browsers come back by themselves. */
  end(): void;
  count(): number;
}

const usualTimes: StreamTimes = { beatMs: 15_000, lookMs: 30_000, lifeMs: 10 * 60_000 };
const MOST_PER_SESSION = 4;
// Whoever reads slower than this is cut, and asks again for what came meanwhile.
const MOST_WAITING = 65_536;
const COME_BACK_MS = 2_000;
// Whoever missed more asks for everything anew, which is less than all of it and fits into what may wait.
const MOST_MISSED = 200;

interface Listener {
  session: string;
  user: string;
  look(): Promise<void>;
  end(): void;
}

/** Who may hear of a kind: whoever may call a read of a router that shows it. */
function permissionsByKind(router: AnyTRPCRouter): ReadonlyMap<string, ReadonlySet<Permission>> {
  const readable = new Map<string, Set<Permission>>();
  for (const [path, procedure] of Object.entries<{ _def: { type: string; meta?: unknown } }>(router._def.procedures)) {
    const [name = ''] = path.split('.');
    const { permission } = procedure._def.meta as Meta;
    if (procedure._def.type !== 'query' || permission === null) continue;
    readable.set(name, (readable.get(name) ?? new Set()).add(permission));
  }
  return new Map(
    Object.entries(touched).map(([kind, routers]) => [
      kind,
      new Set(routers.flatMap((name) => [...(readable.get(name) ?? [])])),
    ]),
  );
}

interface Listening {
  user: string;
  library: string | null;
  held: ReadonlySet<string>;
}

async function whoListens(identity: Identity, context: CallContext, signed: Signed): Promise<Listening | null> {
  const person = await identity.person(atOf(context, signed));
  const { membership, tenant } = person;
  if (!membership || tenant?.id !== signed.tenant || tenant.status === 'suspended') return null;
  return { user: person.userId, library: person.library, held: new Set(permissionsOf(membership)) };
}

export function openStreams({ news, router, headers, times: given }: StreamParts): Streams {
  const times = { ...usualTimes, ...given };
  const readers = permissionsByKind(router);
  const listeners = new Set<Listener>();
  /** By session: those that listen, and those whose answer is under way. */
  const places = new Map<string, number>();
  let isOver = false;

  /** Counted before anything is awaited, else those that ask side by side all see the same free place. */
  function takePlace(session: string, res: ServerResponse): void {
    const taken = places.get(session) ?? 0;
    if (taken >= MOST_PER_SESSION)
      throw new AppError('too_many_calls', { details: { retryAfter: COME_BACK_MS / 1000 } });
    places.set(session, taken + 1);
    // Refused or not: every answer closes.
    res.once('close', () => {
      const left = (places.get(session) ?? 1) - 1;
      if (left > 0) places.set(session, left);
      else places.delete(session);
    });
  }

  /** Of this tenant; or the platform's word to it; or what the platform looks after. */
  const isFor = ({ tenant, kind, id }: NewsOut, listening: string): boolean =>
    tenant === listening ||
    (listening === PLATFORM_ID && overheard.has(kind)) ||
    (tenant === PLATFORM_ID && addressed.has(kind) && (id === listening || id === EVERY_TENANT));

  const maySee = (item: NewsOut, tenant: string, { user, library, held }: Listening): boolean => {
    if (!isFor(item, tenant)) return false;
    if (personal.has(item.kind) && item.actor !== user && item.id !== user) return false;
    if (library !== null && item.library !== null && item.library !== library) return false;
    return [...(readers.get(item.kind) ?? [])].some((permission) => held.has(permission));
  };

  async function open(req: IncomingMessage, res: ServerResponse, context: CallContext): Promise<void> {
    const signed = signedOf(context);
    const { session, tenant } = signed;
    const asked = new URL(req.url ?? '/', 'http://x').searchParams;
    if (tenant === null || asked.get('tenant') !== tenant) {
      throw new AppError('changed_meanwhile', { details: { reason: 'tenant_switched', tenant: tenant ?? '' } });
    }
    takePlace(session, res);
    const first = await whoListens(context.database.identity, context, signed);
    if (!first) throw new AppError('insufficient_permissions');
    if (isOver) throw new AppError('unavailable');
    // The connection may have closed while the question was under way.
    if (res.destroyed) return;
    let listening = first;

    res.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    const write = (text: string) => {
      res.write(text);
      if (res.writableLength > MOST_WAITING) res.destroy();
    };
    const send = (item: NewsOut) => {
      const { kind, id, event, seq } = item;
      if (!maySee(item, tenant, listening)) return;
      write(`id: ${news.markOf(seq)}\ndata: ${JSON.stringify({ kind, id, event })}\n\n`);
    };
    const tellMark = (event: 'mark' | 'resync') => write(`id: ${news.mark()}\nevent: ${event}\ndata: {}\n\n`);

    const last = req.headers['last-event-id'] ?? asked.get('after');
    const missed = typeof last === 'string' && last !== '' ? news.since(last) : [];
    const told = missed?.filter((item) => maySee(item, tenant, listening));
    const isLost = told === undefined || told.length > MOST_MISSED;
    write(`retry: ${COME_BACK_MS}\n\n`);
    if (!isLost) for (const item of told) send(item);
    // A stream that heard nothing for hours still knows how far it has heard.
    tellMark(isLost ? 'resync' : 'mark');

    const beat = setInterval(() => tellMark('mark'), times.beatMs);
    // Spread, so that a thousand streams do not ask in one instant.
    const lookTimer = setInterval(() => void listener.look(), times.lookMs * (0.9 + Math.random() / 5));
    const life = setTimeout(() => listener.end(), times.lifeMs);
    const silence = news.listen(send, () => tellMark('resync'));
    const listener: Listener = {
      session,
      user: first.user,
      // An old secret after a rotation is no theft here: the stream ends, and comes back with the browser's new cookie.
      look: async () => {
        const found = await whoListens(context.database.identity, context, signed).catch(() => null);
        if (found) listening = found;
        else listener.end();
      },
      // Not at its close: that waits for the reader, and for answers before it on the same connection.
      end: () => {
        leave();
        res.end();
      },
    };
    const leave = () => {
      listeners.delete(listener);
      silence();
      clearInterval(beat);
      clearInterval(lookTimer);
      clearTimeout(life);
    };
    listeners.add(listener);
    res.once('close', leave);
  }

  return {
    open,
    lookAgain(session) {
      const users = new Set([...listeners].filter((one) => one.session === session).map(({ user }) => user));
      for (const one of listeners) if (one.session === session || users.has(one.user)) void one.look();
    },
    end() {
      isOver = true;
      for (const one of listeners) one.end();
    },
    count: () => listeners.size,
  };
}
