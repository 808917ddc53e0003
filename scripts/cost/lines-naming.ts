import type { Source } from '../check/project.ts';
import { importsOf, isNode, leadsTo, type SyntaxNode, visit } from '../check/syntax.ts';
import { type DomainNames, isItsId, saysPlural, saysSingular, wordsOf } from './names.ts';

/** A declaration that bears the domain's name and says at least so many of its columns counts in whole. */
const ENOUGH_COLUMNS = 3;

/**
 * The lines of a file that are there because of a domain. A declaration or list entry named after it counts in whole;
 * where the domain is merely the specimen of a proof (`support`), only declarations, entries and rows count.
 */
export function linesNaming(
  file: Source,
  names: DomainNames,
  own: (path: string) => boolean,
  support: boolean,
): number[] {
  const { text, path } = file;
  if (!file.parsed) return linesOfText(text, names);
  const marked = new Set<number>();
  const starts = lineStarts(text);
  const mark = (from: number, to: number) => {
    for (let line = lineOf(starts, from); line <= lineOf(starts, to - 1); line++) marked.add(line);
  };
  const imported = new Set<string>();
  for (const one of importsOf(file))
    if (own(leadsTo(path, one.from) ?? '')) mark(one.start, endOfStatement(text, one.start));
  for (const { moduleRequest, entries } of file.parsed.module.staticImports) {
    if (own(leadsTo(path, moduleRequest.value) ?? ''))
      for (const { localName } of entries) imported.add(localName.value);
  }
  visit(file.parsed.program, (node, parent) => {
    const declared = declaredName(node);
    if (declared !== null) {
      const whole =
        saysPlural(declared, names) ||
        (support && isItsId(declared, names)) ||
        (wordsOf(declared).includes(names.singular) && columnsIn(node, names) >= ENOUGH_COLUMNS);
      if (whole) mark(node.start, node.end);
    }
    const said = textOf(node);
    if (said !== null) {
      for (const [from, to] of rowsIn(said, names)) mark(node.start + from, node.start + to);
      if (support ? isEntry(said, parent, names) : saysPlural(said, names) || saysSingular(said, names))
        mark(...within(node, said, names));
    }
    const name = node.type === 'Identifier' || node.type === 'JSXIdentifier' ? String(node.name) : null;
    if (name !== null && !support && (imported.has(name) || saysPlural(name, names) || saysSingular(name, names)))
      mark(node.start, node.end);
  });
  return [...marked].sort((a, b) => a - b);
}

function linesOfText(text: string, names: DomainNames): number[] {
  return text.split('\n').flatMap((line, index) => (saysPlural(line, names) ? [index + 1] : []));
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lineOf(starts: readonly number[], offset: number): number {
  let line = starts.length;
  while (line > 1 && (starts[line - 1] ?? 0) > offset) line--;
  return line;
}

function endOfStatement(text: string, from: number): number {
  const end = text.indexOf(';', from);
  return end < 0 ? text.length : end + 1;
}

const declarations = new Set([
  'VariableDeclarator',
  'FunctionDeclaration',
  'ClassDeclaration',
  'MethodDefinition',
  'PropertyDefinition',
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
  'TSPropertySignature',
  'Property',
]);

/** What a node gives a name to; a property taken out of an object names nothing anew. */
function declaredName(node: SyntaxNode): string | null {
  if (!declarations.has(node.type)) return null;
  const name = isNode(node.id) ? node.id : node.key;
  if (!isNode(name)) return null;
  if (node.type === 'Property' && isNode(node.value) && node.value.type === 'AssignmentPattern') return null;
  return typeof name.value === 'string' ? name.value : typeof name.name === 'string' ? name.name : null;
}

function columnsIn(node: SyntaxNode, { columns }: DomainNames): number {
  const found = new Set<string>();
  visit(node, (inner) => {
    const said = inner.type === 'Identifier' ? String(inner.name) : textOf(inner);
    if (said === null) return;
    const column = said.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    if (columns.has(column)) found.add(column);
  });
  return found.size;
}

function textOf(node: SyntaxNode): string | null {
  if (node.type === 'Literal' || node.type === 'JSXText') return typeof node.value === 'string' ? node.value : null;
  if (node.type === 'TemplateElement' && typeof node.value === 'object' && node.value !== null && 'raw' in node.value)
    return String(node.value.raw);
  return null;
}

const statement = /^\s*(alter|create|delete|drop|grant|revoke|select|truncate|update)\b/i;

/**
 * In a proof: an element of a list, or the bare name of the table or the domain. A statement in a list of those that are
 * tried is a case, for which any table would do.
 */
function isEntry(said: string, parent: SyntaxNode | null, names: DomainNames): boolean {
  if (statement.test(said)) return false;
  return (
    saysPlural(said, names) && (parent?.type === 'ArrayExpression' || names.tables.has(said) || names.plurals.has(said))
  );
}

/** Statements that make rows of its tables, from `insert` to the semicolon. */
function rowsIn(said: string, { tables }: DomainNames): [number, number][] {
  return [...tables].flatMap((table) =>
    [...said.matchAll(new RegExp(`\\binsert into (?:public\\.)?${table}\\b[^;]*`, 'gi'))].map(
      ({ index, 0: found }): [number, number] => [index, index + found.trimEnd().length],
    ),
  );
}

/** Of a text over many lines, the part from the first to the last line that says the name. */
function within(node: SyntaxNode, said: string, names: DomainNames): [number, number] {
  const lines = said.split('\n');
  const says = (line: string) => saysPlural(line, names) || saysSingular(line, names);
  const first = lines.findIndex(says);
  const last = lines.findLastIndex(says);
  if (lines.length === 1 || first < 0) return [node.start, node.end];
  const before = lines.slice(0, first).join('\n').length + (first > 0 ? 1 : 0);
  return [node.start + before, node.start + lines.slice(0, last + 1).join('\n').length];
}
