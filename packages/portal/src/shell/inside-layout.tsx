import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Live } from '../data/live.tsx';
import { ApiClient } from './api-client.tsx';
import type { NavItem } from './nav-items.tsx';
import { OfflineBar } from './offline-bar.tsx';
import { here, ownerOf } from './session.tsx';
import { Shell } from './shell.tsx';
import { SwitchedNotice } from './switched.tsx';
import { UserMenu, type UserMenuProps } from './user-menu.tsx';

export interface InsideLayoutProps {
  portal: UserMenuProps['portal'];
  navigation: () => Promise<NavItem[]>;
  children: ReactNode;
}

/** Around every page of someone who is signed in. */
export async function InsideLayout({ portal, navigation, children }: InsideLayoutProps) {
  const known = await here();
  const { me, tenant, role, may } = known;
  const [nav, roles] = await Promise.all([navigation(), getTranslations('choose.roles')]);
  return (
    <ApiClient owner={ownerOf(known)} tenant={tenant.id}>
      <Shell
        place={tenant.name}
        nav={nav.filter(({ needs }) => !needs || may(needs))}
        menu={<UserMenu portal={portal} me={me} role={roles(role)} maySwitch={me.choices > 1} />}
      >
        <OfflineBar />
        {children}
      </Shell>
      <Live tenant={tenant.id} />
      <SwitchedNotice place={tenant.name} />
    </ApiClient>
  );
}
