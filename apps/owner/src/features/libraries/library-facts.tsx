'use client';

import type { OwnerOutputs } from '@studyspot/api/root';
import { countText } from '@studyspot/portal/count';
import { NamedFacts } from '@studyspot/portal/named-facts';
import { MailAddress, Phone } from '@studyspot/portal/phone';
import { MapLink } from '@studyspot/portal/position/map-link';
import { useWeek } from '@studyspot/portal/week/use-week';
import { Card, Facts } from '@studyspot/ui/card';
import { useTranslations } from 'next-intl';

export function LibraryFacts({ library }: { library: OwnerOutputs['libraries']['get'] }) {
  const t = useTranslations('libraries');
  const regions = useTranslations('regions');
  const hours = useWeek()(library.hours);
  return (
    <div className="flex flex-col gap-4">
      <Card id="basics" title={t('sections.basics')}>
        <NamedFacts
          words="libraries"
          facts={{
            code: library.code,
            capacity: countText(library.capacity),
            address: `${library.address}, ${library.city} ${library.pincode}`,
            state: regions(library.state),
            phone: library.phone && <Phone number={library.phone} />,
            email: library.email && <MailAddress address={library.email} />,
            managerName: library.managerName,
            managerPhone: library.managerPhone && <Phone number={library.managerPhone} />,
          }}
        />
        {library.position ? (
          <p className="mt-3">
            <MapLink {...library.position} />
          </p>
        ) : null}
      </Card>
      <Card id="hours" title={t('sections.hours')}>
        <Facts items={hours} />
      </Card>
      {library.amenities.length > 0 ? (
        <Card id="amenities" title={t('sections.amenities')}>
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
