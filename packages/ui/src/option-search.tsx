'use client';

import { Fragment, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { classNames } from './class-names.tsx';
import { Input, SearchBox } from './input.tsx';

export interface Option {
  key: string;
  label: string;
  note?: string | undefined;
  icon?: ReactNode;
}

export interface OptionGroup<One extends Option> {
  title: string;
  options: readonly One[];
}

export interface OptionSearchProps<One extends Option> {
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
  groups: ReadonlyArray<OptionGroup<One>>;
  onChoose: (option: One) => void;
  /** Said where no option is left. */
  nothing: string;
}

/** A field over what it finds: the arrows move through it while the typing goes on, Enter chooses. */
export function OptionSearch<One extends Option>(props: OptionSearchProps<One>) {
  const { label, groups, onChoose, nothing } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const options = groups.flatMap((group) => group.options);
  // What was marked may be found no longer; then Enter takes the first.
  const active = Math.max(
    0,
    options.findIndex(({ key }) => key === wanted),
  );
  const marked = options[active];

  useEffect(() => {
    if (wanted !== null) list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [wanted]);

  const steer = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setWanted(options.at((active + step) % options.length)?.key ?? null);
    else if (event.key === 'Enter' && marked) onChoose(marked);
    else return;
    event.preventDefault();
  };

  return (
    <div className="flex flex-col gap-2">
      <SearchBox>
        <Input
          role="combobox"
          data-first
          aria-label={label}
          aria-expanded={options.length > 0}
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={marked ? `${id}-${marked.key}` : undefined}
          autoComplete="off"
          placeholder={props.placeholder}
          maxLength={100}
          value={props.value}
          onChange={({ target }) => {
            setWanted(null);
            props.onChange(target.value);
          }}
          onKeyDown={steer}
        />
      </SearchBox>
      <div ref={list} id={id} role="listbox" aria-label={label} className="max-h-[min(420px,50dvh)] overflow-y-auto">
        {groups.map(({ title, options: some }) =>
          some.length === 0 ? null : (
            <Fragment key={title}>
              <p role="presentation" className="px-3 pt-3 pb-1 text-text-muted text-xs">
                {title}
              </p>
              {some.map((option) => (
                <button
                  type="button"
                  key={option.key}
                  id={`${id}-${option.key}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={option === marked}
                  onClick={() => onChoose(option)}
                  onPointerMove={() => setWanted(option.key)}
                  className={classNames(
                    'flex min-h-12 w-full items-center gap-3 rounded-control px-3 py-1.5 text-left lg:min-h-10',
                    option === marked && 'bg-muted',
                  )}
                >
                  {option.icon ? <span className="shrink-0 text-text-muted">{option.icon}</span> : null}
                  <span className="min-w-0 flex-1">
                    <span className="block break-words">{option.label}</span>
                    {option.note ? (
                      <span className="block break-words text-sm text-text-muted">{option.note}</span>
                    ) : null}
                  </span>
                </button>
              ))}
            </Fragment>
          ),
        )}
      </div>
      {options.length === 0 ? (
        <p role="status" className="px-3 py-6 text-center text-sm text-text-muted">
          {nothing}
        </p>
      ) : null}
    </div>
  );
}
