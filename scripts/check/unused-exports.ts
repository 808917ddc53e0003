import { inRoot } from '../stack/root.ts';
import { runCommand } from '../test/run-command.ts';
import type { Problem, Rule } from './project.ts';

interface Report {
  issues: Record<string, unknown>[];
}

/** knip says what no file imports: exports, files, dependencies. */
export const unusedExports: Rule = {
  name: 'no unused export, file or dependency',
  async find() {
    const { code, output } = await runCommand(inRoot('node_modules/.bin/knip'), [
      '--reporter',
      'json',
      '--no-progress',
    ]);
    const json = output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1);
    if (json === '') return code === 0 ? [] : [{ path: 'knip.json', message: output.trim().slice(-500) }];
    const report: Report = JSON.parse(json);
    return report.issues.flatMap(problemsOf);
  },
};

function problemsOf(issue: Record<string, unknown>): Problem[] {
  const path = String(issue.file);
  return Object.entries(issue).flatMap(([kind, found]) =>
    Array.isArray(found)
      ? found.map((one: { name?: string; line?: number }) => ({
          path,
          ...(one.line !== undefined && { line: one.line }),
          message: `${kind}: ${one.name ?? path}`,
        }))
      : [],
  );
}
