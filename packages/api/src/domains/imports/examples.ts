import { randomUUID } from 'node:crypto';
import type { World } from '@studyspot/db/testing/world';
import type { DomainExamples, Examples } from '../../testing/example.ts';
import type { importsRouter } from './router.ts';

// Those who hold what a register of students asks for, numbers above all.
const desk = ['owner', 'manager'] as const;

const importsExamples: Examples<typeof importsRouter> = {
  list: { who: desk, input: () => ({}) },
  get: { who: desk, input: ({ row }) => ({ id: row('imports') }) },
  rows: { who: desk, input: ({ row }) => ({ importId: row('imports') }) },
  left: { who: desk, input: ({ row }) => ({ id: row('imports') }) },
  part: {
    who: desk,
    input: () => ({ requestKey: randomUUID(), data: Buffer.from('Name,Phone\nRavi,9829011223\n').toString('base64') }),
  },
  begin: {
    who: desk,
    input: ({ row }) => ({
      ...{ requestKey: randomUUID(), kind: 'students', libraryId: row('libraries'), fileName: 'register.csv' },
      parts: [row('import_parts')],
    }),
  },
  map: {
    who: desk,
    input: ({ row }) => ({ id: row('imports'), version: 1, headerNo: 1, columns: ['name', 'phone'] }),
  },
  act: { who: desk, input: ({ row }) => ({ id: row('imports'), act: 'start' }) },
  mend: { who: desk, input: ({ row }) => ({ id: row('import_rows'), column: 'phone', text: '98290 11224' }) },
  choose: { who: desk, input: ({ row }) => ({ id: row('import_rows'), out: true }) },
};

export const owner = { imports: importsExamples };

const importOf = ({ a }: World) => a.ids['imports']?.[0] ?? '';

const id = randomUUID();
// One that is taken back: whom it has admitted nobody has touched since.
const undoing = ({ a }: World) => [
  {
    table: 'imports',
    row: {
      ...{ tenant_id: a.id, id, kind: 'students', library_id: a.libraries[0], file_name: 'register.csv' },
      ...{ parts: '', state: 'undoing' },
    },
  },
  {
    table: 'import_rows',
    row: {
      ...{ tenant_id: a.id, import_id: id, no: '2', cells: '', state: 'made', wrote: '1' },
      target_id: a.ids['students']?.[0] ?? '',
    },
  },
];

export const work: DomainExamples['work'] = {
  jobImport: (world) => ({ payload: { import: id }, laid: undoing(world) }),
  onImportAsked: (world) => ({
    event: { name: 'import.started', kind: 'import', id: importOf(world), actor: world.a.owner.userId },
  }),
};
