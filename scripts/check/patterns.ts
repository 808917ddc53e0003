import { patternProblem } from './pattern-cost.ts';
import { isTest, lineAt, type Problem, type Rule, type Source } from './project.ts';
import { isNode, type SyntaxNode, visit } from './syntax.ts';

function literal({ type, regex }: SyntaxNode): { pattern: string; flags: string } | null {
  if (type !== 'Literal' || typeof regex !== 'object' || regex === null) return null;
  return 'pattern' in regex && 'flags' in regex ? { pattern: String(regex.pattern), flags: String(regex.flags) } : null;
}

function isPutTogether({ type, callee }: SyntaxNode): boolean {
  return (type === 'NewExpression' || type === 'CallExpression') && isNode(callee) && callee['name'] === 'RegExp';
}

function problemsOf({ path, text, parsed }: Source): Problem[] {
  const problems: Problem[] = [];
  visit(parsed?.program, (node) => {
    const line = lineAt(text, node.start);
    if (isPutTogether(node)) problems.push({ path, line, message: 'a pattern that only running shows: write it out' });
    const found = literal(node);
    const why = found && patternProblem(found.pattern, found.flags);
    if (why) problems.push({ path, line, message: `${why}: ${text.slice(node.start, node.end)}` });
  });
  return problems;
}

/** One quadratic pattern and a long text stop a portal for everyone. */
export const linearPatterns: Rule = {
  name: 'patterns look at each letter a fixed number of times',
  // Scripts read our own text alone.
  find: (sources) => sources.filter(({ path }) => /^(apps|packages)\//.test(path) && !isTest(path)).flatMap(problemsOf),
};
