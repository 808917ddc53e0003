import { ANNOUNCEMENT_SORTS, IMPORTANCES, STAGES } from '@studyspot/api/domains/announcements/names';

export const announcementAddress = {
  path: '/announcements',
  filters: { q: null, stage: STAGES, importance: IMPORTANCES },
  sorts: ANNOUNCEMENT_SORTS,
} as const;

export const announcementStages = {
  words: 'announcements',
  tones: { draft: 'neutral', planned: 'info', running: 'success', over: 'neutral' },
} as const;
