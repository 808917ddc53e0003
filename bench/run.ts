import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

type Bench = { run: (options: { quick: boolean }) => Promise<{ passed: boolean; line: string }> };

const [name = '', ...flags] = process.argv.slice(2);
const file = path.join(import.meta.dirname, name, 'bench.ts');
if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
  console.error(`There is no bench/${name}/bench.ts. Usage: npm run bench -- NAME [--quick]`);
  process.exit(2);
}

const bench = (await import(pathToFileURL(file).href)) as Bench;
const { passed, line } = await bench.run({ quick: flags.includes('--quick') });
console.log(line);
process.exit(passed ? 0 : 1);
