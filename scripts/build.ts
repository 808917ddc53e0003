import { build } from './stack/build.ts';
import { firstLoads } from './stack/first-load.ts';
import { PlainError } from './stack/plain-error.ts';

try {
  await build();
  const pages = firstLoads();
  const heavy = pages.filter(({ kilobytes, budget }) => kilobytes > budget);
  for (const { portal, route, kilobytes, budget } of heavy)
    console.error(`✗ ${portal} ${route}: ${kilobytes.toFixed(1)} kB of script, ${budget} at most`);
  const most = (['owner', 'admin'] as const).map((portal) => {
    const [first] = pages.filter((page) => page.portal === portal);
    return `${portal} ${first?.kilobytes.toFixed(1)} of ${first?.budget} kB`;
  });
  const passed = pages.length - heavy.length;
  console.log(`build: ${passed} passed, ${heavy.length} failed; heaviest pages: ${most.join(', ')}`);
  if (heavy.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof PlainError ? error.message : error);
  process.exitCode = 1;
}
