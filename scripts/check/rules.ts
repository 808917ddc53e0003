import { domainImports, domainVocabulary, noTenantInVerbs, plainRouters, plainSchemas, pureRules } from './domains.ts';
import { envExample } from './env-example.ts';
import { foundIsTrue } from './found.ts';
import { hindiWords } from './hindi-words.ts';
import { importKindsAreTrue } from './import-kinds.ts';
import { importTable } from './import-table.ts';
import { mapIsTrue } from './map.ts';
import { messages } from './messages.ts';
import { names } from './names.ts';
import { noAny, noSuppressions } from './no-escape.ts';
import { onePageLink, pagesInside } from './pages.ts';
import { linearPatterns } from './patterns.ts';
import { placesAreTrue } from './places.ts';
import { proceduresInside } from './procedures.ts';
import type { Rule } from './project.ts';
import { rawEnv } from './raw-env.ts';
import { rowTwins } from './row-twins.ts';
import { fileLength, folderSize } from './sizes.ts';
import { textOutsideMessages } from './text.ts';
import { noTwins } from './twins.ts';
import { unusedExports } from './unused-exports.ts';

export const rules: readonly Rule[] = [
  fileLength,
  folderSize,
  noTwins,
  noAny,
  noSuppressions,
  rawEnv,
  linearPatterns,
  importTable,
  domainImports,
  domainVocabulary,
  pureRules,
  plainSchemas,
  plainRouters,
  noTenantInVerbs,
  proceduresInside,
  onePageLink,
  pagesInside,
  names,
  rowTwins,
  textOutsideMessages,
  messages,
  hindiWords,
  envExample,
  mapIsTrue,
  placesAreTrue,
  foundIsTrue,
  importKindsAreTrue,
  unusedExports,
];
