'use client';

import { AMENITIES } from '@studyspot/api/domains/libraries/names';
import { createLibraryInput, updateLibraryInput } from '@studyspot/api/domains/libraries/schema';
import type { OwnerOutputs } from '@studyspot/api/root';
import { email, FieldCard, paragraph, phone, readRows, region, text, whole } from '@studyspot/portal/form/field-rows';
import { RecordForm } from '@studyspot/portal/form/record-form';
import { textsOf } from '@studyspot/portal/form/text-of';
import { Checkbox } from '@studyspot/ui/input';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { hoursOf } from './hours.ts';
import { HoursFields } from './hours-fields.tsx';
import { PositionFields, positionOf } from './position-fields.tsx';

const basics = {
  name: text({ wide: true, maxLength: 120, autoComplete: 'organization' }),
  code: text({ maxLength: 20, autoCapitalize: 'characters', spellCheck: false }),
  capacity: whole(),
};
const address = {
  address: paragraph({ rows: 2, maxLength: 300, autoComplete: 'street-address' }),
  city: text({ maxLength: 80, autoComplete: 'address-level2' }),
  pincode: text({ inputMode: 'numeric', autoComplete: 'postal-code' }),
  state: region({ wide: true }),
};
const contact = {
  phone: phone({ autoComplete: 'tel' }),
  email: email({ optional: true, autoComplete: 'email' }),
  managerName: text({ optional: true, maxLength: 120 }),
  managerPhone: phone({ optional: true }),
  managerEmail: email({ optional: true }),
};

export interface LibraryFormProps {
  /** Null adds a new one. */
  library: OwnerOutputs['libraries']['get'] | null;
}

export function LibraryForm({ library }: LibraryFormProps) {
  const t = useTranslations('libraries.amenities');
  const create = trpc.libraries.create.useMutation();
  const update = trpc.libraries.update.useMutation();
  return (
    <RecordForm
      words="libraries"
      list="/libraries"
      record={library}
      read={(form) => ({
        ...readRows(form, { ...basics, ...address, ...contact }),
        hours: hoursOf(form),
        position: positionOf(form),
        amenities: AMENITIES.filter((amenity) => textsOf(form, 'amenities').includes(amenity)),
      })}
      create={{ schema: createLibraryInput, send: create.mutateAsync }}
      update={{ schema: updateLibraryInput, send: update.mutateAsync }}
    >
      <FieldCard name="basics" rows={basics} />
      <FieldCard name="address" rows={address} />
      <FieldCard name="contact" rows={contact} />
      <FieldCard name="hours">
        <HoursFields hours={library?.hours} />
      </FieldCard>
      <FieldCard name="amenities">
        <div className="grid grid-cols-2 gap-x-4 sm:grid-cols-3">
          {AMENITIES.map((amenity) => (
            <Checkbox
              key={amenity}
              name="amenities"
              value={amenity}
              label={t(amenity)}
              defaultChecked={library?.amenities.includes(amenity) ?? false}
            />
          ))}
        </div>
      </FieldCard>
      <FieldCard name="position">
        <PositionFields />
      </FieldCard>
    </RecordForm>
  );
}
