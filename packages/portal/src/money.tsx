'use client';

import { useTranslations } from 'next-intl';
import { rupeeText, shortRupees } from './rupee-text.tsx';

export interface MoneyProps {
  paise: number;
  /** On documents the paise are always written. */
  exact?: boolean;
  /** Due is said in a word, not by the colour alone. */
  due?: boolean;
}

export function Money({ paise, exact, due }: MoneyProps) {
  const t = useTranslations('common');
  const text = rupeeText(paise, exact);
  return due ? (
    <span className="whitespace-nowrap text-danger tabular-nums">{t('due', { amount: text })}</span>
  ) : (
    <span className="whitespace-nowrap tabular-nums">{text}</span>
  );
}

/** For tiles: "₹1.2L", "₹1.2 लाख"; the whole of it for who points at it, and for those who listen. */
export function ShortMoney({ paise }: { paise: number }) {
  const t = useTranslations('common');
  const { text, unit } = shortRupees(paise);
  const whole = rupeeText(paise);
  return (
    <span className="whitespace-nowrap tabular-nums" title={whole}>
      <span aria-hidden="true">{unit === 'rupee' ? text : t(unit, { amount: text })}</span>
      <span className="sr-only">{whole}</span>
    </span>
  );
}
