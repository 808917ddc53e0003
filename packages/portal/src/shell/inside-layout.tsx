import type { PortalName } from '@studyspot/api/request';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Live } from '../data/live.tsx';
import { loaderOf } from '../data/load.tsx';
import { Bell } from '../notifications/bell.tsx';
import { firstNameOf } from '../outbox/act.tsx';
import { Palette } from '../palette/palette.tsx';
import { Shortcuts } from '../shortcuts/shortcuts.tsx';
import { ApiClient } from './api-client.tsx';
import { type NavItem, navFor } from './nav-items.tsx';
import { OfflineBar } from './offline-bar.tsx';
import { PlaceSwitch } from './place-switch.tsx';
import { caller, here, ownerOf } from './session.tsx';
import { Shell } from './shell.tsx';
import { Standby } from './standby.tsx';
import { SwitchedNotice } from './switched.tsx';
import { UserMenu } from './user-menu.tsx';
import { Words } from './words.tsx';

export interface InsideLayoutProps {
  portal: PortalName;
  navigation: () => Promise<NavItem[]>;
  children: ReactNode;
}

/** Around every page of someone who is signed in. */
export async function InsideLayout({ portal, navigation, children }: InsideLayoutProps) {
  const known = await here();
  const { me, tenant, role, may } = known;
  const [items, t, told] = await Promise.all([
    navigation(),
    getTranslations(),
    may('notifications:read') ? loaderOf(await caller()).notifications.count() : null,
  ]);
  const nav = navFor(items, may);
  return (
    <ApiClient owner={ownerOf(known)} tenant={tenant.id}>
      <Shell
        place={tenant.name}
        placeSwitch={
          me.choices > 1 ? (
            <Words names={['choose']}>
              <PlaceSwitch label={t(`shell.switch.${portal}`)} />
            </Words>
          ) : null
        }
        nav={nav}
        menu={
          <>
            <Words names={['palette']}>
              <Palette nav={nav} />
            </Words>
            {told ? (
              <Words names={['notifications', 'states']}>
                <Bell unread={told.unread} />
              </Words>
            ) : null}
            <UserMenu me={me} role={t(`choose.roles.${role}`)} />
          </>
        }
      >
        <Words names={['states', 'outbox']}>
          <OfflineBar>
            <Standby firstName={firstNameOf(me.name)} place={tenant.name} />
          </OfflineBar>
        </Words>
        {children}
      </Shell>
      <Words names={['shortcuts']}>
        <Shortcuts />
      </Words>
      <Live tenant={tenant.id} />
      <SwitchedNotice place={tenant.name} />
    </ApiClient>
  );
}
