'use client';

import { failureOf } from '@studyspot/portal/failure';
import { keepRows } from '@studyspot/portal/list/listed';
import { Button } from '@studyspot/ui/button';
import { Dialog } from '@studyspot/ui/dialog';
import { Input } from '@studyspot/ui/input';
import { Building2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { trpc } from './trpc.ts';

export interface TenantPickProps {
  label: string;
  onPick: (id: string, name: string) => void;
}

/** One customer of many: found by name, e-mail or city. */
export function TenantPick({ label, onPick }: TenantPickProps) {
  const common = useTranslations('common');
  const t = useTranslations('tenantPick');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<Building2 size={20} strokeWidth={1.75} aria-hidden="true" />} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('title')} close={common('close')}>
        {open ? (
          <Search
            onPick={(id, name) => {
              setOpen(false);
              onPick(id, name);
            }}
          />
        ) : null}
      </Dialog>
    </>
  );
}

const PAUSE_MS = 250;
const MOST = 10;

function Search({ onPick }: Pick<TenantPickProps, 'onPick'>) {
  const t = useTranslations('tenantPick');
  const common = useTranslations('common');
  const [typed, type] = useState('');
  const [q, search] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => search(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const reading = trpc.tenants.list.useQuery({ limit: MOST, filters: { q } }, keepRows);
  const { data, error } = reading;
  return (
    <div className="flex flex-col gap-2" aria-busy={reading.isFetching}>
      <Input
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        maxLength={100}
        value={typed}
        onChange={(event) => type(event.target.value)}
        // It may stand in a form, which is not meant.
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      {error && !data ? <p className="text-danger">{failureOf(error)?.sentence ?? common('noAnswer')}</p> : null}
      {!data && !error ? <p className="text-text-muted">{common('loading')}</p> : null}
      <ul className="divide-y divide-line">
        {data?.items.map(({ id, name, email, city }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => onPick(id, name)}
              className="flex min-h-14 w-full flex-col justify-center rounded-control px-2 py-1.5 text-left hover:bg-muted"
            >
              <span className="break-words font-medium">{name}</span>
              <span className="break-all text-sm text-text-muted">{city ? t('detail', { city, email }) : email}</span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="text-sm text-text-muted">
        {data?.items.length === 0 ? t('none') : data?.hasNext ? t('more', { count: MOST }) : ''}
      </p>
    </div>
  );
}
