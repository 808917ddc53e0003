import type { Tone } from '@studyspot/ui/status-chip';

export const statusTones: Record<string, Tone> = {
  active: 'success',
  inactive: 'neutral',
  under_maintenance: 'warning',
};
