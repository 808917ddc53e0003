const grouped = new Intl.NumberFormat('en-IN');

/** A count as India groups it, in both languages. */
export const countText = (count: number): string => grouped.format(count);
