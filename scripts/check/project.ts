import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ParseResult, parseSync } from 'oxc-parser';
import { root } from '../stack/root.ts';

export interface Source {
  /** From the root, with forward slashes. */
  path: string;
  text: string;
  /** Parsed at first use; null for what is no TypeScript. */
  readonly parsed: ParseResult | null;
}

export interface Problem {
  path: string;
  line?: number;
  message: string;
}

export interface Rule {
  name: string;
  find(sources: readonly Source[]): Problem[] | Promise<Problem[]>;
}

export function source(path: string, text: string): Source {
  let parsed: ParseResult | undefined;
  return {
    path,
    text,
    get parsed() {
      if (!/\.tsx?$/.test(path)) return null;
      parsed ??= parseSync(path, text);
      return parsed;
    },
  };
}

const binary = /\.(png|jpe?g|ico|woff2?|ttf|webp|gz|pdf)$/;

export function readProject(): Source[] {
  return listFiles()
    .filter((path) => !binary.test(path) && existsSync(join(root, path)))
    .map((path) => source(path, readFileSync(join(root, path), 'utf8')));
}

// A downloaded archive has no git.
function listFiles(): string[] {
  try {
    const args = ['-c', 'safe.directory=*', 'ls-files', '-co', '--exclude-standard', '-z'];
    return execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 2 ** 26,
    })
      .split('\0')
      .filter(Boolean);
  } catch {
    return walkFolder('');
  }
}

const ignored = new Set(['node_modules', '.next', '.turbo', '.git', '.studyspot', 'test-results', 'playwright-report']);

function walkFolder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (ignored.has(entry.name)) return [];
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? walkFolder(path) : [path];
  });
}

export function isCode({ path }: Source): boolean {
  return /\.(tsx?|mjs)$/.test(path);
}

export function isTest(path: string): boolean {
  return /\.(test|proof|spec)\.tsx?$/.test(path) || /\/(e2e|proofs|soaks|testing)\//.test(path);
}

export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
