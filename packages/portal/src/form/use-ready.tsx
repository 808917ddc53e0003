import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** False on the server and until the script has taken over. */
export const useReady = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
