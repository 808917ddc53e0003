import { useSyncExternalStore } from 'react';

const byTouch = '(pointer: coarse)';

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(byTouch);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Whether a finger is what points here; null until the browser is asked. */
export const useByTouch = (): boolean | null =>
  useSyncExternalStore(
    subscribe,
    () => window.matchMedia(byTouch).matches,
    () => null,
  );
