export const heard = new EventTarget();

export function tellSwitched(tenant: string): void {
  heard.dispatchEvent(new CustomEvent('switched', { detail: tenant }));
}
