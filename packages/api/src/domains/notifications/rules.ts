import type { NoticeKind } from '../domain.ts';

export interface Choice {
  kind: string;
  category: string;
  isOn: boolean;
  mayBeOff: boolean;
}

type Kinds = Readonly<Record<string, NoticeKind>>;

/** Whoever has something taken from an account must hear of it. */
export const mayBeOff = ({ category }: NoticeKind): boolean => category !== 'security';

/** What somebody of this role may hear of, and wants to. */
export function choicesOf(kinds: Kinds, role: string, muted: readonly string[]): Choice[] {
  return Object.entries(kinds)
    .filter(([, { who }]) => who.some((one) => one === role))
    .map(([kind, about]) => ({
      kind,
      category: about.category,
      isOn: !mayBeOff(about) || !muted.includes(kind),
      mayBeOff: mayBeOff(about),
    }));
}

/** What is kept of what somebody wants to be off: no kind that does not exist, and none that must be told. */
export const mutedOf = (kinds: Kinds, asked: readonly string[]): string[] =>
  Object.entries(kinds).flatMap(([kind, about]) => (mayBeOff(about) && asked.includes(kind) ? [kind] : []));
