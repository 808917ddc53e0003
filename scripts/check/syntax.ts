import type { Source } from './project.ts';

export interface SyntaxNode {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** Visits each node, parents first; `false` spares its children. */
export function visit(
  node: unknown,
  see: (node: SyntaxNode, parent: SyntaxNode | null) => unknown,
  parent: SyntaxNode | null = null,
): void {
  if (Array.isArray(node)) {
    for (const one of node) visit(one, see, parent);
    return;
  }
  if (!isNode(node) || see(node, parent) === false) return;
  for (const [field, value] of Object.entries(node)) {
    if (field !== 'parent' && typeof value === 'object' && value !== null) visit(value, see, node);
  }
}

export interface Import {
  from: string;
  typeOnly: boolean;
  start: number;
}

/** Static and dynamic imports and re-exports. */
export function importsOf({ parsed, text }: Source): Import[] {
  if (!parsed) return [];
  const { staticImports, staticExports, dynamicImports } = parsed.module;
  return [
    ...staticImports.map(({ moduleRequest, entries, start }) => ({
      from: moduleRequest.value,
      typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
      start,
    })),
    ...staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType, start }) =>
        moduleRequest ? [{ from: moduleRequest.value, typeOnly: isType, start }] : [],
      ),
    ),
    ...dynamicImports.flatMap(({ moduleRequest, start }) => {
      const literal = /^['"](.+)['"]$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[1];
      return literal ? [{ from: literal, typeOnly: false, start }] : [];
    }),
  ];
}

const packageNames: Record<string, string> = {
  db: 'packages/db/src',
  api: 'packages/api/src',
  providers: 'packages/providers/src',
  ui: 'packages/ui/src',
  portal: 'packages/portal/src',
};

/** Where an import leads: a path from the root for our own, null for a third party's. */
export function leadsTo(path: string, from: string): string | null {
  if (from.startsWith('.')) {
    const parts = path.split('/').slice(0, -1);
    for (const part of from.split('/')) {
      if (part === '..') parts.pop();
      else if (part !== '.') parts.push(part);
    }
    return parts.join('/');
  }
  const [, name, rest] = /^@studyspot\/([a-z]+)(?:\/(.*))?$/.exec(from) ?? [];
  return name === undefined ? null : `${packageNames[name] ?? `packages/${name}/src`}/${rest ?? ''}`;
}
