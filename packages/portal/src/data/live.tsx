'use client';

import { touched } from '@studyspot/api/live/touched';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { heardServer } from '../outbox/desk.tsx';
import { stillSignedIn, useMarks, useOwner } from '../shell/api-client.tsx';
import { tellSwitched } from '../shell/tell-switched.tsx';
import { openFeed } from './live-feed.tsx';

// Changes that come together, and the echo of one's own, are read once.
const TOGETHER_MS = 100;

/** Whatever others change is asked for again where it is shown. */
export function Live({ tenant }: { tenant: string }) {
  const queries = useQueryClient();
  const owner = useOwner();
  const marks = useMarks();

  useEffect(() => {
    /** By router: the events that touched it, and what each was about. */
    const waiting = new Map<string, Map<string, string>>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const askAgain = () => {
      timer = undefined;
      for (const [router, heard] of waiting) {
        // Asked only now: the answer to a change of one's own may come behind its echo.
        const ids = new Set([...heard].filter(([event]) => !marks.isEcho(router, event)).map(([, id]) => id));
        if (ids.size === 0) continue;
        void queries.invalidateQueries({ queryKey: [[router]], predicate: ({ queryKey }) => concerns(queryKey, ids) });
      }
      waiting.clear();
    };
    const close = openFeed({
      name: owner,
      from: marks.last,
      address: (after) => `/api/events?${new URLSearchParams({ tenant, after })}`,
      hear({ mark, change, lost }) {
        marks.hear(mark);
        heardServer();
        if (lost) void queries.invalidateQueries();
        if (!change) return;
        for (const router of touched[change.kind] ?? []) {
          marks.touch(router);
          waiting.set(router, (waiting.get(router) ?? new Map()).set(change.event, change.id));
        }
        timer ??= setTimeout(askAgain, TOGETHER_MS);
      },
      async refused(details) {
        if (details.reason !== 'tenant_switched') return stillSignedIn();
        tellSwitched(details.tenant);
        return false;
      },
    });
    return () => {
      clearTimeout(timer);
      close();
    };
  }, [queries, owner, marks, tenant]);

  return null;
}

const ofOneRecord: ReadonlySet<unknown> = new Set(['get', 'timeline']);

/** A record is asked for again only when it is the one that was changed. */
function concerns([path, options]: readonly unknown[], ids: ReadonlySet<string>): boolean {
  if (!Array.isArray(path) || !ofOneRecord.has(path.at(-1))) return true;
  const input: unknown = typeof options === 'object' && options !== null ? Reflect.get(options, 'input') : undefined;
  const id: unknown = typeof input === 'object' && input !== null ? Reflect.get(input, 'id') : undefined;
  return typeof id !== 'string' || ids.has(id);
}
