'use client';

import { AMENITIES, createLibraryInput, updateLibraryInput } from '@studyspot/api/domains/libraries/schema';
import { TextareaField, TextField } from '@studyspot/portal/form/fields';
import { Form } from '@studyspot/portal/form/form';
import { PhoneField } from '@studyspot/portal/form/phone-field';
import { RegionField } from '@studyspot/portal/form/region-field';
import { useRequestKey } from '@studyspot/portal/form/request-key';
import { useForm } from '@studyspot/portal/form/use-form';
import { ButtonLink } from '@studyspot/ui/button';
import { Card } from '@studyspot/ui/card';
import { Checkbox } from '@studyspot/ui/input';
import { showToast } from '@studyspot/ui/toast';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { HoursFields } from './hours-fields.tsx';
import { type LibraryValues, libraryOf } from './library-values.ts';
import { PositionFields } from './position-fields.tsx';

const openDaily = Array.from({ length: 7 }, () => ({ open: '06:00', close: '22:00' }));

export interface LibraryFormProps {
  /** Whose draft this is. */
  person: string;
  /** Null adds a new one. */
  library: (LibraryValues & { id: string; version: number }) | null;
}

export function LibraryForm({ person, library }: LibraryFormProps) {
  const t = useTranslations('libraries');
  const router = useRouter();
  const requestKey = useRequestKey();
  const create = trpc.libraries.create.useMutation();
  const update = trpc.libraries.update.useMutation();

  const handle = useForm({
    schema: library ? updateLibraryInput : createLibraryInput,
    read: libraryOf,
    complete: (values) =>
      library ? { ...values, id: library.id, version: library.version } : { ...values, requestKey },
    send: (values) =>
      library
        ? update.mutateAsync({ ...values, id: library.id, version: library.version })
        : create.mutateAsync({ ...values, requestKey }),
    done: ({ name }) => {
      showToast({ text: t(library ? 'saved' : 'created', { name }) });
      if (library) router.refresh();
      else router.push('/libraries');
    },
    draft: library ? `${person}:library:${library.id}` : `${person}:library:new`,
    sentences: {
      limit_exceeded: ({ details }) =>
        details?.limit === undefined ? t('limitPlain') : t('limit', { limit: Number(details.limit) }),
      changed_meanwhile: t('changed'),
    },
  });

  return (
    <Form
      handle={handle}
      submit={t(library ? 'save' : 'create')}
      sticky
      aside={
        <ButtonLink as={Link} look="quiet" href="/libraries">
          {t('cancel')}
        </ButtonLink>
      }
      wayOn={(code) => {
        if (code === 'limit_exceeded') return t('limitHelp');
        if (code !== 'changed_meanwhile') return null;
        return (
          <button
            type="button"
            className="min-h-6 underline underline-offset-2"
            onClick={() => window.location.reload()}
          >
            {t('reload')}
          </button>
        );
      }}
    >
      <Card id="basics" title={t('sectionBasics')}>
        <div className="grid gap-5 sm:grid-cols-2">
          <div className="sm:col-span-2">
            <TextField
              name="name"
              label={t('name')}
              defaultValue={library?.name}
              maxLength={120}
              autoComplete="organization"
            />
          </div>
          <TextField
            name="code"
            label={t('code')}
            help={t('codeHelp')}
            defaultValue={library?.code}
            maxLength={20}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
          <TextField
            name="capacity"
            label={t('capacity')}
            defaultValue={library?.capacity}
            inputMode="numeric"
            autoComplete="off"
          />
        </div>
      </Card>
      <Card id="address" title={t('sectionAddress')}>
        <div className="grid gap-5 sm:grid-cols-2">
          <div className="sm:col-span-2">
            <TextareaField
              name="address"
              label={t('address')}
              defaultValue={library?.address}
              rows={2}
              maxLength={300}
              autoComplete="street-address"
            />
          </div>
          <TextField
            name="city"
            label={t('city')}
            defaultValue={library?.city}
            maxLength={80}
            autoComplete="address-level2"
          />
          <TextField
            name="pincode"
            label={t('pincode')}
            defaultValue={library?.pincode}
            inputMode="numeric"
            autoComplete="postal-code"
          />
          <div className="sm:col-span-2">
            <RegionField name="state" label={t('region')} value={library?.state ?? null} />
          </div>
        </div>
      </Card>
      <Card id="contact" title={t('sectionContact')}>
        <div className="grid gap-5 sm:grid-cols-2">
          <PhoneField name="phone" label={t('phone')} number={library?.phone} autoComplete="tel" />
          <TextField
            name="email"
            label={t('email')}
            optional
            defaultValue={library?.email ?? ''}
            type="email"
            inputMode="email"
            autoComplete="email"
          />
          <TextField
            name="managerName"
            label={t('managerName')}
            optional
            defaultValue={library?.managerName ?? ''}
            maxLength={120}
            autoComplete="off"
          />
          <PhoneField name="managerPhone" label={t('managerPhone')} optional number={library?.managerPhone} />
          <TextField
            name="managerEmail"
            label={t('managerEmail')}
            optional
            defaultValue={library?.managerEmail ?? ''}
            type="email"
            inputMode="email"
            autoComplete="off"
          />
        </div>
      </Card>
      <Card id="hours" title={t('sectionHours')} description={t('hoursHelp')}>
        <HoursFields hours={library?.hours ?? openDaily} />
      </Card>
      <Card id="amenities" title={t('sectionAmenities')}>
        <div className="grid grid-cols-2 gap-x-4 sm:grid-cols-3">
          {AMENITIES.map((amenity) => (
            <Checkbox
              key={amenity}
              name="amenities"
              value={amenity}
              label={t(`amenities.${amenity}`)}
              defaultChecked={library?.amenities.includes(amenity) ?? false}
            />
          ))}
        </div>
      </Card>
      <Card id="position" title={t('sectionPosition')} description={t('positionHelp')}>
        <PositionFields position={library?.position ?? null} />
      </Card>
    </Form>
  );
}
