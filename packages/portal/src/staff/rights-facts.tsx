'use client';

import { permissionsOf } from '@studyspot/api/permissions/table';
import { Card } from '@studyspot/ui/card';
import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { areasOf, type Rights } from './rights.tsx';
import type { Member } from './staff-list.tsx';

/** What someone may do, in words, and where they may do nothing. */
export function RightsFacts({ kind, member }: { kind: Rights['kind']; member: Member }) {
  const t = useTranslations('staff');
  const words = useTranslations('permissions');
  const held = permissionsOf(member);
  const areas = [...areasOf(kind)].map(([area, rights]) => ({
    name: t(`areas.${area}`),
    has: rights.filter((right) => held.includes(right)),
  }));
  const closed = areas.filter(({ has }) => has.length === 0).map(({ name }) => name);
  return (
    <Card id="rights" title={t('may')} description={t(`roleHelp.${member.role}`)}>
      <dl className="grid gap-4 sm:grid-cols-2">
        {areas
          .filter(({ has }) => has.length > 0)
          .map(({ name, has }) => (
            <div key={name}>
              <dt className="text-sm text-text-muted">{name}</dt>
              {has.map((right) => (
                <dd key={right} className="flex items-start gap-2 py-0.5">
                  <Check size={18} strokeWidth={1.75} aria-hidden="true" className="mt-0.5 shrink-0 text-success" />
                  {words(right)}
                </dd>
              ))}
            </div>
          ))}
      </dl>
      {closed.length > 0 ? (
        <p className="mt-4 text-sm text-text-muted">{t('mayNot', { areas: closed.join(', ') })}</p>
      ) : null}
    </Card>
  );
}
