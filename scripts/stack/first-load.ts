import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { inRoot } from './root.ts';

/** Kilobytes of script, packed, that a page may ask for before anybody does anything. */
const budgets = { owner: 230, admin: 320 } as const;

export interface FirstLoad {
  portal: keyof typeof budgets;
  route: string;
  kilobytes: number;
  budget: number;
}

/** Each page of the built portals with its first-load script, the heaviest first. */
export function firstLoads(): FirstLoad[] {
  return [...loadsOf('owner'), ...loadsOf('admin')].sort((a, b) => b.kilobytes - a.kilobytes);
}

function loadsOf(portal: keyof typeof budgets): FirstLoad[] {
  const built = inRoot('apps', portal, '.next');
  const pages = join(built, 'server', 'app');
  const { rootMainFiles } = JSON.parse(readFileSync(join(built, 'build-manifest.json'), 'utf8')) as {
    rootMainFiles: string[];
  };
  const sizes = new Map<string, number>();
  const sizeOf = (file: string) => {
    const size = sizes.get(file) ?? gzipSync(readFileSync(join(built, file))).length;
    sizes.set(file, size);
    return size;
  };
  return readdirSync(pages, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('page_client-reference-manifest.js'))
    .map((path) => {
      const files = new Set([...rootMainFiles, ...entryFiles(readFileSync(join(pages, path), 'utf8'))]);
      const bytes = [...files].reduce((sum, file) => sum + sizeOf(file), 0);
      const route = `/${path.split('/').slice(0, -1).join('/')}`;
      return { portal, route, kilobytes: bytes / 1000, budget: budgets[portal] };
    });
}

/** The layouts around the page, its error and loading states and the page itself. */
function entryFiles(manifest: string): string[] {
  const context: Record<string, unknown> = {};
  context.globalThis = context;
  runInNewContext(manifest, context);
  const pages = Object.values(Object(context.__RSC_MANIFEST)) as Array<{ entryJSFiles: Record<string, string[]> }>;
  return pages.flatMap(({ entryJSFiles }) => Object.values(entryJSFiles).flat());
}
