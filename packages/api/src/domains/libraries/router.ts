import { exportOf } from '../../procedures/export-of.ts';
import { listOutput } from '../../procedures/list.ts';
import { router } from '../../procedures/router.ts';
import { tenantProcedure } from '../../procedures/tenant.ts';
import { timelineOf } from '../../procedures/timeline.ts';
import { createLibrary } from './create-library.ts';
import { getLibrary, setLibraryStatus, updateLibrary } from './library-row.ts';
import { listLibraries } from './list-libraries.ts';
import {
  createLibraryInput,
  library,
  libraryInput,
  libraryItem,
  listLibrariesInput,
  setLibraryStatusInput,
  updateLibraryInput,
} from './schema.ts';

export const librariesRouter = router({
  list: tenantProcedure('libraries:read')
    .input(listLibrariesInput)
    .output(listOutput(libraryItem))
    .reads(listLibraries),
  export: exportOf(tenantProcedure('libraries:read'), 'library', listLibraries, [listLibrariesInput, libraryItem]),
  get: tenantProcedure('libraries:read').input(libraryInput).output(library).reads(getLibrary),
  timeline: timelineOf(tenantProcedure('libraries:read'), 'library', getLibrary),
  create: tenantProcedure('libraries:create').input(createLibraryInput).output(library).creates(createLibrary),
  update: tenantProcedure('libraries:update').input(updateLibraryInput).output(library).changes(updateLibrary),
  setStatus: tenantProcedure('libraries:update').input(setLibraryStatusInput).output(library).acts(setLibraryStatus),
});
