import { isCode, readProject } from './check/project.ts';
import { rules } from './check/rules.ts';
import { linesOf } from './check/sizes.ts';

const sources = readProject();
let failed = 0;
for (const rule of rules) {
  const problems = await rule.find(sources);
  if (problems.length > 0) failed += 1;
  console.log(`${problems.length === 0 ? '✓' : '✗'} ${rule.name}${problems.length > 0 ? `: ${problems.length}` : ''}`);
  for (const { path, line, message } of problems.slice(0, 60))
    console.log(`    ${path}${line ? `:${line}` : ''}  ${message}`);
  if (problems.length > 60) console.log(`    and ${problems.length - 60} more`);
}
const lengths = sources
  .filter(isCode)
  .map(({ text }) => linesOf(text))
  .sort((a, b) => a - b);
const at = (share: number) => lengths[Math.floor((lengths.length - 1) * share)] ?? 0;
console.log(
  `check: ${rules.length - failed} passed, ${failed} failed; ${lengths.length} source files, lines median ${at(0.5)}, 90% ${at(0.9)}, longest ${at(1)}`,
);
process.exitCode = failed > 0 ? 1 : 0;
