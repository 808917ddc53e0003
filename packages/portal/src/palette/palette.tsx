'use client';

import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { NavItem } from '../shell/nav-items.tsx';

const panel = () => import('./palette-panel.tsx');
const Panel = lazy(async () => ({ default: (await panel()).PalettePanel }));

/** Opens the palette, by Control and K from anywhere; its script comes when it is meant. */
export function Palette({ nav }: { nav: readonly NavItem[] }) {
  const t = useTranslations('palette');
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      if (!document.querySelector('dialog[open]')) setOpen(true);
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
  const warm = () => void panel().catch(() => undefined);
  return (
    <>
      <button
        type="button"
        data-tip={t('title')}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
        onPointerEnter={warm}
        onFocus={warm}
        className="flex size-11 shrink-0 items-center justify-center gap-2 rounded-control text-text-muted hover:bg-muted hover:text-text lg:size-auto lg:h-10 lg:border lg:border-control lg:px-3"
      >
        <Search size={20} strokeWidth={1.75} aria-hidden="true" />
        <span className="text-sm max-lg:sr-only">{t('title')}</span>
        <span className="ml-6 text-xs max-lg:hidden">{t('keys')}</span>
      </button>
      {isOpen ? (
        <Suspense>
          <Panel nav={nav} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
