export const IMPORTANCES = ['info', 'warning'] as const;
/** What one is by now: its dates say more than anybody has written down. */
export const STAGES = ['draft', 'planned', 'running', 'over'] as const;
// Those that somebody works on stand before what is over.
export const ANNOUNCEMENT_SORTS = ['stage', 'name', 'startsAt'] as const;
export const MOST_ADDRESSED = 50;
