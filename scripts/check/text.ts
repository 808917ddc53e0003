import { isTest, lineAt, type Problem, type Rule } from './project.ts';
import { isNode, type SyntaxNode, visit } from './syntax.ts';

const letters = /\p{L}{2,}/u;
const places = /^(apps\/(owner|admin)|packages\/(ui|portal|api))\//;
// What people are called there is no text of ours.
const demo = /^packages\/api\/src\/demo\//;
const spoken = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'alt',
  'title',
  'placeholder',
  'label',
  'hint',
  'heading',
  'description',
  'summary',
]);

/** What a person reads comes from the message files, in each language. */
export const textOutsideMessages: Rule = {
  name: 'no text outside message files',
  find: (sources) =>
    sources
      .filter(({ path }) => places.test(path) && !demo.test(path) && !isTest(path))
      .flatMap(({ path, text, parsed }) => {
        const problems: Problem[] = [];
        const add = (node: SyntaxNode, value: string) =>
          problems.push({ path, line: lineAt(text, node.start), message: `says "${value.trim().slice(0, 60)}"` });
        visit(parsed?.program, (node, parent) => {
          const value = literalOf(node);
          if (value === null || !letters.test(value)) return;
          if (/\p{Script=Devanagari}/u.test(value)) add(node, value);
          else if (node.type === 'JSXText' || isShown(node, parent)) add(node, value);
        });
        visit(parsed?.program, (node) => {
          if (node.type !== 'JSXExpressionContainer') return;
          for (const branch of branchesOf(node.expression)) {
            const value = literalOf(branch);
            if (value !== null && letters.test(value) && isChild(text, node)) add(branch, value);
          }
        });
        return problems;
      }),
};

function literalOf(node: SyntaxNode): string | null {
  if (node.type === 'JSXText' || node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node.type === 'TemplateElement' && typeof node.value === 'object' && node.value !== null && 'raw' in node.value)
    return String(node.value.raw);
  return null;
}

function isShown(node: SyntaxNode, parent: SyntaxNode | null): boolean {
  if (node.type !== 'Literal' || parent?.type !== 'JSXAttribute' || !isNode(parent.name)) return false;
  return spoken.has(String(parent.name.name));
}

// {'Save'}, {busy ? 'Saving' : 'Save'}, {name || 'Nobody'}
function branchesOf(value: unknown): SyntaxNode[] {
  if (!isNode(value)) return [];
  if (value.type === 'ConditionalExpression') return [...branchesOf(value.consequent), ...branchesOf(value.alternate)];
  if (value.type === 'LogicalExpression') return branchesOf(value.right);
  if (value.type === 'TemplateLiteral' && Array.isArray(value.quasis)) return value.quasis.filter(isNode);
  return value.type === 'Literal' ? [value] : [];
}

// An attribute's braces follow an equals sign.
function isChild(text: string, container: SyntaxNode): boolean {
  return !text.slice(0, container.start).trimEnd().endsWith('=');
}
