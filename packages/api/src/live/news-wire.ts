import * as z from 'zod/mini';

/** One event as the relay tells it to all portals: whose it is and what it is about, nothing of what it says. */
export interface NewsOut {
  seq: number;
  event: string;
  tenant: string;
  kind: string;
  id: string;
  library: string | null;
  actor: string | null;
}

// A notification holds 7,999 bytes.
const MOST_BYTES = 7_900;

const row = z.tuple([
  z.number(),
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.nullable(z.string()),
  z.nullable(z.string()),
]);
const wire = z.object({ line: z.string(), told: z.number(), news: z.array(row) });

const rowOf = ({ seq, event, tenant, kind, id, library, actor }: NewsOut) => [
  seq,
  event,
  tenant,
  kind,
  id,
  library,
  actor,
];

/** As few notifications as hold them all, in their order. */
export function packNews(line: string, news: readonly NewsOut[]): string[] {
  const frame = Buffer.byteLength(JSON.stringify({ line, told: Number.MAX_SAFE_INTEGER, news: [] }));
  const packed: string[] = [];
  let rows: unknown[] = [];
  let bytes = frame;
  let told = 0;
  const close = () => {
    if (rows.length > 0) packed.push(JSON.stringify({ line, told, news: rows }));
    rows = [];
    bytes = frame;
  };
  for (const one of news) {
    const next = rowOf(one);
    const size = Buffer.byteLength(JSON.stringify(next)) + 1;
    if (bytes + size > MOST_BYTES) close();
    // Refused by the server, and all others with it: left out, its number is missed and all is read again.
    if (frame + size > MOST_BYTES) continue;
    rows.push(next);
    bytes += size;
    told = one.seq;
  }
  close();
  return packed;
}

/** Null for what is no news: anybody who may connect can notify a channel. */
export function unpackNews(payload: string): { line: string; told: number; news: NewsOut[] } | null {
  let read: unknown;
  try {
    read = JSON.parse(payload);
  } catch {
    return null;
  }
  const parsed = z.safeParse(wire, read);
  if (!parsed.success) return null;
  const { line, told, news } = parsed.data;
  return {
    line,
    told,
    news: news.map(([seq, event, tenant, kind, id, library, actor]) => ({
      seq,
      event,
      tenant,
      kind,
      id,
      library,
      actor,
    })),
  };
}
