import type { OwnerOutputs } from '@studyspot/api/root';
import { Avatar } from '@studyspot/ui/avatar';
import { IconButton } from '@studyspot/ui/button';
import { LogOut, UserRound, X } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { csrfToken } from './csrf.tsx';
import { LookSwitches } from './look-switches.tsx';
import { MenuLink } from './menu-link.tsx';

export interface UserMenuProps {
  me: Pick<OwnerOutputs['identity']['me'], 'name' | 'email'>;
  role: string;
}

const row = 'flex min-h-11 w-full items-center gap-3 rounded-control px-3 text-left text-sm hover:bg-muted lg:min-h-9';

/** A native popover, a bottom sheet on phones: it opens and closes without any script of ours. */
export async function UserMenu({ me: { name, email }, role }: UserMenuProps) {
  const t = await getTranslations('shell');
  return (
    <>
      <button
        type="button"
        popoverTarget="user-menu"
        data-tip={t('menuOf', { name })}
        className="grid size-11 shrink-0 place-items-center rounded-full hover:bg-muted lg:size-10"
      >
        <Avatar name={name} />
        <span className="sr-only">{t('menuOf', { name })}</span>
      </button>
      <div id="user-menu" popover="auto" className="menu">
        <div className="flex items-start justify-between gap-3 border-line border-b px-3 pt-1 pb-3">
          <div className="min-w-0">
            <p className="break-words font-medium text-base">{name}</p>
            <p className="break-words text-sm text-text-muted">{email}</p>
            <p className="mt-0.5 text-text-muted text-xs">{role}</p>
          </div>
          <IconButton
            label={t('close')}
            icon={<X size={20} strokeWidth={1.75} aria-hidden="true" />}
            popoverTarget="user-menu"
            popoverTargetAction="hide"
            className="-mr-2"
          />
        </div>
        <div className="border-line border-b py-2">
          <MenuLink href="/profile" className={row}>
            <UserRound size={20} strokeWidth={1.75} aria-hidden="true" />
            {t('profile')}
          </MenuLink>
        </div>
        <div className="border-line border-b px-3 py-3">
          <LookSwitches />
        </div>
        <form method="post" action="/api/auth/signout" className="pt-2">
          <input type="hidden" name="csrfToken" value={await csrfToken()} />
          <button type="submit" className={row}>
            <LogOut size={20} strokeWidth={1.75} aria-hidden="true" />
            {t('signOut')}
          </button>
        </form>
      </div>
    </>
  );
}

export async function SignOutForm() {
  const t = await getTranslations('shell');
  return (
    <form method="post" action="/api/auth/signout">
      <input type="hidden" name="csrfToken" value={await csrfToken()} />
      <button type="submit" className="min-h-11 font-medium text-sm underline underline-offset-2">
        {t('signOut')}
      </button>
    </form>
  );
}
