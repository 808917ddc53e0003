import type { NoticeKind } from '../domain.ts';

export interface Choice {
  kind: string;
  category: string;
  isOn: boolean;
  mayBeOff: boolean;
  byMail: boolean;
  /** False where a letter of its own tells it already. */
  mayMail: boolean;
}

/** As an inbox keeps what its member wants. */
export interface Wishes {
  muted: readonly string[];
  byMail: Readonly<Record<string, boolean>>;
  quietFrom: string | null;
  quietTill: string | null;
}

export const noWishes: Wishes = { muted: [], byMail: {}, quietFrom: null, quietTill: null };

type Kinds = Readonly<Record<string, NoticeKind>>;

/** Whoever has something taken from an account must hear of it. */
export const mayBeOff = ({ category }: NoticeKind): boolean => category !== 'security';

const usuallyMailed = ({ priority }: NoticeKind): boolean => priority === 'high' || priority === 'critical';

export const isMailed = (kind: string, about: NoticeKind, byMail: Wishes['byMail']): boolean =>
  !about.hasLetter && (byMail[kind] ?? usuallyMailed(about));

/** It waits for no morning. */
export const isUrgent = ({ category, priority }: NoticeKind): boolean =>
  category === 'security' || priority === 'critical';

/** What somebody of this role may hear of, and wants to. */
export function choicesOf(kinds: Kinds, role: string, { muted, byMail }: Wishes): Choice[] {
  return Object.entries(kinds)
    .filter(([, { who }]) => who.some((one) => one === role))
    .map(([kind, about]) => ({
      kind,
      category: about.category,
      isOn: !mayBeOff(about) || !muted.includes(kind),
      mayBeOff: mayBeOff(about),
      byMail: isMailed(kind, about, byMail),
      mayMail: !about.hasLetter,
    }));
}

/** What is kept of what somebody wants to be off: no kind that does not exist, and none that must be told. */
export const mutedOf = (kinds: Kinds, asked: readonly string[]): string[] =>
  Object.entries(kinds).flatMap(([kind, about]) => (mayBeOff(about) && asked.includes(kind) ? [kind] : []));

/** What is kept of which kinds are to come by mail: those that would not of themselves, and those that would. */
export const byMailOf = (kinds: Kinds, asked: readonly string[]): Record<string, boolean> =>
  Object.fromEntries(
    Object.entries(kinds)
      .filter(([kind, about]) => !about.hasLetter && asked.includes(kind) !== usuallyMailed(about))
      .map(([kind]) => [kind, asked.includes(kind)]),
  );

const MINUTE = 60_000;
const DAY = 24 * 60;
// India has one time and no summer time.
const INDIA = 5.5 * 60;

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** When the quiet hours end, if they are now. Those that end before they begin last over midnight. */
export function quietUntil({ quietFrom, quietTill }: Wishes, now: Date): Date | null {
  if (quietFrom === null || quietTill === null) return null;
  const minute = Math.floor(now.getTime() / MINUTE);
  const since = (clock: string) => (((minute + INDIA - minutesOf(clock)) % DAY) + DAY) % DAY;
  const left = DAY - since(quietTill);
  const lasts = (minutesOf(quietTill) - minutesOf(quietFrom) + DAY) % DAY;
  return since(quietFrom) < lasts ? new Date((minute + left) * MINUTE) : null;
}
