// Written by scripts/map.ts.
import type { Said } from './worker.ts';

export const found: Readonly<Record<string, Said>> = {};
