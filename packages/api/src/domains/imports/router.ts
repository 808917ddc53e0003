import { listOutput } from '../../procedures/list.ts';
import { router } from '../../procedures/router.ts';
import { tenantProcedure } from '../../procedures/tenant.ts';
import { actOnImport } from './act-on-import.ts';
import { beginImport } from './begin-import.ts';
import { mapImport } from './map-import.ts';
import { chooseRow, mendRow } from './mend-row.ts';
import { getImport, leftRows, listImportRows, listImports } from './register-row.ts';
import {
  actOnImportInput,
  beginImportInput,
  chooseRowInput,
  importDetail,
  importInput,
  importItem,
  importPart,
  importPartInput,
  importRow,
  importRowsInput,
  leftRows as left,
  listImportsInput,
  mapImportInput,
  mendRowInput,
} from './schema.ts';
import { uploadPart } from './upload-part.ts';

export const importsRouter = router({
  list: tenantProcedure('students:create').input(listImportsInput).output(listOutput(importItem)).reads(listImports),
  get: tenantProcedure('students:create').input(importInput).output(importDetail).reads(getImport),
  rows: tenantProcedure('students:create').input(importRowsInput).output(listOutput(importRow)).reads(listImportRows),
  left: tenantProcedure('students:create').input(importInput).output(left).reads(leftRows),
  part: tenantProcedure('students:create').input(importPartInput).output(importPart).creates(uploadPart),
  begin: tenantProcedure('students:create').input(beginImportInput).output(importDetail).creates(beginImport),
  map: tenantProcedure('students:create').input(mapImportInput).output(importDetail).changes(mapImport),
  act: tenantProcedure('students:create').input(actOnImportInput).output(importDetail).changes(actOnImport),
  mend: tenantProcedure('students:create').input(mendRowInput).output(importRow).changes(mendRow),
  choose: tenantProcedure('students:create').input(chooseRowInput).output(importRow).changes(chooseRow),
});
