'use client';

import { Menu, menuEntry } from '@studyspot/ui/menu';
import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ComponentProps, ReactNode } from 'react';
import { MenuLink } from '../shell/menu-link.tsx';

export function RowLink(props: ComponentProps<typeof MenuLink>) {
  return <MenuLink {...props} className={menuEntry} />;
}

export interface RowMenuProps {
  href: string;
  name: string;
  /** What else can be done with the record. */
  children?: ReactNode;
}

/** At the end of a row: seen when the row is pointed at or has the focus, and always where nothing can point. */
export function RowMenu({ href, name, children }: RowMenuProps) {
  const t = useTranslations('common');
  return (
    <Menu
      label={t('actsOf', { name })}
      icon={<Ellipsis size={20} strokeWidth={1.75} aria-hidden="true" />}
      className="relative -my-1 focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100 [@media(hover:hover)]:opacity-0"
    >
      <RowLink href={href}>{t('open')}</RowLink>
      <RowLink href={href} target="_blank">
        {t('openInTab')}
      </RowLink>
      {children}
    </Menu>
  );
}
