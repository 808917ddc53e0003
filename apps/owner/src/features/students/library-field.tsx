'use client';

import { SelectField } from '@studyspot/portal/form/fields';
import { trpc } from '../../shell/trpc.ts';
import { homes } from './student-address.ts';

/** Where somebody is, or will be. */
export function LibraryField({ name, choose }: { name: string; choose?: string }) {
  const { data } = trpc.libraries.list.useQuery(homes);
  return (
    <SelectField name={name}>
      {choose === undefined ? null : <option value="">{choose}</option>}
      {data?.items.map((library) => (
        <option key={library.id} value={library.id}>
          {library.name}
        </option>
      ))}
    </SelectField>
  );
}
