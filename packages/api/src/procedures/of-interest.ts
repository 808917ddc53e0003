import { notInArray, type SQL, sql } from '@studyspot/db/query';
import { domainEvents } from '@studyspot/db/schema/system';
import { personal } from '../live/touched.ts';

const isShared = notInArray(domainEvents.subjectKind, [...personal]);

/**
 * What a list of what happened holds: all but what is of one person alone, which live updates need and nobody reads.
 * Asked so that Postgres takes it for nearly all rows: told how few are left, it gives up the index and sorts the trail.
 */
export const isOfInterest: SQL = sql`case when ${isShared} then true end is not null`;
