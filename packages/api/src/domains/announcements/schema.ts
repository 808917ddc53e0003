import * as z from 'zod/mini';
import {
  atMost,
  id,
  instant,
  line,
  optionalInstant,
  optionalLine,
  paragraph,
  requestKey,
  search,
  version,
} from '../../fields.ts';
import { listInput } from '../../procedures/list.ts';
import { ANNOUNCEMENT_SORTS, IMPORTANCES, MOST_ADDRESSED, STAGES } from './names.ts';

const LONGEST = 2_000;
const optionalParagraph = z.pipe(
  z.nullable(paragraph(LONGEST, 0)),
  z.transform((text) => text || null),
);

const FIRST_YEAR = 2020;
const LAST_YEAR = 2100;
const isNear = (text: string) => {
  const year = new Date(text).getUTCFullYear();
  return year >= FIRST_YEAR && year <= LAST_YEAR;
};
/** A moment as ISO says it, with its offset: what a calendar does not have, such as 30 February, is none. */
const moment = z.pipe(
  z
    .string()
    .check(
      atMost(40),
      z.minLength(1),
      z.iso.datetime({ offset: true, error: 'moment', abort: true }),
      z.refine(isNear, { error: 'moment', abort: true }),
    ),
  z.transform((text) => new Date(text)),
);

const importance = z.enum(IMPORTANCES);
const stage = z.enum(STAGES);

const details = {
  name: line(120),
  body: paragraph(LONGEST),
  nameHi: optionalLine(120),
  bodyHi: optionalParagraph,
  importance,
  startsAt: moment,
  endsAt: moment,
  /** Null for all of them. */
  audience: z.nullable(
    z.array(id).check(
      z.minLength(1),
      z.maxLength(MOST_ADDRESSED),
      z.refine((all) => new Set(all).size === all.length, { error: 'repeated' }),
    ),
  ),
};

export const createAnnouncementInput = z.object({ requestKey, ...details });
/** What is not named stays as it is; once it is published nothing but its end may be named. */
export const updateAnnouncementInput = z.extend(z.partial(z.object(details)), { id, version });
export const announcementInput = z.object({ id });
export const announcementVersionInput = z.object({ id, version });

export const announcementFilters = { q: search(100), stage: z.optional(stage), importance: z.optional(importance) };
export const listAnnouncementsInput = listInput(announcementFilters, ANNOUNCEMENT_SORTS);

const texts = {
  id,
  name: z.string(),
  body: z.string(),
  nameHi: z.nullable(z.string()),
  bodyHi: z.nullable(z.string()),
  importance,
  startsAt: instant,
  endsAt: instant,
};

export const announcementItem = z.object({
  ...{
    id,
    name: z.string(),
    nameHi: z.nullable(z.string()),
    importance,
    stage,
    startsAt: instant,
    endsAt: instant,
    version: z.int(),
  },
  /** How many tenants it is for; null for all. */
  addressed: z.nullable(z.int()),
});

const reach = z.object({ tenants: z.int(), members: z.int(), tenantsRead: z.int(), membersRead: z.int() });
export const announcement = z.object({
  ...{ ...texts, stage, version: z.int(), createdAt: instant, updatedAt: instant },
  ...{ publishedAt: optionalInstant, endedAt: optionalInstant },
  audience: z.nullable(z.array(z.object({ id, name: z.string() }))),
  /** How many it reaches and how many of them have read it; null as long as it is a draft. */
  reach: z.nullable(reach),
});

export const board = z.array(z.object({ ...texts, isRead: z.boolean() }));
export const readAnnouncementsInput = z.object({ ids: z.array(id).check(z.minLength(1), z.maxLength(MOST_ADDRESSED)) });
export const unreadAnnouncements = z.object({ unread: z.int() });
