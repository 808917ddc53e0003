'use client';

import { PageLink, type PageLinkProps } from './page-link.tsx';

/** A link in a menu that stays with the frame: following it closes the menu. */
export function MenuLink(props: PageLinkProps) {
  return (
    <PageLink
      {...props}
      onClick={({ currentTarget }) => currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()}
    />
  );
}
