'use client';

import { MenuAct } from '@studyspot/ui/menu';
import { useId } from 'react';
import { type StatusProps, useSetStatus } from '../form/use-set-status.tsx';

/** In the menu of a row: every status that the record could have instead. */
export function RowStatus<Status extends string>(props: StatusProps<Status>) {
  const { label, wordOf, shown, set } = useSetStatus(props);
  const id = useId();
  return (
    <fieldset aria-labelledby={id} className="mt-1 border-line border-t pt-1">
      <p id={id} className="px-3 py-1.5 text-text-muted text-xs">
        {label}
      </p>
      {props.statuses.map((status) =>
        status === shown ? null : (
          <MenuAct key={status} run={() => set(status)}>
            {wordOf(status)}
          </MenuAct>
        ),
      )}
    </fieldset>
  );
}
