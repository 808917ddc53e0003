'use client';

import { ChevronDown, X } from 'lucide-react';
import { type ComponentProps, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { classNames } from './class-names.tsx';
import { fitsTyped, isTyped } from './fits-typed.tsx';
import { Input } from './input.tsx';
import { type Option, useOptionList } from './option-list.tsx';

export interface ComboboxProps extends Omit<ComponentProps<typeof Input>, 'value' | 'onChange'> {
  options: readonly Option[];
  /** The name of the list, as the field's label says it. */
  label: string;
  /** The key of the one that is chosen; empty where none is. */
  value: string;
  onChange: (key: string) => void;
  /** The name of the button that takes the choice back. */
  clear: string;
  /** Said where what was typed fits none. */
  nothing: string;
}

/** One of many, found by a few letters of its name. */
export function Combobox({
  options,
  label,
  value,
  onChange,
  clear,
  nothing,
  disabled,
  className,
  ...rest
}: ComboboxProps) {
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  /** Null while the chosen one is shown. */
  const [typed, setTyped] = useState<string | null>(null);
  const chosen = options.find(({ key }) => key === value);
  const fitting = typed === null ? options : options.filter((option) => fitsTyped(option.label, typed));
  const settle = (key: string) => {
    setOpen(false);
    setTyped(null);
    if (key !== value) onChange(key);
  };
  const { steer, begin, field, list } = useOptionList({
    label,
    groups: [{ options: fitting }],
    chosen: value,
    nothing,
    onChoose: ({ key }) => settle(key),
  });
  const open = () => {
    begin();
    setOpen(true);
  };
  useEffect(() => {
    if (!isOpen) return;
    box.current?.scrollIntoView({ block: 'nearest' });
    box.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);

  const press = (event: KeyboardEvent) => {
    if (isOpen && event.key === 'Escape') {
      // It closes the list alone, not what the field stands in.
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
      setTyped(null);
    } else if (isOpen && event.key === 'Tab') leave();
    else if (isOpen) steer(event);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      open();
    }
  };
  /** Who types a whole name and goes on has chosen it; any other text leaves the choice as it was. */
  const leave = () => settle(options.find((option) => isTyped(option.label, typed ?? ''))?.key ?? value);

  return (
    <div className="relative">
      <Input
        {...rest}
        {...field}
        ref={input}
        aria-controls={isOpen ? field['aria-controls'] : undefined}
        aria-activedescendant={isOpen ? field['aria-activedescendant'] : undefined}
        aria-expanded={isOpen}
        disabled={disabled}
        value={typed ?? chosen?.label ?? ''}
        onClick={open}
        onChange={({ target }) => {
          setTyped(target.value);
          open();
          if (target.value === '') onChange('');
        }}
        onKeyDown={press}
        onBlur={leave}
        className={classNames('pr-12', className)}
      />
      {chosen && !disabled ? (
        <button
          type="button"
          aria-label={clear}
          data-tip={clear}
          onClick={() => {
            settle('');
            input.current?.focus();
          }}
          className="absolute inset-y-0 right-0 grid w-12 place-items-center rounded-control text-text-muted hover:text-text"
        >
          <X size={20} strokeWidth={1.75} aria-hidden="true" />
        </button>
      ) : (
        <ChevronDown
          size={20}
          strokeWidth={1.75}
          aria-hidden="true"
          className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-3.5 text-text-muted"
        />
      )}
      {isOpen ? (
        <div
          ref={box}
          className="absolute inset-x-0 top-full z-30 mt-1 rounded-card border border-line bg-bg p-1 shadow-overlay"
        >
          {list}
        </div>
      ) : null}
    </div>
  );
}
