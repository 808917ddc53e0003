'use client';

import { AMENITIES } from '@studyspot/api/domains/libraries/names';
import { codeOf } from '@studyspot/api/domains/libraries/rules';
import type { OwnerOutputs } from '@studyspot/api/root';
import { stateOfPin } from '@studyspot/api/states';
import {
  email,
  FieldCard,
  paragraph,
  phone,
  pin,
  readRows,
  region,
  startRows,
  text,
  whole,
} from '@studyspot/portal/form/field-rows';
import { TickField } from '@studyspot/portal/form/fields';
import { MoreFields } from '@studyspot/portal/form/more-fields';
import { RecordForm } from '@studyspot/portal/form/record-form';
import { positionOf, typedPosition } from '@studyspot/portal/position/position';
import { PositionFields } from '@studyspot/portal/position/position-fields';
import { hoursOf, typedWeek } from '@studyspot/portal/week/hours';
import { WeekFields } from '@studyspot/portal/week/week-fields';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { libraryAddress } from './library-address.ts';

const schemas = () => import('@studyspot/api/domains/libraries/schema');

const basics = {
  name: text({ wide: true, maxLength: 120, autoComplete: 'organization' }),
  capacity: whole(),
  phone: phone({ autoComplete: 'tel' }),
};
const address = {
  address: paragraph({ rows: 2, maxLength: 300, autoComplete: 'street-address' }),
  city: text({ maxLength: 80, autoComplete: 'address-level2' }),
  pincode: pin(),
};
const named = {
  code: text({ optional: true, maxLength: 20, autoCapitalize: 'characters', spellCheck: false }),
  state: region({ optional: true }),
};
const contact = {
  email: email({ optional: true, autoComplete: 'email' }),
  managerName: text({ optional: true, maxLength: 120 }),
  managerPhone: phone({ optional: true }),
  managerEmail: email({ optional: true }),
};

export type Library = OwnerOutputs['libraries']['get'];

export interface LibraryFormProps {
  /** Null adds a new one. */
  library: Library | null;
  /** The one before: a new one begins in its city and with its hours. */
  like?: Library | null;
}

export function LibraryForm({ library, like = null }: LibraryFormProps) {
  const t = useTranslations('libraries');
  const create = trpc.libraries.create.useMutation();
  const update = trpc.libraries.update.useMutation();
  const rows = { ...basics, ...address, ...named, ...contact };
  const more = (
    <>
      <FieldCard name="named" rows={named} />
      <FieldCard name="contact" rows={contact} />
      <FieldCard name="hours">
        <WeekFields name="hours" />
      </FieldCard>
      <FieldCard name="amenities">
        <div className="grid grid-cols-2 gap-x-4 sm:grid-cols-3">
          {AMENITIES.map((amenity) => (
            <TickField key={amenity} name="amenities" value={amenity} label={t(`amenities.${amenity}`)} />
          ))}
        </div>
      </FieldCard>
      <FieldCard name="position">
        <PositionFields name="position" />
      </FieldCard>
    </>
  );
  return (
    <RecordForm
      words="libraries"
      list={libraryAddress.path}
      record={library}
      values={{
        ...startRows(rows, library ?? { city: like?.city }),
        hours: typedWeek((library ?? like)?.hours),
        position: typedPosition(library?.position),
        amenities: [...(library?.amenities ?? [])].sort(),
      }}
      read={({ hours, position, amenities, ...typed }) => {
        const values = readRows(typed, rows);
        return {
          ...values,
          code: values.code || codeOf(values.name, values.pincode),
          state: values.state || (stateOfPin(values.pincode) ?? values.state),
          hours: hoursOf(hours),
          position: positionOf(position),
          amenities: AMENITIES.filter((amenity) => amenities.includes(amenity)),
        };
      }}
      create={{ schema: async () => (await schemas()).createLibraryInput, send: create.mutateAsync }}
      update={{ schema: async () => (await schemas()).updateLibraryInput, send: update.mutateAsync }}
    >
      <FieldCard name="basics" rows={basics} />
      <FieldCard name="address" rows={address} />
      {library ? (
        more
      ) : (
        <MoreFields help={like ? t('moreLike', { name: like.name }) : t('moreFirst')}>{more}</MoreFields>
      )}
    </RecordForm>
  );
}
