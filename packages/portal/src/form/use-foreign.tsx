'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { mergeForeign, typedOver, type Values } from './merge.tsx';

interface ForeignOptions {
  values: Values;
  getValues: () => Values;
  put: (values: Values) => void;
  isBusy: boolean;
}

/** Follows what others change while someone types: untouched fields show it, a field that both have changed is asked about. */
export function useForeign({ values, getValues, put, isBusy }: ForeignOptions) {
  const base = useRef<Values>(values);
  const [contested, setContested] = useState<Values>({});

  useEffect(() => {
    // What comes while it is being sent is its own echo, as a rule.
    if (isBusy) return;
    const { taken, contested: both } = mergeForeign(base.current, getValues(), values);
    base.current = values;
    put(taken);
    if (Object.keys(both).length > 0) setContested((before) => ({ ...before, ...both }));
  }, [values, isBusy, getValues, put]);

  const settle = (name: string) => setContested(({ [name]: _settled, ...rest }) => rest);
  return {
    contested,
    isContested: Object.keys(contested).length > 0,
    keepMine: settle,
    takeTheirs: (name: string) => {
      put({ [name]: contested[name] });
      settle(name);
    },
    /** These were saved: what was typed since then is all that is left to save. */
    saved: (sent: Values) => {
      base.current = sent;
      setContested({});
    },
    typed: useCallback(() => typedOver(base.current, getValues()), [getValues]),
  };
}
