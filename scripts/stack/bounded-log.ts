import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Where a child's lines go: on from where the last start ended. A file that is full becomes FILE.1 in place of the one
 * before it, so that a log takes twice as much at most and never begins empty.
 */
export function openBoundedLog(file: string, mostBytes = MOST_BYTES): (chunk: Uint8Array) => void {
  mkdirSync(dirname(file), { recursive: true });
  let size = existsSync(file) ? statSync(file).size : 0;
  return (chunk) => {
    if (size > 0 && size + chunk.length > mostBytes) {
      renameSync(file, `${file}.1`);
      size = 0;
    }
    appendFileSync(file, chunk);
    size += chunk.length;
  };
}
