'use client';

import { AMENITIES } from '@studyspot/api/domains/libraries/names';
import type { OwnerOutputs } from '@studyspot/api/root';
import { stateOfPin } from '@studyspot/api/states';
import { email, FieldCard, paragraph, phone, pin, region, text, whole } from '@studyspot/portal/form/field-rows';
import { MoreFields } from '@studyspot/portal/form/more-fields';
import { RecordForm } from '@studyspot/portal/form/record-form';
import { ticks } from '@studyspot/portal/form/ticks-row';
import { position } from '@studyspot/portal/position/position-row';
import { week } from '@studyspot/portal/week/week-row';
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
const more = {
  named: {
    code: text({ optional: true, maxLength: 20, autoCapitalize: 'characters', spellCheck: false }),
    state: region({ optional: true }),
  },
  contact: {
    email: email({ optional: true, autoComplete: 'email' }),
    managerName: text({ optional: true, maxLength: 120 }),
    managerPhone: phone({ optional: true }),
    managerEmail: email({ optional: true }),
  },
  hours: { hours: week() },
  amenities: { amenities: ticks(AMENITIES, 'amenities') },
  position: { position: position() },
};
const rows = {
  ...{ ...basics, ...address, ...more.named, ...more.contact },
  ...{ ...more.hours, ...more.amenities, ...more.position },
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
  const others = Object.entries(more).map(([name, part]) => <FieldCard key={name} name={name} rows={part} />);
  return (
    <RecordForm
      words="libraries"
      list={libraryAddress.path}
      record={library}
      rows={rows}
      begins={{ city: like?.city, hours: like?.hours }}
      settle={(values) => ({
        ...values,
        code: values.code || (library?.code ?? ''),
        state: values.state || (stateOfPin(values.pincode) ?? values.state),
      })}
      follows={{ state: 'pincode' }}
      create={{ schema: async () => (await schemas()).createLibraryInput, send: create.mutateAsync }}
      update={{ schema: async () => (await schemas()).updateLibraryInput, send: update.mutateAsync }}
    >
      <FieldCard name="basics" rows={basics} />
      <FieldCard name="address" rows={address} />
      {library ? (
        others
      ) : (
        <MoreFields help={like ? t('moreLike', { name: like.name }) : t('moreFirst')}>{others}</MoreFields>
      )}
    </RecordForm>
  );
}
