import { install } from './install.mjs';
import { runOnNode24 } from './run-on-node-24.mjs';

install();
runOnNode24('scripts/test/main.ts', process.argv.slice(2));
