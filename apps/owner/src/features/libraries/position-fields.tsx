'use client';

import { TextField } from '@studyspot/portal/form/fields';
import { useFormFacts } from '@studyspot/portal/form/form-context';
import { Button } from '@studyspot/ui/button';
import { showToast } from '@studyspot/ui/toast';
import { LocateFixed } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

const DIGITS = 6;

export function PositionFields({ position }: { position: { latitude: number; longitude: number } | null }) {
  const t = useTranslations('libraries');
  const facts = useFormFacts();
  const [busy, setBusy] = useState(false);

  const put = (path: string, value: number) => {
    const field = document.getElementById(facts.idOf(path));
    if (field instanceof HTMLInputElement) field.value = value.toFixed(DIGITS);
  };
  const ask = () => {
    setBusy(true);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        put('position.latitude', coords.latitude);
        put('position.longitude', coords.longitude);
        setBusy(false);
      },
      () => {
        showToast({ text: t('deviceFailed') });
        setBusy(false);
      },
      { enableHighAccuracy: true, timeout: 15_000 },
    );
  };

  return (
    <div className="flex flex-col gap-4">
      <div>
        <Button
          size="small"
          busy={busy}
          onClick={ask}
          icon={<LocateFixed size={18} strokeWidth={1.75} aria-hidden="true" />}
        >
          {t('useDevice')}
        </Button>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        {(['latitude', 'longitude'] as const).map((part) => (
          <TextField
            key={part}
            name={`position.${part}`}
            label={t(part)}
            optional
            inputMode="decimal"
            autoComplete="off"
            defaultValue={position ? String(position[part]) : ''}
          />
        ))}
      </div>
    </div>
  );
}
