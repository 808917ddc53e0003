'use client';

import { Button } from '@studyspot/ui/button';
import { showToast } from '@studyspot/ui/toast';
import { LocateFixed } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { TextField } from '../form/fields.tsx';
import { PARTS, type TypedPosition } from './position.tsx';

const DIGITS = 6;

/** Two figures, which a device can fill in where it stands. */
export function PositionFields({ name }: { name: string }) {
  const t = useTranslations('position');
  const { setValue } = useFormContext<Record<string, TypedPosition>>();
  const [busy, setBusy] = useState(false);

  const put = ({ coords }: GeolocationPosition) => {
    for (const part of PARTS) setValue(`${name}.${part}`, coords[part].toFixed(DIGITS));
    setBusy(false);
  };
  const failed = () => {
    showToast({ text: t('deviceFailed') });
    setBusy(false);
  };
  const ask = () => {
    setBusy(true);
    navigator.geolocation.getCurrentPosition(put, failed, { enableHighAccuracy: true, timeout: 15_000 });
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
        {PARTS.map((part) => (
          <TextField
            key={part}
            name={`${name}.${part}`}
            label={t(part)}
            optional
            inputMode="decimal"
            autoComplete="off"
          />
        ))}
      </div>
    </div>
  );
}
