import { expect, type Page } from '@playwright/test';
import { test } from '../../../packages/portal/e2e/contexts.ts';
import { people, signIn } from '../../../packages/portal/e2e/journey.ts';

const rounds = Number(process.env.FORM_ROUNDS ?? 4);
const acts = 14;
const days = 7;
const ticks = ['wifi', 'ac', 'lockers', 'cctv'];
const texts = ['name', 'city', 'managerName', 'pincode'] as const;

interface Day {
  on: boolean;
  allDay: boolean;
  open: string;
  close: string;
}

/** What someone believes to have typed. */
interface Model {
  texts: Record<string, string>;
  ticks: Set<string>;
  hours: Day[];
}

function dice(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * most);
  };
}

async function seen(page: Page): Promise<Model> {
  return {
    texts: Object.fromEntries(
      await Promise.all(texts.map(async (name) => [name, await field(page, name).inputValue()])),
    ),
    ticks: new Set(
      await page
        .locator('input[name=amenities]:checked')
        .evaluateAll((boxes) => boxes.map((box) => Reflect.get(box, 'value'))),
    ),
    hours: await Promise.all(
      Array.from({ length: days }, async (_, day) => ({
        on: await field(page, `hours.${day}.on`).isChecked(),
        allDay: await isAllDay(page, day),
        open: await field(page, `hours.${day}.open`).inputValue(),
        close: await field(page, `hours.${day}.close`).inputValue(),
      })),
    ),
  };
}

const field = (page: Page, name: string) => page.locator(`[name="${name}"]`);

/** A day that is closed does not ask. */
async function isAllDay(page: Page, day: number): Promise<boolean> {
  const tick = field(page, `hours.${day}.allDay`);
  return (await tick.count()) === 1 && (await tick.isChecked());
}

const copy = (model: Model): Model => ({
  texts: { ...model.texts },
  ticks: new Set(model.ticks),
  hours: model.hours.map((day) => ({ ...day })),
});

/** Before the script a field shows what the record holds, not the draft: what is typed then is another test's. */
const untilReady = (page: Page) => expect(page.getByRole('button', { name: 'Save changes' })).toBeEnabled();

/** What a page writes as it is left may reach the store after the next page has emptied it. */
async function withoutDraft(page: Page, address: string): Promise<void> {
  do {
    await page.goto('/staff');
    await page.evaluate(() => localStorage.clear());
    await page.goto(address);
  } while (await page.evaluate(() => localStorage.length > 0));
}

test('what is sent is what was typed, whatever happens to the page on the way', async ({ page }) => {
  test.setTimeout(60_000 + rounds * 20_000);
  await signIn(page, people.owner);
  await page.goto('/libraries');
  await page.getByRole('link', { name: /Malviya Nagar/ }).click();
  await page.getByRole('link', { name: 'Edit' }).click();
  await expect(field(page, 'name')).toBeVisible();
  const address = page.url();
  // What is sent is looked at and goes no further: others look at the same libraries.
  await page.route(/libraries\.update/, (route) => route.abort());

  for (let round = 0; round < rounds; round++) {
    const seed = Number(process.env.FORM_SEED ?? Date.now() % 100_000) + round;
    const roll = dice(seed);
    await withoutDraft(page, address);
    const begun = await seen(page);
    const model = copy(begun);
    const done: string[] = [];
    for (let act = 0; act < acts; act++) {
      const what = roll(10);
      if (what < 3) {
        const name = texts[roll(texts.length)] ?? 'city';
        // Never what the record holds: typed over itself before the script came, nobody can tell it from no typing.
        const value = name === 'pincode' ? `30209${roll(10)}` : `Word ${roll(1000)}`;
        done.push(`${name}=${value}`);
        await field(page, name).fill(value);
        model.texts[name] = value;
      } else if (what < 5) {
        const value = ticks[roll(ticks.length)] ?? 'wifi';
        done.push(`tick ${value}`);
        await page.locator(`input[name=amenities][value=${value}]`).click();
        if (!model.ticks.delete(value)) model.ticks.add(value);
      } else if (what < 7) {
        const day = model.hours[roll(days)];
        if (!day) continue;
        const index = model.hours.indexOf(day);
        const part = day.on ? roll(3) : 0;
        if (part === 1) {
          day.allDay = !day.allDay;
          done.push(`day ${index} all day ${day.allDay}`);
          await field(page, `hours.${index}.allDay`).click();
        } else if (part === 2 && !day.allDay) {
          day.open = `0${5 + roll(4)}:30`;
          done.push(`day ${index} opens ${day.open}`);
          await field(page, `hours.${index}.open`).fill(day.open);
        } else {
          day.on = !day.on;
          done.push(`day ${index} ${day.on}`);
          await field(page, `hours.${index}.on`).click();
        }
      } else if (what === 7) {
        done.push('copy Monday');
        await page.getByRole('button', { name: 'Same as Monday on all days' }).click();
        const [monday] = model.hours;
        if (monday) model.hours = model.hours.map(() => ({ ...monday }));
      } else if (what === 8) {
        done.push('reload');
        await page.reload();
        await untilReady(page);
      } else if (roll(3) === 0) {
        done.push('afresh');
        const afresh = page.getByRole('button', { name: 'Start afresh' });
        if (await afresh.isVisible()) {
          await afresh.click();
          Object.assign(model, copy(begun));
        }
      } else {
        done.push('away and back');
        await page.getByRole('navigation').getByRole('link', { name: 'Staff' }).last().click();
        await expect(page.getByRole('heading', { level: 1, name: 'Staff' })).toBeVisible();
        await page.goBack();
        await expect(field(page, 'name')).toBeVisible();
      }
    }
    const told = `seed ${seed}: ${done.join(', ')}`;
    const sending = page.waitForRequest((request) => request.url().includes('libraries.update'));
    await page.getByRole('button', { name: 'Save changes' }).click();
    const request = await sending;
    const body = request.postDataJSON() as Record<string, unknown>;
    const sent = (body['0'] ?? body) as { hours: (Omit<Day, 'on'> | null)[]; amenities: string[] } & Record<
      string,
      string
    >;
    expect(Object.fromEntries(texts.map((name) => [name, sent[name] ?? ''])), told).toEqual(model.texts);
    expect([...sent.amenities].sort(), told).toEqual([...model.ticks].sort());
    expect(
      sent.hours.map((day) => day !== null),
      told,
    ).toEqual(model.hours.map(({ on }) => on));
    for (const [index, { on, allDay, open, close }] of model.hours.entries()) {
      if (on) expect(sent.hours[index], told).toEqual(allDay ? { open: '00:00', close: '24:00' } : { open, close });
    }
  }
});

test('what is typed before the script comes is kept, over a draft too', async ({ page, context }) => {
  await signIn(page, people.owner);
  await page.goto('/libraries');
  await page.getByRole('link', { name: /Vaishali Nagar/ }).click();
  await page.getByRole('link', { name: 'Edit' }).click();
  await field(page, 'city').fill('Drafted');
  await field(page, 'managerName').fill('Drafted Manager');
  await page.waitForTimeout(1_000);
  let open = () => undefined as unknown;
  const held = new Promise((resolve) => {
    open = () => resolve(null);
  });
  await context.route(/\/_next\/.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  await field(page, 'city').fill('Early');
  await page.locator('input[name=amenities][value=lift]').click();
  // In a field, and about to type: the draft waits until it is left.
  await field(page, 'managerName').focus();
  const ticked = await page.locator('input[name=amenities][value=lift]').isChecked();
  open();
  await expect(page.getByText('We kept what you typed last time.')).toBeVisible();
  await expect(field(page, 'managerName')).not.toHaveValue('Drafted Manager');
  await field(page, 'city').focus();
  await expect(field(page, 'managerName')).toHaveValue('Drafted Manager');
  await expect(field(page, 'city')).toHaveValue('Early');
  expect(await page.locator('input[name=amenities][value=lift]').isChecked()).toBe(ticked);
  await page.getByRole('button', { name: 'Start afresh' }).click();
  await expect(field(page, 'city')).not.toHaveValue('Early');
  await page.waitForTimeout(1_000);
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('studyspot-draft'))),
  ).toEqual([]);
});

test('drafts are of one person and one business, and go at sign-out', async ({ page }) => {
  await signIn(page, people.ofTwo);
  const choose = async (name: RegExp) => {
    await page.goto('/choose');
    await page.getByRole('button', { name }).click();
    await page.waitForURL((url) => url.pathname === '/');
  };
  await choose(/Vidya Reading Rooms/);
  await page.goto('/libraries');
  await page.locator('tbody a').first().click();
  await page.getByRole('link', { name: 'Edit' }).click();
  await field(page, 'city').fill('Only here');
  await page.waitForTimeout(1_000);
  const drafts = () =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('studyspot-draft')));
  expect(await drafts()).toHaveLength(1);
  await page.goto('/profile');
  await page.locator('main').getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(/signin/);
  await expect.poll(drafts).toEqual([]);
});
