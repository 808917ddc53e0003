import { readFileSync, writeFileSync } from 'node:fs';
import { drawFound } from './check/found.ts';
import { drawImportKinds } from './check/import-kinds.ts';
import { drawMap, withMap } from './check/map.ts';
import { drawPlaces } from './check/places.ts';
import { readProject } from './check/project.ts';
import { inRoot } from './stack/root.ts';

const sources = readProject();
for (const { path, text } of [drawFound(sources), drawImportKinds(sources), ...drawPlaces(sources)])
  writeFileSync(inRoot(path), text);
const readme = inRoot('README.md');
writeFileSync(readme, withMap(readFileSync(readme, 'utf8'), drawMap(readProject())));
