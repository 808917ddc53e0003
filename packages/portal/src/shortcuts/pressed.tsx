/** What a page offers by keys says so itself: `aria-keyshortcuts` on a field or an act, `data-go` on a link of the menu. */
export interface Offer {
  keys: readonly string[];
  label: string;
  element: HTMLElement;
}

const isSeen = (element: HTMLElement) => element.checkVisibility() && element.getClientRects().length > 0;

function labelOf(element: HTMLElement): string {
  return (element.getAttribute('aria-label') ?? element.textContent).trim();
}

/** One key each; those with Control belong to the palette, which hears them while typing too. */
export function offersOf(page: ParentNode): Offer[] {
  const acts = [...page.querySelectorAll<HTMLElement>('[aria-keyshortcuts]')].flatMap((element) => {
    const key = element.getAttribute('aria-keyshortcuts') ?? '';
    return key.length === 1 && isSeen(element) ? [{ keys: [key], label: labelOf(element), element }] : [];
  });
  const pages = [...page.querySelectorAll<HTMLElement>('nav [data-go]')].flatMap((element) =>
    isSeen(element) ? [{ keys: ['g', element.dataset['go'] ?? ''], label: labelOf(element), element }] : [],
  );
  return [...acts, ...pages];
}

export function take({ element }: Offer): void {
  if (element instanceof HTMLInputElement) {
    element.focus();
    element.select();
  } else element.click();
}

/** Focus on the row after or before the one it is in; from outside the table, the one that is open beside it, else the first. */
export function moveRow(page: Document, step: 1 | -1): void {
  const links = [...page.querySelectorAll('main tbody tr')].flatMap((row) => row.querySelector('a') ?? []);
  const focused = links.findIndex((link) => link.closest('tr')?.contains(page.activeElement));
  const now = focused === -1 ? links.findIndex((link) => link.hasAttribute('aria-current')) : focused;
  links[now === -1 ? 0 : Math.min(Math.max(now + step, 0), links.length - 1)]?.focus();
}

/** The box of the row that the focus is in. */
export function pickRow(page: Document): void {
  page.activeElement?.closest('main tbody tr')?.querySelector<HTMLElement>('[data-area="pick"] input')?.click();
}

/** Typing in the first cell of the row that the focus is in, or in the cell itself that has it. */
export function editRow(page: Document): void {
  const now = page.activeElement;
  const row = now?.closest('main tbody tr');
  const cells = now?.matches('[data-typed]') ? [now] : [...(row?.querySelectorAll('[data-typed]') ?? [])];
  const cell = cells.find((one) => one instanceof HTMLElement && isSeen(one));
  if (cell instanceof HTMLElement) cell.click();
}

/** One switch turns all single keys off: it stands on the document, beside theme and text size. */
const isOff = () => document.documentElement.dataset['keys'] === 'off';

/** Something open over the page has the keys. */
export const isCovered = () => document.querySelector('dialog[open], .menu:popover-open') !== null;

/** Escape that nothing has taken: neither a field's own script nor something open over the page. */
export const isFreeEscape = ({ key, defaultPrevented, isComposing }: KeyboardEvent) =>
  key === 'Escape' && !defaultPrevented && !isComposing && !isCovered();

/** Single keys belong to the page unless someone types, holds another key, or has something open over it. */
export function isForThePage(event: KeyboardEvent): boolean {
  if (isOff() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('input, textarea, select, dialog, [popover]')) return false;
  return !isCovered();
}
