/** Where a key leads from the entry it is pressed at, -1 for none of them; null where it means nothing to a menu. */
export function entryFor(key: string, at: number, labels: readonly string[]): number | null {
  const last = labels.length - 1;
  if (last < 0) return null;
  if (key === 'ArrowDown') return at === last ? 0 : at + 1;
  if (key === 'ArrowUp') return at <= 0 ? last : at - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  return key === ' ' || [...key].length !== 1 ? null : beginningWith(key, at, labels);
}

function beginningWith(letter: string, at: number, labels: readonly string[]): number | null {
  const onwards = labels.map((_, step) => (at + 1 + step) % labels.length);
  return onwards.find((one) => labels[one]?.toLowerCase().startsWith(letter.toLowerCase())) ?? null;
}

const open = '.menu:popover-open';
/** What closes the menu and does nothing else is no entry: Escape does that. */
const entry = 'a[href], button:not(:disabled, [popovertargetaction="hide"]), input[type="checkbox"]:not(:disabled)';

const entriesOf = (menu: Element) =>
  [...menu.querySelectorAll<HTMLElement>(entry)].filter((element) => element.checkVisibility());

function labelOf(element: HTMLElement): string {
  const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element.textContent;
  return (element.getAttribute('aria-label') ?? label ?? '').trim();
}

function step(menu: Element, key: string): boolean {
  const entries = entriesOf(menu);
  const at = entries.findIndex((one) => one === document.activeElement);
  const to = entryFor(key, at, entries.map(labelOf));
  if (to !== null) entries[to]?.focus();
  return to !== null;
}

function enter(opener: HTMLElement, key: string): boolean {
  const menu = opener instanceof HTMLButtonElement ? opener.popoverTargetElement : null;
  if (!menu?.matches('.menu') || (key !== 'ArrowDown' && key !== 'ArrowUp')) return false;
  // A click, so that the browser knows whose it is.
  if (!menu.matches(open)) opener.click();
  if (step(menu, key)) return true;
  // What it holds is still on its way.
  const waits = new MutationObserver(() => {
    if (document.activeElement !== opener || !menu.matches(open) || step(menu, key)) waits.disconnect();
  });
  waits.observe(menu, { childList: true, subtree: true });
  return true;
}

const isTyping = (target: HTMLElement) => target.matches('input:not([type="checkbox"]), textarea, select');

function move(event: KeyboardEvent): void {
  const { target, key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
  if (!(target instanceof HTMLElement) || isTyping(target)) return;
  // Where a press gives a button no focus, the menu that it opened has the keys all the same.
  const menu = target.closest(open) ?? (target === document.body ? document.querySelector(open) : null);
  if (menu ? step(menu, key) : enter(target, key)) event.preventDefault();
}

/** Tab goes through a menu and out of it; then it is closed. */
function close({ target, relatedTarget: to }: FocusEvent): void {
  const menu = target instanceof Element ? target.closest<HTMLElement>(open) : null;
  if (!menu || !(to instanceof Element) || menu.contains(to)) return;
  if (to instanceof HTMLButtonElement && to.popoverTargetElement === menu) return;
  menu.hidePopover();
}

// Links and buttons in a popover, no role=menu: they stay links to whoever listens, and the account menu holds switches too.
/** The arrows, Home, End and first letters, in every menu of the page. Escape and the focus after it are the browser's own. */
export function hearMenuKeys(): void {
  document.addEventListener('keydown', move);
  document.addEventListener('focusout', close);
}
