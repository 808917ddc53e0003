import type { Page } from '@playwright/test';

/** Room for a record beside its list. */
export const wide = { width: 1280, height: 800 };

export const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Record beside the list' });
/** The name of the record in it. */
export const titleOf = (page: Page) => panelOf(page).getByRole('heading', { level: 2 }).first();
export const linkOf = (page: Page, name: string) => page.locator('tbody').getByRole('link', { name });
