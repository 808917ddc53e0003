import { notInArray } from '@studyspot/db/query';
import { domainEvents } from '@studyspot/db/schema/system';
import { personal } from '../live/touched.ts';

/** What a list of what happened holds: all but what is of one person alone, which live updates need and nobody reads. */
export const isOfInterest = notInArray(domainEvents.subjectKind, [...personal]);
