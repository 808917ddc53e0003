import { ApiClient } from '@studyspot/portal/shell/api-client';
import { Shell } from '@studyspot/portal/shell/shell';
import { SwitchedNotice } from '@studyspot/portal/shell/switched';
import { UserMenu } from '@studyspot/portal/shell/user-menu';
import { Words } from '@studyspot/portal/shell/words';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { navigation } from '../../shell/navigation.ts';
import { session } from '../../shell/session.ts';

export default async function InsideLayout({ children }: { children: ReactNode }) {
  const { me, tenant, role, may } = await session();
  const [nav, roles] = await Promise.all([navigation(may), getTranslations('choose.roles')]);
  return (
    <ApiClient tenant={tenant.id}>
      <Shell
        place={tenant.name}
        nav={nav}
        menu={<UserMenu portal="owner" name={me.name} email={me.email} role={roles(role)} maySwitch={me.choices > 1} />}
      >
        {children}
      </Shell>
      <Words names={['states']}>
        <SwitchedNotice place={tenant.name} />
      </Words>
    </ApiClient>
  );
}
