export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export function firstOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** One value of each name, as the browser's own reader gives it. */
export async function given(searchParams: SearchParams): Promise<(name: string) => string | undefined> {
  const all = await searchParams;
  return (name) => firstOf(all[name]);
}
