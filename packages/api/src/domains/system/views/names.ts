/** How many views a person keeps of one list. */
export const MOST_VIEWS = 12;
