import { MOST_LABELS_EACH } from '../names.ts';

interface Student {
  labels: readonly string[];
  status: string;
  homeId: string;
  removedAt: Date | null;
}

interface Act {
  do: string;
  label?: string | undefined;
  reason?: string | undefined;
  homeId?: string | undefined;
}

interface Values {
  labels?: string[];
  status?: 'active' | 'inactive' | 'suspended';
  statusReason?: string | null;
  homeId?: string;
}

/** What an act makes of one student; null where it is so already, and why where it may not be. */
export function madeOf(student: Student, act: Act): Values | { refused: string } | null {
  const { label = '', reason = '', homeId = student.homeId } = act;
  const bears = student.labels.includes(label);
  const open = (status: 'active' | 'inactive') => (student.status === status ? null : { status, statusReason: null });
  if (student.removedAt) return { refused: 'removed' };
  switch (act.do) {
    case 'label':
      if (bears) return null;
      if (student.labels.length >= MOST_LABELS_EACH) return { refused: 'fullOfLabels' };
      return { labels: [...student.labels, label] };
    case 'unlabel':
      return bears ? { labels: student.labels.filter((one) => one !== label) } : null;
    case 'activate':
      return open('active');
    case 'deactivate':
      // Why somebody is shut out is not lost by the way.
      return student.status === 'suspended' ? { refused: 'suspended' } : open('inactive');
    case 'suspend':
      if (student.status === 'suspended') return { refused: 'suspended' };
      return { status: 'suspended', statusReason: reason };
    default:
      return homeId === student.homeId ? null : { homeId };
  }
}

/** How the trail calls it. */
export function eventOf({ homeId, status }: Values): string {
  if (homeId !== undefined) return 'student.transferred';
  if (status === 'suspended') return 'student.suspended';
  return status === undefined ? 'student.updated' : 'student.status_changed';
}
