import type { Tone } from '@studyspot/ui/status-chip';

export const statusTones: Record<string, Tone> = {
  trial: 'info',
  active: 'success',
  suspended: 'danger',
  expired: 'warning',
};
