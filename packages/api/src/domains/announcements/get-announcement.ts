import type * as z from 'zod/mini';
import type { ReadScope } from '../../procedures/builder.ts';
import { detailOf } from './announcement-row.ts';
import type { announcementInput } from './schema.ts';

export const getAnnouncement = ({ db }: ReadScope, { id }: z.output<typeof announcementInput>) => detailOf(db, id);
