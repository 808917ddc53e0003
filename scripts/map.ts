import { readFileSync, writeFileSync } from 'node:fs';
import { drawMap, withMap } from './check/map.ts';
import { readProject } from './check/project.ts';
import { inRoot } from './stack/root.ts';

const file = inRoot('README.md');
writeFileSync(file, withMap(readFileSync(file, 'utf8'), drawMap(readProject())));
