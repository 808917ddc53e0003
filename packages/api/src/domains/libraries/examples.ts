import type { Examples } from '../../testing/example.ts';
import { newLibrary } from '../../testing/inputs.ts';
import type { librariesRouter } from './router.ts';

export const librariesExamples: Examples<(typeof librariesRouter)['_def']['record']> = {
  list: () => ({ limit: 50 }),
  get: ({ libraryId }) => ({ id: libraryId }),
  create: () => newLibrary('EXAMPLE-1'),
  update: ({ libraryId }) => {
    const { requestKey: _, ...details } = newLibrary('EXAMPLE-2');
    return { id: libraryId, version: 1, ...details };
  },
  setStatus: ({ libraryId }) => ({ id: libraryId, version: 1, status: 'inactive' }),
};
