'use client';

import { Check } from 'lucide-react';
import { Fragment, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { classNames } from './class-names.tsx';

export interface Option {
  key: string;
  label: string;
  note?: string | undefined;
  icon?: ReactNode;
  /** Found for what was typed before; what is found now takes its place. */
  isOld?: boolean;
}

export interface OptionGroup<One extends Option> {
  title?: string;
  options: readonly One[];
}

export interface OptionListProps<One extends Option> {
  label: string;
  groups: ReadonlyArray<OptionGroup<One>>;
  onChoose: (option: One) => void;
  /** The key of the one that holds by now. */
  chosen?: string;
  /** Said where no option is left. */
  nothing: string;
}

/** What a field finds: the arrows move through it while the focus stays in the field, Enter chooses. */
export function useOptionList<One extends Option>({ label, groups, onChoose, chosen, nothing }: OptionListProps<One>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const [isEntered, setEntered] = useState(false);
  const options = groups.flatMap((group) => group.options);
  // What was marked may be found no longer; then Enter takes the first.
  const active = Math.max(
    0,
    options.findIndex(({ key }) => key === (wanted ?? chosen)),
  );
  const marked = options[active];

  useEffect(() => {
    if (wanted !== null) list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [wanted]);

  // Enter goes by what was typed, which may not be found yet.
  useEffect(() => {
    if (!isEntered || !marked || marked.isOld) return;
    setEntered(false);
    onChoose(marked);
  }, [isEntered, marked, onChoose]);

  /** Whether the key was one for the list. */
  const steer = (event: KeyboardEvent): boolean => {
    if (event.nativeEvent.isComposing) return false;
    const last = options.length - 1;
    const to = { ArrowDown: active === last ? 0 : active + 1, ArrowUp: active - 1, Home: 0, End: last }[event.key];
    if (to !== undefined) setWanted(options.at(to)?.key ?? null);
    else if (event.key === 'Enter' && marked?.isOld) setEntered(true);
    else if (event.key === 'Enter' && marked) onChoose(marked);
    else return false;
    event.preventDefault();
    return true;
  };

  return {
    steer,
    /** Another text finds others. */
    begin: () => {
      setWanted(null);
      setEntered(false);
    },
    field: {
      role: 'combobox',
      'aria-controls': id,
      'aria-autocomplete': 'list',
      'aria-activedescendant': marked ? `${id}-${marked.key}` : undefined,
      autoComplete: 'off',
      maxLength: 100,
    } as const,
    isEmpty: options.length === 0,
    list: (
      <>
        <div
          ref={list}
          id={id}
          role="listbox"
          tabIndex={-1}
          aria-label={label}
          // The focus stays in the field.
          onMouseDown={(event) => event.preventDefault()}
          className="max-h-[min(420px,50dvh)] overflow-y-auto"
        >
          {groups.map(({ title, options: some }, at) =>
            some.length === 0 ? null : (
              <Fragment key={title ?? at}>
                {title === undefined ? null : (
                  <p role="presentation" className="px-3 pt-3 pb-1 text-text-muted text-xs">
                    {title}
                  </p>
                )}
                {some.map((option) => (
                  <button
                    type="button"
                    key={option.key}
                    id={`${id}-${option.key}`}
                    role="option"
                    tabIndex={-1}
                    aria-selected={option === marked}
                    aria-current={option.key === chosen || undefined}
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
                    {option.key === chosen ? (
                      <Check size={20} strokeWidth={1.75} aria-hidden="true" className="shrink-0 text-primary" />
                    ) : null}
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
      </>
    ),
  };
}
