'use client';

import { MenuAct, MenuGroup } from '@studyspot/ui/menu';
import { type StatusProps, useSetStatus } from '../form/use-set-status.tsx';

/** In the menu of a row: every status that the record could have instead. */
export function RowStatus<Status extends string>(props: StatusProps<Status>) {
  const { label, wordOf, shown, set } = useSetStatus(props);
  return (
    <MenuGroup label={label}>
      {props.statuses.map((status) =>
        status === shown ? null : (
          <MenuAct key={status} run={() => set(status)}>
            {wordOf(status)}
          </MenuAct>
        ),
      )}
    </MenuGroup>
  );
}
