import { IMPORT_VIEWS } from '@studyspot/api/domains/imports/names';

export const importPath = '/students/import';
/** Whose records the register holds: also their group of words. */
export const importKind = 'students';
export const pastImports = {
  limit: 20,
  filters: { kind: importKind },
  sort: { by: 'createdAt', descending: true },
} as const;
/** Where those who are new may be at home. */
export const homesOfImport = { limit: 100 } as const;

/** What an address shows of an import: all rows, or those of one kind, from a page on. */
export function readView(get: (name: string) => string | null | undefined) {
  const view = IMPORT_VIEWS.find((one) => one === get('view'));
  const cursor = get('cursor');
  return { view, cursor: cursor || undefined };
}

export const rowsAsked = (importId: string, { view, cursor }: ReturnType<typeof readView>) => ({
  importId,
  limit: 50,
  ...(cursor && { cursor }),
  filters: view ? { view } : {},
});
