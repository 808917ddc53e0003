// Lists of names alone: a page that shows them loads no schema.
export const IMPORT_STATES = [
  ...(['reading', 'read', 'failed', 'checking', 'checked'] as const),
  ...(['applying', 'stopped', 'done', 'undoing', 'undone'] as const),
] as const;
export const IMPORT_ROW_STATES = [
  ...(['unread', 'aside', 'new', 'changed', 'same', 'doubtful', 'bad'] as const),
  ...(['made', 'written', 'left', 'undone', 'kept'] as const),
] as const;
export const IMPORT_ACTS = ['start', 'stop', 'undo'] as const;
/** What of a register is looked at. */
export const IMPORT_VIEWS = [
  'new',
  'changed',
  'same',
  'doubtful',
  'bad',
  'out',
  'made',
  'written',
  'left',
  'kept',
] as const;
/** How much of a file one call brings. */
export const PART_BYTES = 180_000;
export const MOST_PARTS = 30;
