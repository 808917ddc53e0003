import { readFileSync } from 'node:fs';
import { inRoot } from '../stack/root.ts';
import { lineAt, type Problem, type Rule, type Source, source } from './project.ts';
import { importsOf, isNode, leadsTo, visit } from './syntax.ts';

/** A domain may import only domains that stand before it; news travels the other way as events. */
const orderFile = 'packages/api/src/domains/order.ts';
export const domainOrder = (
  source(orderFile, readFileSync(inRoot(orderFile), 'utf8')).parsed?.module.staticExports ?? []
).flatMap(({ entries }) => entries.map((entry) => entry.exportName.name ?? ''));

const place = /^packages\/api\/src\/domains\/([^/]+)\/(.+)$/;
// A large domain is divided by noun, one folder deep.
const noun = /^[a-z-]+\//;

function domainFiles(sources: readonly Source[]): { file: Source; domain: string; name: string }[] {
  return sources.flatMap((file) => {
    const [, domain, name] = place.exec(file.path) ?? [];
    return domain === undefined || name === undefined ? [] : [{ file, domain, name: name.replace(noun, '') }];
  });
}

export const domainImports: Rule = {
  name: 'a domain imports only earlier domains',
  find: (sources) =>
    domainFiles(sources).flatMap(({ file, domain }) => {
      const own = domainOrder.indexOf(domain);
      if (own < 0)
        return [
          {
            path: file.path,
            message: `the domain ${domain} stands in no order: add it to ${orderFile}`,
          },
        ];
      return importsOf(file).flatMap(({ from, start }) => {
        const [, other] = place.exec(leadsTo(file.path, from) ?? '') ?? [];
        const later = other !== undefined && other !== domain && domainOrder.indexOf(other) >= own;
        return later
          ? [{ path: file.path, line: lineAt(file.text, start), message: `${domain} may not import ${other}` }]
          : [];
      });
    }),
};

/**
 * domain (what it tells all others of itself), router, schema, names (lists of names, which a page may show without any
 * schema), rules (pure decisions),
 * guards (decisions that refuse, and may look), examples, what a row shows with the verbs that only find or write one
 * (x-row), and one file per further verb that exports the function of its name; tests beside their file, or the domain's
 * own.
 */
export const domainVocabulary: Rule = {
  name: 'a domain holds domain, router, schema, names, rules, guards, examples and verbs',
  find(sources) {
    const paths = new Set(sources.map(({ path }) => path));
    return domainFiles(sources).flatMap(({ file, domain, name }) => {
      const wrong = (message: string): Problem[] => [{ path: file.path, message }];
      if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.test)?\.ts$/.test(name)) return wrong('not a name of the vocabulary');
      if (name.endsWith('.test.ts')) {
        return name === `${domain}.test.ts` || paths.has(file.path.replace('.test.ts', '.ts'))
          ? []
          : wrong('a test stands beside the file it tests');
      }
      if (/^(domain|router|schema|names|rules|guards|examples|[a-z-]+-row)\.ts$/.test(name)) return [];
      const verb = name.slice(0, -3).replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
      const exports =
        file.parsed?.module.staticExports.flatMap(({ entries }) => entries.map((entry) => entry.exportName.name)) ?? [];
      return exports.includes(verb) ? [] : wrong(`a verb's file exports the function of its name, ${verb}`);
    });
  },
};

const pureImports = /\/(schema|names|rules|codes|fields|table|roles)(\.ts)?$|^zod(\/|$)/;

export const pureRules: Rule = {
  name: 'rules.ts is pure',
  find: (sources) =>
    domainFiles(sources)
      .filter(({ name }) => name === 'rules.ts')
      .flatMap(({ file }) => {
        const problems: Problem[] = importsOf(file)
          .filter(({ from, typeOnly }) => !typeOnly && !pureImports.test(from))
          .map(({ from, start }) => ({ path: file.path, line: lineAt(file.text, start), message: `imports ${from}` }));
        visit(file.parsed?.program, (node) => {
          const { type, start, callee, object } = node;
          const at = { path: file.path, line: lineAt(file.text, start) };
          if (type === 'AwaitExpression') problems.push({ ...at, message: 'waits' });
          if (
            type === 'NewExpression' &&
            isNode(callee) &&
            callee.name === 'Date' &&
            Array.isArray(node.arguments) &&
            node.arguments.length === 0
          ) {
            problems.push({ ...at, message: 'reads the clock' });
          }
          if (type !== 'MemberExpression' || !isNode(object) || !isNode(node.property)) return;
          const what = `${object.name}.${node.property.name}`;
          if (/^(Date\.now|Math\.random|process\.|globalThis\.|crypto\.|performance\.)/.test(what))
            problems.push({ ...at, message: `uses ${what}` });
        });
        return problems;
      }),
};

export const plainSchemas: Rule = {
  name: 'schema.ts and domain.ts import zod and other schemas alone',
  find: (sources) =>
    domainFiles(sources)
      .filter(({ name }) => name === 'schema.ts' || name === 'domain.ts')
      .flatMap(({ file }) =>
        importsOf(file)
          .filter(
            ({ from, typeOnly }) => !typeOnly && !pureImports.test(from) && !/\/(list-schema|list)(\.ts)?$/.test(from),
          )
          .map(({ from, start }) => ({ path: file.path, line: lineAt(file.text, start), message: `imports ${from}` })),
      ),
};

export const plainRouters: Rule = {
  name: 'a router is a table of contents',
  find: (sources) =>
    domainFiles(sources)
      .filter(({ name }) => name === 'router.ts')
      .flatMap(({ file }) => {
        const problems: Problem[] = importsOf(file)
          .filter(({ from }) => /^@studyspot\/db(\/|$)/.test(from))
          .map(({ from, start }) => ({ path: file.path, line: lineAt(file.text, start), message: `imports ${from}` }));
        visit(file.parsed?.program, ({ type, start }) => {
          if (/^(IfStatement|ConditionalExpression|AwaitExpression|SwitchStatement|For.*Statement)$/.test(type)) {
            problems.push({ path: file.path, line: lineAt(file.text, start), message: 'decides something itself' });
          }
        });
        return problems;
      }),
};

// The wall fills and filters the tenant; these three are about tenants themselves.
const aboutTenants = new Set(['identity', 'tenants', 'system']);

export const noTenantInVerbs: Rule = {
  name: 'verbs never name the tenant',
  find: (sources) =>
    domainFiles(sources)
      .filter(({ domain, name }) => !aboutTenants.has(domain) && !/test\.ts$|^examples/.test(name))
      // The platform's login sees every trail, so a verb of its own staff says that it means the platform's.
      .filter(({ file }) => importsOf(file).every(({ from }) => from !== '@studyspot/db/schema/platform'))
      .flatMap(({ file }) => {
        const problems: Problem[] = [];
        visit(file.parsed?.program, ({ type, name, start }) => {
          if (type === 'Identifier' && name === 'tenantId')
            problems.push({ path: file.path, line: lineAt(file.text, start), message: 'names tenantId' });
        });
        return problems;
      }),
};
