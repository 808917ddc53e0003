import type { Patch } from './load-mutant.ts';

export interface SignInMutant {
  name: string;
  patches: Patch[];
  /** The beginning of the scenario's name that must fail. */
  caughtBy: string;
}

export const one = (name: string, caughtBy: string, where: string, from: string, to: string): SignInMutant => ({
  name,
  caughtBy,
  patches: [{ where, from, to }],
});
