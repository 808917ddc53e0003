import type { Browser, Page } from '@playwright/test';
import { onCheapPhone, openPhone } from '../cheap-phone.ts';
import { median } from '../foundation/measure.ts';

const bars = { lcpMs: 1_200, inpMs: 150, cls: 0.02 };

interface Visit {
  name: string;
  path: string;
  /** What a thumb does first. */
  press: string;
}

/** The five that are opened most. */
const visits: readonly Visit[] = [
  { name: 'today', path: '/', press: 'header button[popovertarget=user-menu] >> nth=0' },
  { name: 'libraries', path: '/libraries', press: 'input[type=search]' },
  { name: 'a library', path: '', press: '#edit' },
  { name: 'staff', path: '/staff', press: 'select[name=role]' },
  { name: 'new library', path: '/libraries/new', press: 'details summary' },
];

interface Seen {
  lcp: number;
  inp: number;
  cls: number;
}

async function visit(page: Page, path: string, press: string): Promise<Seen> {
  await page.goto(path, { waitUntil: 'load' });
  await page.waitForTimeout(1_500);
  await page.evaluate(() => {
    const slowest = { inp: 0 };
    Reflect.set(window, 'slowest', slowest);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (Reflect.get(entry, 'interactionId')) slowest.inp = Math.max(slowest.inp, entry.duration);
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
  await page.locator(press).click();
  await page.waitForTimeout(600);
  return await page.evaluate(async () => {
    const entriesOf = (type: string) =>
      new Promise<PerformanceEntry[]>((done) => {
        new PerformanceObserver((list, observer) => {
          observer.disconnect();
          done(list.getEntries());
        }).observe({ type, buffered: true });
        setTimeout(() => done([]), 200);
      });
    const [paints, shifts] = await Promise.all([entriesOf('largest-contentful-paint'), entriesOf('layout-shift')]);
    return {
      lcp: paints.at(-1)?.startTime ?? Number.POSITIVE_INFINITY,
      cls: shifts.reduce((sum, entry) => sum + Number(Reflect.get(entry, 'value')), 0),
      inp: (Reflect.get(window, 'slowest') as { inp: number }).inp,
    };
  });
}

async function measure(browser: Browser, url: string, rounds: number): Promise<Map<string, Seen[]>> {
  const page = await openPhone(browser, url);
  await page.goto('/libraries');
  const record = (await page.locator('tbody a').first().getAttribute('href')) ?? '';
  const seen = new Map<string, Seen[]>();
  for (let round = 0; round < rounds; round++)
    for (const { name, path, press } of visits)
      seen.set(name, [...(seen.get(name) ?? []), await visit(page, path === '' ? record : path, press)]);
  await page.context().close();
  return seen;
}

/** What is felt on a cheap phone: when the page is there, how soon it answers the thumb, whether it moves under it. */
export async function run({ quick }: { quick: boolean }): Promise<{ passed: boolean; line: string }> {
  return await onCheapPhone(async (browser, url) => {
    const seen = await measure(browser, url, quick ? 2 : 5);
    let passed = true;
    const lines = [...seen].map(([name, list]) => {
      const of = (figure: keyof Seen) => median(list.map((one) => one[figure]).sort((a, b) => a - b));
      const [lcp, inp, cls] = [of('lcp'), of('inp'), of('cls')];
      if (lcp > bars.lcpMs || inp > bars.inpMs || cls > bars.cls) passed = false;
      return `${name} LCP ${lcp.toFixed(0)} INP ${inp.toFixed(0)} ms CLS ${cls.toFixed(3)}`;
    });
    const line = `phone: ${lines.join('; ')} (bars ${bars.lcpMs}, ${bars.inpMs} ms, ${bars.cls}), ${passed ? 'passed' : 'MISSED'}`;
    return { passed, line };
  });
}
