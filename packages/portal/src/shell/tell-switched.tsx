export const heard = new EventTarget();

/** To another business, by its id; without one, another person has signed in. */
export function tellSwitched(tenant: unknown): void {
  heard.dispatchEvent(new CustomEvent('switched', { detail: tenant }));
}
