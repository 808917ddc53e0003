import type { Browser, Page } from '@playwright/test';
import { onCheapPhone, openPhone } from '../cheap-phone.ts';
import { median, percentile } from '../foundation/measure.ts';

const bars = { visitedMs: 200, coldMs: 450 };

interface Turn {
  name: string;
  /** The link or control that is pressed, and what must then be seen. */
  press: string;
  shows: string;
}

const nav = (path: string) => `nav a[href="${path}"] >> visible=true`;
const heading = (text: string) => `h1:has-text("${text}")`;

/** The ten commonest, in the order in which a morning goes. */
const turns: readonly Turn[] = [
  { name: 'home to libraries', press: nav('/libraries'), shows: 'tbody tr' },
  { name: 'libraries to a library', press: 'tbody a >> nth=1', shows: '#basics' },
  { name: 'back to libraries', press: 'header a[href="/libraries"]', shows: 'tbody tr' },
  { name: 'libraries to staff', press: nav('/staff'), shows: heading('Staff') },
  { name: 'staff to a person', press: 'tbody a >> nth=1', shows: '#about' },
  { name: 'back to staff', press: 'header a[href="/staff"]', shows: heading('Staff') },
  { name: 'staff to home', press: nav('/'), shows: heading('Namaste') },
  { name: 'home to profile', press: nav('/profile'), shows: '#password' },
  { name: 'profile to libraries', press: nav('/libraries'), shows: 'tbody tr' },
  { name: 'libraries to home', press: nav('/'), shows: heading('Namaste') },
];

interface Turned {
  ms: number;
  white: boolean;
  shift: number;
}

/** From the press to the first frame that shows what was asked for; whether any frame in between showed nothing. */
async function turn(page: Page, { press, shows }: Turn): Promise<Turned> {
  const pressed = await page.locator(press).first().elementHandle();
  const before = page.url();
  const shown = page.locator(shows).first();
  await page.evaluate(() => {
    const watch = { white: false, shift: 0, over: false };
    Reflect.set(window, 'turning', watch);
    const look = () => {
      const text = document.querySelector('main')?.textContent ?? '';
      if (text.trim() === '' || document.querySelector('main [role=status].skeleton-late')) watch.white = true;
      if (!watch.over) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (!Reflect.get(entry, 'hadRecentInput')) watch.shift += Number(Reflect.get(entry, 'value'));
    }).observe({ type: 'layout-shift' });
  });
  const begun = await pressed?.evaluate((link) => {
    const at = performance.now();
    (link as HTMLElement).click();
    return at;
  });
  await page.waitForFunction((url) => location.href !== url, before, { polling: 'raf' });
  await shown.waitFor({ state: 'visible' });
  const at = await page.evaluate(
    () => new Promise<number>((done) => requestAnimationFrame(() => done(performance.now()))),
  );
  const { white, shift } = await page.evaluate(() => {
    const watch = Reflect.get(window, 'turning') as { white: boolean; shift: number; over: boolean };
    watch.over = true;
    return watch;
  });
  return { ms: at - (begun ?? 0), white, shift };
}

async function measure(browser: Browser, url: string, rounds: number) {
  const cold = new Map<string, Turned[]>();
  const visited = new Map<string, Turned[]>();
  const page = await openPhone(browser, url);
  for (let round = 0; round < rounds; round++) {
    // A full load empties what was visited; the script itself stays in the browser's cache.
    await page.goto('/');
    await page.waitForTimeout(1_500);
    const seen = new Set([page.url()]);
    for (const one of [...turns, ...turns]) {
      const turned = await turn(page, one);
      const kind = seen.has(page.url()) ? visited : cold;
      seen.add(page.url());
      kind.set(one.name, [...(kind.get(one.name) ?? []), turned]);
      await page.waitForTimeout(150);
    }
  }
  await page.context().close();
  return { cold, visited };
}

function summary(name: string, all: ReadonlyMap<string, readonly Turned[]>) {
  for (const [turnName, list] of all) {
    const times = list.map(({ ms }) => ms).sort((a, b) => a - b);
    console.log(
      `${name.padEnd(8)} ${turnName.padEnd(24)} p50 ${median(times).toFixed(0)} p95 ${percentile(times, 0.95).toFixed(0)} ms`,
    );
  }
  const every = [...all.values()].flat();
  const times = every.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    p50: median(times),
    p95: percentile(times, 0.95),
    white: every.filter(({ white }) => white).length,
    shift: Math.max(...every.map(({ shift }) => shift)),
  };
}

export async function run({ quick }: { quick: boolean }): Promise<{ passed: boolean; line: string }> {
  return await onCheapPhone(async (browser, url) => {
    const { cold, visited } = await measure(browser, url, quick ? 3 : 20);
    const [first, again] = [summary('cold', cold), summary('visited', visited)];
    const white = first.white + again.white;
    const shift = Math.max(first.shift, again.shift);
    const passed = again.p95 <= bars.visitedMs && first.p95 <= bars.coldMs && white === 0 && shift < 0.001;
    const line = `turns: visited p50 ${again.p50.toFixed(0)} p95 ${again.p95.toFixed(0)} ms (bar ${bars.visitedMs}), cold p50 ${first.p50.toFixed(0)} p95 ${first.p95.toFixed(0)} ms (bar ${bars.coldMs}), ${white} white frames, layout shift ${shift.toFixed(4)}, ${passed ? 'passed' : 'MISSED'}`;
    return { passed, line };
  });
}
