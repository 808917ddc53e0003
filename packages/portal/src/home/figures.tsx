'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { countText } from '../count.tsx';
import { ShortMoney } from '../money.tsx';
import { rupeeText } from '../rupee-text.tsx';
import { PageLink } from '../shell/page-link.tsx';

export function Figures({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-labelledby="figures-title" className="flex flex-col gap-3 has-[ul:empty]:hidden">
      <h2 id="figures-title" className="font-semibold text-base">
        {title}
      </h2>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">{children}</ul>
    </section>
  );
}

export interface FigureProps {
  label: string;
  /** Null where a list counts no further than a thousand. */
  value: number | null;
  /** The rows behind it. */
  href: string;
  /** It is a sum, in paise. */
  money?: boolean;
  /** The same days of the period before, and what that is called. */
  before?: { value: number; period: string };
}

/** What has changed, for a sentence; fewer are counted, less is paid. */
export function changeOf(value: number, before: number, money: boolean) {
  const off = value - before;
  const how = off === 0 ? 'same' : off > 0 ? 'more' : money ? 'less' : 'fewer';
  return { how, amount: money ? rupeeText(Math.abs(off)) : countText(Math.abs(off)) } as const;
}

/** A tile: what is counted, how much it is, what has changed in words, and the way to the rows behind it. */
export function Figure({ label, value, href, money = false, before }: FigureProps) {
  const t = useTranslations('common');
  return (
    <li className="flex">
      <PageLink
        href={href}
        className="block min-w-0 flex-1 rounded-card border border-line px-4 py-3 hover:border-control hover:bg-surface"
      >
        <span className="block text-sm text-text-muted">{label}</span>
        <span className="block font-semibold text-xl tabular-nums">
          {value !== null && money ? (
            <ShortMoney paise={value} />
          ) : value === null ? (
            `${countText(1000)}+`
          ) : (
            countText(value)
          )}
        </span>
        {before && value !== null ? (
          <span className="mt-0.5 block text-sm text-text-muted">
            {t('change', { ...changeOf(value, before.value, money), period: before.period })}
          </span>
        ) : null}
      </PageLink>
    </li>
  );
}
