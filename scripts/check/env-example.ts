import { startSettings } from '../stack/settings.ts';
import type { Problem, Rule } from './project.ts';
import { isNode, visit } from './syntax.ts';

const example = '.env.example';
const schemas = ['packages/api/src/env.ts', 'packages/api/src/work/env.ts'];
// Read by the migration and by `npm start`, which neither portals nor workers see.
const beside = ['DATABASE_URL', 'LOGIN_SECRET', ...startSettings];

export const envExample: Rule = {
  name: '.env.example names every setting',
  find(sources) {
    const text = sources.find(({ path }) => path === example)?.text ?? '';
    const listed = new Set(text.split('\n').flatMap((line) => /^#? ?([A-Z][A-Z0-9_]+)=/.exec(line)?.[1] ?? []));
    const read = new Set<string>(beside);
    for (const { parsed } of sources.filter(({ path }) => schemas.includes(path)))
      visit(parsed?.program, ({ type, key }) => {
        const name = type === 'Property' && isNode(key) ? String(key.name) : '';
        if (/^[A-Z][A-Z0-9_]+$/.test(name) && name !== 'NODE_ENV') read.add(name);
      });
    const missing = [...read].filter((name) => !listed.has(name)).map((name) => `lacks ${name}`);
    const stray = [...listed].filter((name) => !read.has(name)).map((name) => `names ${name}, which nothing reads`);
    return [...missing, ...stray].map((message): Problem => ({ path: example, message }));
  },
};
