'use client';

import { useTranslations } from 'next-intl';

export function MapLink({ latitude, longitude }: { latitude: number; longitude: number }) {
  const t = useTranslations('position');
  return (
    <a
      className="text-primary underline underline-offset-2"
      href={`https://www.google.com/maps/search/?api=1&query=${latitude},${longitude}`}
      target="_blank"
      rel="noreferrer"
    >
      {t('openMap')}
    </a>
  );
}
