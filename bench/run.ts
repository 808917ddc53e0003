import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

type Bench = { run: (options: { quick: boolean; idleSeconds?: number }) => Promise<{ passed: boolean; line: string }> };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, 'idle-seconds': { type: 'string' } },
});
const [name = ''] = positionals;
const idleSeconds = Number(values['idle-seconds'] ?? Number.NaN);
const file = path.join(import.meta.dirname, name, 'bench.ts');
if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
  console.error(`There is no bench/${name}/bench.ts. Usage: npm run bench -- NAME [--quick] [--idle-seconds 600]`);
  process.exit(2);
}

const bench = (await import(pathToFileURL(file).href)) as Bench;
const { passed, line } = await bench.run({ quick: values.quick, ...(idleSeconds > 0 && { idleSeconds }) });
console.log(line);
process.exit(passed ? 0 : 1);
