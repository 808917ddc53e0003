'use client';

import { TextField } from '@studyspot/portal/form/fields';
import { numberOf } from '@studyspot/portal/form/number-of';
import { Button } from '@studyspot/ui/button';
import { showToast } from '@studyspot/ui/toast';
import { LocateFixed } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';

const DIGITS = 6;
const parts = ['latitude', 'longitude'] as const;

export interface TypedPosition {
  latitude: string;
  longitude: string;
}

export function typedPosition(position: { latitude: number; longitude: number } | null | undefined): TypedPosition {
  return { latitude: String(position?.latitude ?? ''), longitude: String(position?.longitude ?? '') };
}

export function positionOf(typed: TypedPosition) {
  const [latitude, longitude] = [numberOf(typed.latitude), numberOf(typed.longitude)];
  if (latitude === null && longitude === null) return null;
  return { latitude: latitude ?? Number.NaN, longitude: longitude ?? Number.NaN };
}

export function PositionFields() {
  const t = useTranslations('libraries');
  const { setValue } = useFormContext<{ position: TypedPosition }>();
  const [busy, setBusy] = useState(false);

  const put = ({ coords }: GeolocationPosition) => {
    for (const part of parts) setValue(`position.${part}`, coords[part].toFixed(DIGITS));
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
        {parts.map((part) => (
          <TextField key={part} name={`position.${part}`} optional inputMode="decimal" autoComplete="off" />
        ))}
      </div>
    </div>
  );
}
