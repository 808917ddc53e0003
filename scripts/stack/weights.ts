import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { inRoot } from './root.ts';

/** Kilobytes as they travel: of script that a page asks for before anybody does anything, of styles, of fonts. */
const budgets = {
  owner: { page: 230, later: 120, styles: 30, fonts: 0 },
  admin: { page: 320, later: 120, styles: 30, fonts: 50 },
} as const;

export interface Weight {
  portal: keyof typeof budgets;
  kind: 'page' | 'later' | 'styles' | 'fonts';
  name: string;
  kilobytes: number;
  budget: number;
}

/** What each page of the built portals sends, and beside it the heaviest script that comes later, styles and fonts. */
export function weights(): Weight[] {
  return [...weightsOf('owner'), ...weightsOf('admin')].sort((a, b) => b.kilobytes - a.kilobytes);
}

function weightsOf(portal: keyof typeof budgets): Weight[] {
  const built = inRoot('apps', portal, '.next');
  const pages = join(built, 'server', 'app');
  const { rootMainFiles } = JSON.parse(readFileSync(join(built, 'build-manifest.json'), 'utf8')) as {
    rootMainFiles: string[];
  };
  const sizes = new Map<string, number>();
  const sizeOf = (file: string) => {
    const known = sizes.get(file);
    if (known !== undefined) return known;
    const bytes = readFileSync(join(built, file));
    // A font is packed as it is.
    const size = (file.endsWith('.woff2') ? bytes : gzipSync(bytes)).length;
    sizes.set(file, size);
    return size;
  };
  const weight = (kind: Weight['kind'], name: string, files: Iterable<string>): Weight => ({
    ...{ portal, kind, name, budget: budgets[portal][kind] },
    kilobytes: [...files].reduce((sum, file) => sum + sizeOf(file), 0) / 1000,
  });
  const first = new Set(rootMainFiles);
  const drawn = readdirSync(pages, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('page_client-reference-manifest.js'))
    .map((path) => {
      const files = new Set([...rootMainFiles, ...entryFiles(readFileSync(join(pages, path), 'utf8'))]);
      for (const file of files) first.add(file);
      return weight('page', `/${path.split('/').slice(0, -1).join('/')}`, files);
    });
  const sent = readdirSync(join(built, 'static'), { recursive: true, encoding: 'utf8' }).map(
    (path) => `static/${path}`,
  );
  const ending = (end: string) => sent.filter((file) => file.endsWith(end));
  const [heaviest] = ending('.js')
    .filter((file) => !first.has(file))
    .sort((a, b) => sizeOf(b) - sizeOf(a));
  return [
    ...drawn,
    weight('later', heaviest ?? 'nothing', heaviest ? [heaviest] : []),
    weight('styles', 'all of them', ending('.css')),
    weight('fonts', 'all of them', ending('.woff2')),
  ];
}

/** The layouts around the page, its error and loading states and the page itself. */
function entryFiles(manifest: string): string[] {
  const context: Record<string, unknown> = {};
  context.globalThis = context;
  runInNewContext(manifest, context);
  const pages = Object.values(Object(context.__RSC_MANIFEST)) as Array<{ entryJSFiles: Record<string, string[]> }>;
  return pages.flatMap(({ entryJSFiles }) => Object.values(entryJSFiles).flat());
}
