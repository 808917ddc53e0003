import { createHash, timingSafeEqual } from 'node:crypto';
import type { Database } from '@studyspot/db/tenancy/database';
import { translate } from '../errors/translate.ts';
import { By, Counter, Durations, openQueryTimes } from './measures.ts';
import { methodOf, openRoutes } from './route-of.ts';
import { countersText, durationsText, queriesText, valuesText } from './text.ts';

const HTTP_BOUNDS = [0.1, 0.3, 0.5, 1, 3, 5, 10];

const digest = (text: string) => createHash('sha256').update(text).digest();

/** True for the right token alone; how long it takes tells nothing of it. */
export function openToken(token: string): (authorization: string | undefined) => boolean {
  const wanted = digest(`Bearer ${token}`);
  return (authorization = '') => timingSafeEqual(digest(authorization), wanted);
}

/** What a portal counts of itself, in memory alone. */
export function openPortalMetrics() {
  const http = new By(() => new By(() => new By(() => new Durations(HTTP_BOUNDS))));
  const queries = openQueryTimes();
  const refusals = new By(() => new Counter());
  const routeOf = openRoutes();
  return {
    /** A call of a procedure. */
    called(procedure: string, status: number, started: number): void {
      http
        .at('POST')
        .at(procedure)
        .at(status)
        .add((performance.now() - started) / 1000);
    },
    /** Everything else that came by HTTP. */
    served(method: string | undefined, path: string, status: number, started: number): void {
      const route = routeOf(path, status);
      if (route === null) return;
      http
        .at(methodOf(method))
        .at(route)
        .at(status)
        .add((performance.now() - started) / 1000);
    },
    asked(type: string, seconds: number, error: unknown): void {
      queries.at(type).add(seconds);
      if (error instanceof Error && error.name === 'Refused') refusals.at(translate(error).code).add();
    },
    text(database: Pick<Database, 'figures'>, streams: number): string {
      const pools = Object.entries(database.figures());
      return [
        durationsText(
          'http_request_duration_seconds',
          'How long requests and calls of procedures took.',
          ['method', 'route', 'status'],
          http,
        ),
        queriesText(queries),
        valuesText(
          'studyspot_pool_slots',
          'gauge',
          'Connections that a pool may have.',
          pools.map(([pool, { size }]) => [{ pool }, size] as const),
        ),
        valuesText(
          'studyspot_pool_slots_used',
          'gauge',
          'Those on which something runs.',
          pools.map(([pool, { used }]) => [{ pool }, used] as const),
        ),
        valuesText(
          'studyspot_pool_waiting',
          'gauge',
          'Those who wait for one.',
          pools.map(([pool, { waiting }]) => [{ pool }, waiting] as const),
        ),
        countersText('studyspot_gate_refusals_total', 'What the gate refused, by name.', ['name'], refusals),
        valuesText('studyspot_streams', 'gauge', 'Streams of news that are open.', streams),
        valuesText('process_resident_memory_bytes', 'gauge', 'Memory of the process.', process.memoryUsage.rss()),
      ].join('');
    },
  };
}

export type PortalMetrics = ReturnType<typeof openPortalMetrics>;
