import { parseArgs } from 'node:util';
import { readProject } from './check/project.ts';
import { measure, places } from './cost/measure.ts';

const usage = 'npm run cost -- DOMAIN [--most LINES] [--outside LINES] [--files]';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { most: { type: 'string' }, outside: { type: 'string' }, files: { type: 'boolean', default: false } },
});
const [domain] = positionals;
const sources = readProject();
const limits = [values.most, values.outside].filter((limit) => limit !== undefined);
if (
  limits.some((limit) => !/^\d+$/.test(limit)) ||
  domain === undefined ||
  !sources.some(({ path }) => path.startsWith(`packages/api/src/domains/${domain}/`))
) {
  console.error(usage);
  process.exit(2);
}

const { files, total } = measure(sources, domain);
for (const place of places) {
  const lines = files[place].reduce((sum, file) => sum + file.lines, 0);
  console.log(
    `${place.padEnd(10)} ${String(files[place].length).padStart(3)} files ${String(lines).padStart(5)} lines`,
  );
  if (!values.files && place !== 'elsewhere') continue;
  for (const file of files[place]) console.log(`${' '.repeat(18)}${String(file.lines).padStart(6)}  ${file.path}`);
}
const outside = files.elsewhere.reduce((sum, file) => sum + file.lines, 0);
const count = Object.values(files).reduce((sum, list) => sum + list.length, 0);
console.log(
  `cost of ${domain}: ${total} lines in ${count} files, ${outside} of them in ${files.elsewhere.length} files elsewhere`,
);

for (const [what, lines, limit] of [
  ['in all', total, values.most],
  ['elsewhere', outside, values.outside],
] as const) {
  if (limit === undefined || lines <= Number(limit)) continue;
  console.error(`${lines} lines ${what}, at most ${limit}`);
  process.exitCode = 1;
}
