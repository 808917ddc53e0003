interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const EDGE = 8;
const GAP = 4;

/** Under the middle of its owner, above it where there is no room below, never beyond the edges. */
export function spotOf(owner: Box, tip: Pick<Box, 'width' | 'height'>, screen: Pick<Box, 'width' | 'height'>) {
  const middle = owner.left + owner.width / 2 - tip.width / 2;
  const below = owner.top + owner.height + GAP;
  const fits = below + tip.height + EDGE <= screen.height;
  return {
    left: Math.max(EDGE, Math.min(middle, screen.width - tip.width - EDGE)),
    top: fits ? below : owner.top - tip.height - GAP,
  };
}

/** A pointer on its way elsewhere is told nothing; one on its way to the tip finds it still there. */
const WAIT_MS = 400;
const GRACE_MS = 150;
/** What is wider shows its words already. */
const WIDEST_ICON = 64;

/** What it opened says more, and the next Escape is meant for that. */
const hasOpened = (owner: Element) =>
  owner instanceof HTMLButtonElement && owner.popoverTargetElement?.matches(':popover-open') === true;

/**
 * One for the page: it says `data-tip` of what is pointed at, or has the focus by Tab. It stays while the pointer is over
 * either, and Escape puts it away (WCAG 1.4.13). A finger never sees one.
 */
class Tips {
  readonly #tip = document.createElement('div');
  /** By the browser itself; in an older one we reckon. */
  readonly #isAnchored = CSS.supports('position-area', 'block-end');
  #pointed: HTMLElement | null = null;
  #focused: HTMLElement | null = null;
  #shown: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isByTab = false;

  constructor() {
    this.#tip.className = 'tip';
    this.#tip.popover = 'manual';
    this.#tip.role = 'tooltip';
    this.#tip.toggleAttribute('data-anchored', this.#isAnchored);
  }

  hear(): void {
    const away = () => this.#putAway();
    document.addEventListener('pointerover', (event) => this.#point(event));
    document.documentElement.addEventListener('pointerleave', () => this.#turnTo(null));
    document.addEventListener('focusin', ({ target }) => this.#focus(this.#isByTab ? this.#ownerOf(target) : null));
    document.addEventListener('focusout', () => this.#focus(null));
    document.addEventListener('pointerdown', away, true);
    document.addEventListener('click', away, true);
    // Under what opens over the page it would be seen no longer, and take the Escape that is meant for that.
    document.addEventListener('beforetoggle', ({ target }) => target !== this.#tip && away(), true);
    window.addEventListener('keydown', (event) => this.#press(event), true);
    if (!this.#isAnchored) document.addEventListener('scroll', away, true);
  }

  #ownerOf(target: EventTarget | null): HTMLElement | null {
    if (!(target instanceof Element)) return null;
    if (this.#tip.contains(target)) return this.#shown;
    const owner = target.closest<HTMLElement>('[data-tip]');
    return owner && owner.offsetWidth <= WIDEST_ICON && !hasOpened(owner) ? owner : null;
  }

  #point({ target, relatedTarget, pointerType }: PointerEvent): void {
    const owner = this.#ownerOf(target);
    // From one part of a button to another: what was put away stays away.
    if (pointerType !== 'touch' && owner !== this.#ownerOf(relatedTarget)) this.#turnTo(owner);
  }

  #turnTo(owner: HTMLElement | null): void {
    this.#pointed = owner;
    this.#settle(owner && owner !== this.#shown ? WAIT_MS : GRACE_MS);
  }

  #focus(owner: HTMLElement | null): void {
    this.#focused = owner;
    this.#settle(0);
  }

  #press(event: KeyboardEvent): void {
    this.#isByTab = event.key === 'Tab';
    if (event.key !== 'Escape' || !this.#shown) return;
    // What lies under it is closed by the next one.
    event.preventDefault();
    event.stopPropagation();
    this.#putAway();
  }

  #putAway(): void {
    this.#pointed = null;
    this.#focused = null;
    this.#isByTab = false;
    clearTimeout(this.#timer);
    this.#show(null);
  }

  #settle(afterMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show(this.#pointed ?? this.#focused), afterMs);
  }

  #show(owner: HTMLElement | null): void {
    if (owner === this.#shown) return;
    this.#tip.remove();
    this.#shown?.style.removeProperty('anchor-name');
    this.#shown = owner;
    if (!owner) return;
    this.#tip.textContent = owner.dataset['tip'] ?? '';
    // In what is open over the page, where alone it can be pointed at; else in the landmark of its owner.
    (owner.closest('dialog, [popover], main, header, aside') ?? document.body).append(this.#tip);
    owner.style.setProperty('anchor-name', '--tip');
    this.#tip.showPopover();
    if (this.#isAnchored) return;
    const { innerWidth: width, innerHeight: height } = window;
    const { left, top } = spotOf(owner.getBoundingClientRect(), this.#tip.getBoundingClientRect(), { width, height });
    this.#tip.style.translate = `${left}px ${top}px`;
  }
}

export function hearTips(): void {
  if (window.matchMedia('(hover: hover)').matches && 'popover' in HTMLElement.prototype) new Tips().hear();
}
