import { build } from './stack/build.ts';
import { PlainError } from './stack/plain-error.ts';
import { type Weight, weights } from './stack/weights.ts';

const text = ({ kilobytes, budget }: Weight) => `${kilobytes.toFixed(1)} of ${budget} kB`;

try {
  await build();
  const all = weights();
  const heavy = all.filter(({ kilobytes, budget }) => kilobytes > budget);
  for (const one of heavy) console.error(`✗ ${one.portal}, ${one.kind}, ${one.name}: ${text(one)}`);
  const most = (['owner', 'admin'] as const).map((portal) => {
    const heaviest = (kind: Weight['kind']) => all.find((one) => one.portal === portal && one.kind === kind) as Weight;
    const kinds = (['page', 'later', 'styles', 'fonts'] as const).map((kind) => `${kind} ${text(heaviest(kind))}`);
    return `${portal}: ${kinds.join(', ')}`;
  });
  console.log(
    `build: ${all.length - heavy.length} passed, ${heavy.length} failed; the heaviest of ${most.join('; of ')}`,
  );
  if (heavy.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof PlainError ? error.message : error);
  process.exitCode = 1;
}
