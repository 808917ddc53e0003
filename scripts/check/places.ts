import { domainOrder } from './domains.ts';
import type { Rule, Source } from './project.ts';

const portals = ['owner', 'admin'] as const;
const placeFile = /^apps\/(owner|admin)\/src\/features\/([^/]+)\/([a-z-]+)-place\.tsx$/;
const listOf = (portal: string) => `apps/${portal}/src/app/(inside)/places.ts`;

/** The places that features say in `NAME-place.tsx`, for the menu of each portal, in the order of the domains. */
export function drawPlaces(sources: readonly Source[]): { path: string; text: string }[] {
  const found = sources.flatMap(({ path }) => {
    const [, portal, feature = '', noun = ''] = placeFile.exec(path) ?? [];
    if (portal === undefined) return [];
    const name = `${noun.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())}Place`;
    return [{ portal, feature, name, line: `import { ${name} } from '../../features/${feature}/${noun}-place.tsx';` }];
  });
  const at = ({ feature }: { feature: string }) => domainOrder.indexOf(feature) + 1 || domainOrder.length + 1;
  return portals.map((portal) => {
    const own = found.filter((one) => one.portal === portal);
    const lines = own.map(({ line }) => line).sort();
    const names = own.sort((a, b) => at(a) - at(b)).map(({ name }) => name);
    const text = `${['// Written by scripts/map.ts.', ...lines, '', `export const places = [${names.join(', ')}];`].join('\n')}\n`;
    return { path: listOf(portal), text };
  });
}

export const placesAreTrue: Rule = {
  name: 'every place that a feature says is in the menu',
  find: (sources) =>
    drawPlaces(sources)
      .filter(({ path, text }) => sources.find((file) => file.path === path)?.text !== text)
      .map(({ path }) => ({ path, message: 'the list is old: npm run map writes it anew' })),
};
