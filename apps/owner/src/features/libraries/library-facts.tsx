import { WEEKDAYS } from '@studyspot/api/domains/libraries/schema';
import { MailAddress, Phone } from '@studyspot/portal/phone';
import { Card, Facts } from '@studyspot/ui/card';
import { getLocale, getTranslations } from 'next-intl/server';
import type { DayHours, LibraryValues } from './library-values.ts';

function clock(time: string, locale: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const format = new Intl.DateTimeFormat(locale === 'hi' ? 'hi-IN-u-nu-latn' : 'en-IN', {
    hour: 'numeric',
    ...(minute === 0 ? {} : { minute: '2-digit' }),
    hour12: true,
    timeZone: 'UTC',
  });
  return format.format(new Date(Date.UTC(2026, 0, 1, hour % 24, minute))).toLowerCase();
}

/** The library for those who may look and not change. */
export async function LibraryFacts({ library }: { library: LibraryValues }) {
  const [t, regions, locale] = await Promise.all([
    getTranslations('libraries'),
    getTranslations('regions'),
    getLocale(),
  ]);
  const span = (day: DayHours | null | undefined): string => {
    if (!day) return t('closed');
    if (day.open === '00:00' && day.close === '24:00') return t('openAllDay');
    const times = { open: clock(day.open, locale), close: clock(day.close, locale) };
    return day.close <= day.open ? t('nextDay', times) : t('span', times);
  };
  const { position } = library;
  return (
    <div className="flex flex-col gap-4">
      <Card id="basics" title={t('sectionBasics')}>
        <Facts
          items={[
            { label: t('code'), value: library.code },
            { label: t('capacity'), value: library.capacity },
            { label: t('address'), value: `${library.address}, ${library.city} ${library.pincode}` },
            { label: t('region'), value: regions(library.state) },
            { label: t('phone'), value: library.phone ? <Phone number={library.phone} /> : '–' },
            { label: t('email'), value: library.email ? <MailAddress address={library.email} /> : '–' },
            { label: t('managerName'), value: library.managerName ?? '–' },
            { label: t('managerPhone'), value: library.managerPhone ? <Phone number={library.managerPhone} /> : '–' },
          ]}
        />
        {position ? (
          <p className="mt-3">
            <a
              className="text-primary underline underline-offset-2"
              href={`https://www.google.com/maps/search/?api=1&query=${position.latitude},${position.longitude}`}
              target="_blank"
              rel="noreferrer"
            >
              {t('openMap')}
            </a>
          </p>
        ) : null}
      </Card>
      <Card id="hours" title={t('sectionHours')}>
        <Facts
          items={WEEKDAYS.map((day, index) => ({ label: t(`weekdays.${day}`), value: span(library.hours[index]) }))}
        />
      </Card>
      {library.amenities.length > 0 ? (
        <Card id="amenities" title={t('sectionAmenities')}>
          <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3">
            {library.amenities.map((amenity) => (
              <li key={amenity}>{t(`amenities.${amenity}`)}</li>
            ))}
          </ul>
        </Card>
      ) : null}
    </div>
  );
}
