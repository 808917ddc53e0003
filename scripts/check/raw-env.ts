import { isCode, lineAt, type Problem, type Rule } from './project.ts';
import { isNode, type SyntaxNode, visit } from './syntax.ts';

// Settings are parsed at the edge and handed on; what starts other programs stands at the edge itself.
const atTheEdge = /(^|\/)env\.ts$|^scripts\/|^[a-z-]+\.config\.ts$|^apps\/[a-z]+\/next\.config\.ts$|^bench\/|\/e2e\//;

export const rawEnv: Rule = {
  name: 'process.env is read in env.ts alone',
  find: (sources) =>
    sources
      .filter((file) => isCode(file) && !atTheEdge.test(file.path))
      .flatMap(({ path, text, parsed }) => {
        const problems: Problem[] = [];
        visit(parsed?.program, (node) => {
          if (readsEnv(node)) problems.push({ path, line: lineAt(text, node.start), message: 'reads process.env' });
        });
        return problems;
      }),
};

function readsEnv(node: SyntaxNode): boolean {
  if (node.type === 'MemberExpression' && isNode(node.object) && isNode(node.property)) {
    const { object, property } = node;
    const name = property.name ?? property.value;
    return name === 'env' && (object.name === 'process' || object.type === 'MetaProperty');
  }
  // import { env } from 'node:process', const { env } = process
  if (node.type === 'ImportDeclaration' && isNode(node.source))
    return /^(node:)?process$/.test(String(node.source.value));
  return (
    node.type === 'VariableDeclarator' &&
    isNode(node.init) &&
    isNode(node.id) &&
    node.init.name === 'process' &&
    node.id.type === 'ObjectPattern'
  );
}
