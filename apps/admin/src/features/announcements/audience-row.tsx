'use client';

import type { FieldRow } from '@studyspot/portal/form/field-rows';
import { useListField } from '@studyspot/portal/form/fields';
import { useFormFacts } from '@studyspot/portal/form/form-context';
import { IconButton } from '@studyspot/ui/button';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { TenantPick } from '../../shell/tenant-pick.tsx';

// An id and, behind it, the name that it was chosen by.
const ID_LENGTH = 36;
const idOf = (chosen: string) => chosen.slice(0, ID_LENGTH);
const nameOf = (chosen: string) => chosen.slice(ID_LENGTH + 1);

interface Customer {
  id: string;
  name: string;
}
const isCustomer = (held: unknown): held is Customer => typeof held === 'object' && held !== null && 'id' in held;

/** Whom it is for: some customers, or all of them where none is chosen. */
export const audience = (): FieldRow<string[] | null, string[]> => ({
  wide: true,
  start: (held) =>
    (Array.isArray(held) ? held : [])
      .filter(isCustomer)
      .map(({ id, name }) => `${id} ${name}`)
      .sort(),
  read: (chosen) => (chosen.length === 0 ? null : chosen.map(idOf)),
  draw: (name) => <Audience name={name} />,
});

function Audience({ name }: { name: string }) {
  const t = useTranslations('announcements');
  const { idOf: fieldId, errorOf } = useFormFacts();
  const [chosen, choose] = useListField(name);
  const error = errorOf(name);
  const without = (id: string) => chosen.filter((one) => idOf(one) !== id);
  return (
    <fieldset id={fieldId(name)} tabIndex={-1} className="flex flex-col items-start gap-2 outline-none">
      <legend className="sr-only">{t('audience')}</legend>
      <p role="status" className="text-text-muted">
        {chosen.length === 0 ? t('forEveryone') : t('forChosen', { count: chosen.length })}
      </p>
      {chosen.length > 0 ? (
        <ul className="flex max-w-full flex-wrap gap-2">
          {chosen.map((one) => (
            <li key={idOf(one)} className="flex min-w-0 items-center rounded-control border border-line pl-3">
              <span className="min-w-0 break-words">{nameOf(one)}</span>
              <IconButton
                label={t('leaveOut', { name: nameOf(one) })}
                icon={<X size={18} strokeWidth={1.75} aria-hidden="true" />}
                onClick={() => choose(without(idOf(one)))}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <TenantPick label={t('choose')} onPick={(id, called) => choose([...without(id), `${id} ${called}`].sort())} />
      {error ? <p className="text-danger text-sm">{error}</p> : null}
    </fieldset>
  );
}
