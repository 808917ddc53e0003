import { nothing } from '../../fields.ts';
import { exportOf } from '../../procedures/export-of.ts';
import { listOutput } from '../../procedures/list.ts';
import { platformProcedure } from '../../procedures/platform.ts';
import { router } from '../../procedures/router.ts';
import { tenantProcedure } from '../../procedures/tenant.ts';
import { timelineOf } from '../../procedures/timeline.ts';
import { approveLibrary, reconsiderLibrary, rejectLibrary, requestChanges } from './approval/approve-library.ts';
import { getPlatformLibrary } from './approval/get-platform-library.ts';
import { handInLibrary } from './approval/hand-in-library.ts';
import { listPlatformLibraries } from './approval/list-platform-libraries.ts';
import { reinstateLibrary, suspendLibrary } from './approval/suspend-library.ts';
import { compareLibraries } from './compare/compare-libraries.ts';
import { createLibrary } from './create-library.ts';
import { getLibrary, setLibraryStatus, updateLibrary } from './library-row.ts';
import { listLibraries } from './list-libraries.ts';
import {
  comparison,
  createLibraryInput,
  library,
  libraryInput,
  libraryItem,
  libraryReasonInput,
  libraryVersionInput,
  listLibrariesInput,
  listPlatformLibrariesInput,
  platformLibrary,
  platformLibraryItem,
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
  handIn: tenantProcedure('libraries:update').input(libraryVersionInput).output(library).changes(handInLibrary),
});

export const comparisonRouter = router({
  libraries: tenantProcedure('students:read').input(nothing).output(comparison).reads(compareLibraries),
});

const reads = platformProcedure('libraries:read');
const decides = platformProcedure('libraries:approve');

export const platformLibrariesRouter = router({
  list: reads.input(listPlatformLibrariesInput).output(listOutput(platformLibraryItem)).reads(listPlatformLibraries),
  export: exportOf(reads, 'library', listPlatformLibraries, [listPlatformLibrariesInput, platformLibraryItem]),
  get: reads.input(libraryInput).output(platformLibrary).reads(getPlatformLibrary),
  timeline: timelineOf(reads, 'library', getPlatformLibrary),
  approve: decides.input(libraryVersionInput).output(platformLibrary).changes(approveLibrary),
  requestChanges: decides.input(libraryReasonInput).output(platformLibrary).changes(requestChanges),
  reject: decides.input(libraryReasonInput).output(platformLibrary).changes(rejectLibrary),
  reconsider: decides.input(libraryVersionInput).output(platformLibrary).changes(reconsiderLibrary),
  suspend: decides.input(libraryReasonInput).output(platformLibrary).changes(suspendLibrary),
  reinstate: decides.input(libraryVersionInput).output(platformLibrary).changes(reinstateLibrary),
});
