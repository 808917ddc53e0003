import { adminRouter, ownerRouter } from '../../packages/api/src/root.ts';
import { isTest, lineAt, type Problem, type Rule } from './project.ts';
import { isNode, type SyntaxNode, visit } from './syntax.ts';

const FEWEST = 3;
/** So much of a type that is typed by hand stands in one procedure's answer too. */
const SHARE = 0.8;

interface Answer {
  procedure: string;
  keys: ReadonlySet<string>;
}

/** Each object in what a procedure answers: the answer itself, a row of its list, what a row holds. */
function answers(): Answer[] {
  return [ownerRouter, adminRouter].flatMap((router) =>
    Object.entries(router._def.procedures).flatMap(([procedure, { _def }]) =>
      objectsIn(_def.meta?.output).map((keys) => ({ procedure, keys })),
    ),
  );
}

/** The parts of zod's own description of a schema that lead to further ones. */
interface Description {
  shape?: Record<string, unknown>;
  element?: unknown;
  options?: unknown[];
  out?: unknown;
  innerType?: unknown;
}

function objectsIn(schema: unknown): Set<string>[] {
  if (typeof schema !== 'object' || schema === null || !('_zod' in schema)) return [];
  const { shape, element, options = [], out, innerType } = (schema._zod as { def: Description }).def;
  const inner = [element, out, innerType, ...options, ...Object.values(shape ?? {})].flatMap(objectsIn);
  return shape ? [new Set(Object.keys(shape)), ...inner] : inner;
}

function keysOf({ type, members, body }: SyntaxNode): string[] {
  const list = type === 'TSTypeLiteral' ? members : type === 'TSInterfaceBody' ? body : [];
  if (!Array.isArray(list)) return [];
  return list.flatMap((one: unknown) =>
    isNode(one) && one.type === 'TSPropertySignature' && isNode(one.key) ? [String(one.key.name ?? one.key.value)] : [],
  );
}

/** A row's type comes from the router: typed again by hand it stays behind when the answer changes. */
export const rowTwins: Rule = {
  name: 'types of rows come from the router',
  find(sources) {
    const known = answers();
    return sources
      .filter(({ path }) => /^(apps\/(owner|admin)|packages\/portal)\/src\//.test(path) && !isTest(path))
      .flatMap(({ path, text, parsed }) => {
        const problems: Problem[] = [];
        visit(parsed?.program, (node) => {
          const keys = keysOf(node);
          if (keys.length < FEWEST) return;
          const twins = known.filter((one) => keys.filter((key) => one.keys.has(key)).length >= keys.length * SHARE);
          const twin = twins.find(({ procedure }) => path.includes(`/${procedure.split('.')[0]}/`)) ?? twins[0];
          if (!twin) return;
          const message = `says by hand what ${twin.procedure} answers: take it from the router's outputs`;
          problems.push({ path, line: lineAt(text, node.start), message });
        });
        return problems;
      });
  },
};
