import { type RefObject, useEffect, useRef, useState } from 'react';

// A little before it comes into sight.
const MARGIN = '200px';

/** Whether a part of the page can be seen now: what lies far below need not be asked for again. */
export function useInSight(): { place: RefObject<HTMLDivElement | null>; isInSight: boolean } {
  const place = useRef<HTMLDivElement>(null);
  const [isInSight, setInSight] = useState(false);
  useEffect(() => {
    const watcher = new IntersectionObserver((entries) => setInSight(entries.at(-1)?.isIntersecting === true), {
      rootMargin: MARGIN,
    });
    if (place.current) watcher.observe(place.current);
    return () => watcher.disconnect();
  }, []);
  return { place, isInSight };
}
