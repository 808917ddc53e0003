'use client';

import { useWarm } from '../page/warm.tsx';

const hear = async () => {
  const [{ hearMenuKeys }, { hearTips }] = await Promise.all([
    import('@studyspot/ui/menu-keys'),
    import('@studyspot/ui/tips'),
  ]);
  hearMenuKeys();
  hearTips();
  // All that hears keys is there by now.
  document.documentElement.dataset['keys'] ??= 'on';
};

/** What keys and pointer get beyond what the browser gives by itself: once for the document, after the page. */
export function Hearing() {
  useWarm(hear);
  return null;
}
