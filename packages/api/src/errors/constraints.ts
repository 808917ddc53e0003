import type { FieldFault } from './app-error.ts';
import type { Code } from './codes.ts';

/** Which constraint of the database speaks about which field of a form: a race then still ends beside the field. */
export const constraints: Readonly<Record<string, { code: Code; field: FieldFault }>> = {
  libraries_tenant_id_code_key: { code: 'duplicate_entry', field: { path: 'code', message: 'taken' } },
};
