import { isTest, lineAt, type Problem, type Rule } from './project.ts';
import { isNode, visit } from './syntax.ts';

const inside = /^packages\/api\/src\/procedures\//;
const mayAnswer = /^packages\/api\/src\/(procedures|http|errors)\//;

/** A procedure without a permission cannot be written where the raw builder cannot be reached. */
export const proceduresInside: Rule = {
  name: 'the raw procedure stays inside procedures',
  find: (sources) =>
    sources
      .filter(({ path }) => /^(packages|apps)\//.test(path) && !inside.test(path))
      .flatMap((file) => {
        const problems: Problem[] = [];
        const at = (start: number, message: string) =>
          problems.push({ path: file.path, line: lineAt(file.text, start), message });
        visit(file.parsed?.program, (node) => {
          if (node.type === 'ImportSpecifier' && isNode(node.imported) && node.imported.name === 'initTRPC') {
            at(node.start, 'imports initTRPC');
          }
          if (node.type === 'MemberExpression' && isNode(node.object) && isNode(node.property)) {
            if (node.object.name === 't' && node.property.name === 'procedure') at(node.start, 'uses t.procedure');
          }
          if (
            node.type === 'NewExpression' &&
            isNode(node.callee) &&
            node.callee.name === 'TRPCError' &&
            !mayAnswer.test(file.path) &&
            !isTest(file.path)
          ) {
            at(node.start, 'throws TRPCError: throw AppError(code)');
          }
        });
        return problems;
      }),
};
