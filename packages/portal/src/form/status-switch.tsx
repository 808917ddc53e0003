'use client';

import { Select } from '@studyspot/ui/input';
import { type StatusProps, useSetStatus } from './use-set-status.tsx';

export function StatusSwitch<Status extends string>(props: StatusProps<Status>) {
  const { label, wordOf, shown, set } = useSetStatus(props);
  return (
    // As wide as its words.
    <div>
      <Select
        compact
        aria-label={label}
        // A browser that goes back would put what was chosen then over what the page shows now.
        autoComplete="off"
        value={shown}
        onChange={(event) => {
          const status = props.statuses.find((one) => one === event.target.value);
          if (status && status !== shown) set(status);
        }}
      >
        {props.statuses.map((status) => (
          <option key={status} value={status}>
            {wordOf(status)}
          </option>
        ))}
      </Select>
    </div>
  );
}
