'use client';

import { Input, SearchBox } from './input.tsx';
import { type Option, type OptionListProps, useOptionList } from './option-list.tsx';

export interface OptionSearchProps<One extends Option> extends Omit<OptionListProps<One>, 'chosen'> {
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
}

/** A field over what it finds, in a window of its own. */
export function OptionSearch<One extends Option>({ placeholder, value, onChange, ...found }: OptionSearchProps<One>) {
  const { steer, begin, field, isEmpty, list } = useOptionList(found);
  return (
    <div className="flex flex-col gap-2">
      <SearchBox>
        <Input
          {...field}
          data-first
          aria-label={found.label}
          aria-expanded={!isEmpty}
          placeholder={placeholder}
          value={value}
          onChange={({ target }) => {
            begin();
            onChange(target.value);
          }}
          onKeyDown={steer}
        />
      </SearchBox>
      {/* A window that grew and shrank with what is found would jump under the finger. */}
      <div className="min-h-[min(420px,50dvh)]">{list}</div>
    </div>
  );
}
