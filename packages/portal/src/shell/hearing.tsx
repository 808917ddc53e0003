'use client';

import { useWarm } from '../page/warm.tsx';

const hear = async () => (await import('@studyspot/ui/menu-keys')).hearMenuKeys();

/** What keys get beyond what the browser gives by itself: once for the document, after the page. */
export function Hearing() {
  useWarm(hear);
  return null;
}
