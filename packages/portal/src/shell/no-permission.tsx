import { ButtonLink } from '@studyspot/ui/button';
import { EmptyState } from '@studyspot/ui/empty-state';
import { Lock } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { here } from './session.tsx';

/** Says what is missing and who can give it. */
export async function NoPermission({ permission }: { permission?: string | undefined }) {
  const [{ me }, t, words] = await Promise.all([here(), getTranslations('states'), getTranslations('permissions')]);
  return (
    <EmptyState
      heading="h1"
      icon={<Lock size={24} strokeWidth={1.75} />}
      title={t('noPermissionTitle')}
      actions={<ButtonLink href="/">{t('home')}</ButtonLink>}
    >
      {permission
        ? t(`noPermissionNamed.${me.portal}`, { permission: words(permission) })
        : t(`noPermission.${me.portal}`)}
    </EmptyState>
  );
}
