'use client';

import { classNames } from '@studyspot/ui/class-names';
import { Input } from '@studyspot/ui/input';
import { Minus, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ComponentProps, KeyboardEvent } from 'react';
import { numberOf } from './form/number-of.tsx';
import { canStep, type Limits, steppedText } from './stepped.tsx';

export interface StepperProps extends Omit<ComponentProps<typeof Input>, 'value' | 'onChange'> {
  /** What is counted, as its label says it. */
  counts: string;
  /** As it was typed; `numberOf` reads it. */
  value: string;
  onChange: (text: string) => void;
  limits: Limits;
}

const leaps: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

/** A small number: by a button on either side, by the arrow keys, or typed. */
export function Stepper({ counts, value, onChange, limits, disabled, className, ...rest }: StepperProps) {
  const t = useTranslations('stepper');
  const now = numberOf(value);
  const steer = (event: KeyboardEvent) => {
    const leap = leaps[event.key];
    if (leap === undefined) return;
    event.preventDefault();
    onChange(steppedText(value, leap, limits));
  };
  const step = (by: 1 | -1) => {
    const Icon = by === 1 ? Plus : Minus;
    const leads = canStep(value, by, limits);
    return (
      <button
        type="button"
        aria-label={t(by === 1 ? 'more' : 'less', { counts })}
        disabled={disabled}
        // Disabled at its limit it would lose the focus of whoever presses it.
        aria-disabled={!leads || undefined}
        onClick={() => onChange(steppedText(value, by, limits))}
        className="grid size-12 shrink-0 place-items-center rounded-control border border-control bg-bg hover:bg-muted disabled:opacity-60 aria-disabled:text-text-subtle"
      >
        <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
      </button>
    );
  };
  return (
    <div className="flex max-w-48 gap-2">
      {step(-1)}
      <Input
        {...rest}
        role="spinbutton"
        aria-valuenow={now === null || !Number.isFinite(now) ? undefined : now}
        aria-valuemin={limits.least}
        aria-valuemax={limits.most}
        inputMode="numeric"
        autoComplete="off"
        disabled={disabled}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={steer}
        className={classNames('text-center tabular-nums', className)}
      />
      {step(1)}
    </div>
  );
}
