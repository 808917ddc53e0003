import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '../../../..');
const shared = ['packages/{api,db,providers}/src/**/*.ts', 'packages/api/messages/*.json'];
const unbuilt = /\.(test|proof)\.ts$|\/(testing|proofs|soaks|demo)\//;
const stampOf = (app: string) => join(app, '.next', 'studyspot-build-id');

/** What server.ts runs from source and pages hold as built: the same bytes give the same id. */
export function sourceId(): string {
  const files = shared
    .flatMap((pattern) => globSync(pattern, { cwd: root }))
    .filter((file) => !unbuilt.test(file))
    .sort();
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex').slice(0, 32);
}

/** Of the pages alone: another with each build. */
export const pagesBuild = (app: string): string => readFileSync(join(app, '.next', 'BUILD_ID'), 'utf8').trim();

/** Called at the end of a build, in the folder of the app. */
export function stampBuild(app: string): void {
  writeFileSync(stampOf(app), sourceId());
}

/** Refuses to serve pages that hold other code than this process runs. */
export function checkBuild(app: string): void {
  const name = relative(root, app);
  let built: string;
  try {
    built = readFileSync(stampOf(app), 'utf8');
  } catch {
    throw new Error(`There is no build of ${name}: run "npm run build" first.`);
  }
  if (built !== sourceId()) throw new Error(`The build of ${name} is older than its source: run "npm run build".`);
}

if (process.argv[1] === import.meta.filename) stampBuild(process.cwd());
