'use client';

import { useEffect, useState } from 'react';

/** The worker of a newer build that waits, if there is one. */
export function useWorker(): ServiceWorker | null {
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null);
  useEffect(() => {
    // None on plain http beyond localhost.
    if (!('serviceWorker' in navigator)) return;
    const workers = navigator.serviceWorker;
    const stop = new AbortController();
    const { signal } = stop;
    const register = async () => {
      const registration = await workers.register('/sw.js');
      // The first one of this browser replaces none.
      const look = () => setWaiting(registration.active ? registration.waiting : null);
      const found = () => registration.installing?.addEventListener('statechange', look, { signal });
      registration.addEventListener('updatefound', found, { signal });
      found();
      look();
    };
    register().catch(() => undefined);
    return () => stop.abort();
  }, []);
  return waiting;
}

/** Lets it in; the page begins anew with it, and what was typed is kept as a draft. */
export function takeOver(worker: ServiceWorker): void {
  // Not at any change of the page's worker: the first one of this browser may be coming in just now.
  worker.addEventListener('statechange', () => {
    if (worker.state === 'activated') window.location.reload();
  });
  worker.postMessage('take over');
}
