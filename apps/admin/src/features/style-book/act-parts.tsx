'use client';

import { Button, ButtonLink } from '@studyspot/ui/button';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { focused, Part, State, States } from './part.tsx';

const looks = ['primary', 'secondary', 'quiet', 'danger', 'danger-solid'] as const;

export function ActParts() {
  const t = useTranslations('styleBook.sample');
  const row = 'flex flex-wrap gap-2';
  return (
    <>
      <Part name="buttons">
        {looks.map((look) => (
          <div key={look} className={row}>
            <Button look={look}>{t('save')}</Button>
            <Button look={look} className={focused}>
              {t('save')}
            </Button>
            <Button look={look} busy>
              {t('save')}
            </Button>
            <Button look={look} disabled>
              {t('save')}
            </Button>
            <Button look={look} size="small" icon={<Plus size={18} strokeWidth={1.75} aria-hidden="true" />}>
              {t('add')}
            </Button>
          </div>
        ))}
        <States>
          <State name="long">
            <Button wide>{t('long')}</Button>
          </State>
          <State name="hindi">
            <Button wide look="primary">
              {t('hindi')}
            </Button>
          </State>
        </States>
      </Part>
      <Part name="links">
        <div className={row}>
          {looks.map((look) => (
            <ButtonLink key={look} look={look} href="#links">
              {t('open')}
            </ButtonLink>
          ))}
          <ButtonLink href="#links" className={focused}>
            {t('open')}
          </ButtonLink>
          <ButtonLink href="#links" size="small">
            {t('open')}
          </ButtonLink>
        </div>
      </Part>
    </>
  );
}
