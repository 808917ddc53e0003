'use client';

import { Delete } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { MoneyInput } from './money-input.tsx';
import { rupeeText } from './rupee-text.tsx';
import { afterKey, PAD_KEYS, typedRupees } from './typed-rupees.tsx';

export interface SumPadProps {
  id: string;
  /** What the sum is for. */
  label: string;
  /** As it was typed; `paiseOf` reads it. */
  value: string;
  onChange: (text: string) => void;
  /** Sums that are common here, each with what it is, where it has a name. */
  sums: ReadonlyArray<{ paise: number; name?: string }>;
}

const key = 'min-h-14 rounded-control border border-control bg-bg font-medium text-xl hover:bg-muted active:bg-muted';

/** A sum taken with one thumb: common ones by a tap, any other by large keys or the keyboard. */
export function SumPad({ id, label, value, onChange, sums }: SumPadProps) {
  const t = useTranslations('sum');
  return (
    <div className="flex flex-col gap-3">
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      {/* The phone's own keyboard would lie over the keys. */}
      <MoneyInput id={id} large data-first inputMode="none" value={value} onChange={onChange} />
      <ul className="flex flex-wrap gap-2">
        {sums.map(({ paise, name }) => (
          <li key={paise}>
            <button
              type="button"
              onClick={() => onChange(typedRupees(paise))}
              className="min-h-11 rounded-full bg-muted px-4 text-sm tabular-nums hover:bg-line"
            >
              {name === undefined ? rupeeText(paise) : t('named', { name, amount: rupeeText(paise) })}
            </button>
          </li>
        ))}
      </ul>
      <fieldset aria-label={t('keys')} className="grid min-w-0 max-w-md grid-cols-3 gap-2">
        {PAD_KEYS.map((one) => (
          <button
            type="button"
            key={one}
            aria-label={{ erase: t('erase'), '.': t('point') }[one as string]}
            onClick={() => onChange(afterKey(value, one))}
            className={`grid place-items-center ${key}`}
          >
            {one === 'erase' ? <Delete size={24} strokeWidth={1.75} aria-hidden="true" /> : one}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
