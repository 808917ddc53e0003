import type { Browser } from '../sign-in/testing/browser.ts';
import { editFunctions, openerWith } from '../sign-in/testing/mutant.ts';
import { signInMutants } from '../sign-in/testing/mutants.ts';
import { doorScenarios } from '../sign-in/testing/scenarios-doors.ts';
import { endingScenarios, endings } from '../sign-in/testing/scenarios-ends.ts';
import { floodScenarios } from '../sign-in/testing/scenarios-floods.ts';
import { loseBeforeTabs, loseTwice, rotationScenarios } from '../sign-in/testing/scenarios-rotation.ts';
import { openStage, password, type Scenario, type Stage } from '../sign-in/testing/stage.ts';
import type { TestPortal } from '../sign-in/testing/test-portal.ts';

interface SoakOptions {
  scale: number;
  seed: number;
}

/** The same numbers for the same seed. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const foreignOrigins = [null, 'null', 'http://localhost:1', 'https://evil.in'];
const works = async (tab: Browser) => (await tab.call('libraries.list', { limit: 5 })).status === 200;

interface Tally {
  refreshes: number;
  lost: number;
  foreign: number;
  foreignPassed: number;
  wronglyOut: number;
}

/** Two tabs of one browser share a jar, refresh side by side, lose answers, and hear foreign Origins in between. */
async function twoTabs(stage: Stage, portal: TestPortal, random: () => number, rounds: number): Promise<Tally> {
  const tally: Tally = { refreshes: 0, lost: 0, foreign: 0, foreignPassed: 0, wronglyOut: 0 };
  let browser = await stage.visitor(portal, stage.world.a.owner);
  for (let round = 0; round < rounds; round++) {
    await stage.age(browser, 460 + Math.floor(random() * 430));
    const tabs = [browser.copy(), browser.copy()];
    const turns = tabs.map(async (tab) => {
      const lost = random() < 0.2;
      tally.refreshes += 1;
      if (lost) tally.lost += 1;
      const answer = random() < 0.5 ? await tab.refresh({ lost }) : await tab.ask('/', { lost });
      // One jar: what either tab is answered, both have.
      if (!lost) browser.keep(answer.setCookies);
    });
    const origin = foreignOrigins[Math.floor(random() * foreignOrigins.length)] ?? null;
    const stranger = browser.copy().refresh({ origin });
    await Promise.all([...turns, stranger]);
    tally.foreign += 1;
    if ((await stranger).status !== 403 || (await stranger).setCookies.length > 0) tally.foreignPassed += 1;
    await stage.age(browser, Math.floor(random() * 120));
    if (random() < 0.5) await browser.ask('/');
    if (await works(browser)) continue;
    // Access may have ended while the page slept: the page refreshes once and tries once more.
    await browser.refresh();
    if (await works(browser)) continue;
    tally.wronglyOut += 1;
    browser = await stage.visitor(portal, stage.world.a.owner);
  }
  return tally;
}

interface Losses {
  rounds: number;
  signedOut: number;
  thieves: number;
  caught: number;
}

/** One tab that loses two answers in a row, or four after a lost one; in every tenth round somebody had copied the cookie. */
async function lostAnswers(stage: Stage, portal: TestPortal, rounds: number): Promise<Losses> {
  const losses: Losses = { rounds: 0, signedOut: 0, thieves: 0, caught: 0 };
  const { email } = stage.world.a.owner;
  const browser = await stage.visitor(portal, stage.world.a.owner);
  for (let round = 0; round < rounds; round++) {
    losses.rounds += 1;
    const thief = browser.copy();
    await (round % 2 === 0 ? loseTwice : loseBeforeTabs)(stage, browser);
    const isIn = await works(browser);
    if (!isIn) losses.signedOut += 1;
    const isStolen = isIn && round % 20 < 2;
    if (isStolen) {
      await stage.age(browser, 61);
      await works(browser);
      await stage.age(browser, 31);
      losses.thieves += 1;
      if (!(await works(thief)) && !(await works(browser))) losses.caught += 1;
    }
    // By its own device: as a stranger it would soon wait.
    if (!isIn || isStolen) await browser.signIn(email, password);
  }
  return losses;
}

/** Each way to end a session, then the old cookie on every kind of request. */
async function replays(): Promise<{ tried: number; passed: string[] }> {
  const passed: string[] = [];
  let tried = 0;
  for (const { name, end } of endings) {
    const stage = await openStage();
    try {
      const browser = await stage.visitor(await stage.portal(), stage.world.a.manager);
      if (!(await works(browser))) throw new Error(`${name}: the session did not work before`);
      await end(stage, browser);
      for (const replay of [() => browser.call('libraries.list', { limit: 5 }), () => browser.call('libraries.list')]) {
        tried += 1;
        if ((await replay()).status === 200) passed.push(name);
      }
    } finally {
      await stage.close();
    }
  }
  return { tried, passed };
}

const scenarios: readonly Scenario[] = [...rotationScenarios, ...doorScenarios, ...endingScenarios, ...floodScenarios];

/** A scenario must pass on the code as it is, loaded the same way: else whatever it "catches" is not the mistake. */
async function control(scenario: Scenario): Promise<void> {
  const stage = await openStage(await openerWith([]));
  try {
    await scenario.run(stage);
  } catch (error) {
    throw new Error(`"${scenario.name}" fails without a mistake`, { cause: error });
  } finally {
    await stage.close();
  }
}

async function survivors(share: number, random: () => number): Promise<{ tried: number; alive: string[] }> {
  const alive: string[] = [];
  const chosen = signInMutants.filter(() => random() < share);
  const controlled = new Set<Scenario>();
  for (const { name, edits, caughtBy } of chosen) {
    const scenario = scenarios.find((candidate) => candidate.name.startsWith(caughtBy));
    if (!scenario) throw new Error(`no scenario begins with "${caughtBy}"`);
    if (!controlled.has(scenario)) await control(scenario);
    controlled.add(scenario);
    const stage = await openStage(await openerWith(edits));
    try {
      await editFunctions(stage.database, edits);
      await scenario.run(stage);
      alive.push(name);
      console.log(`  survived: ${name}`);
    } catch (error) {
      if (error instanceof Error && error.message.includes('mend the mutant')) throw error;
      const why = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : '';
      console.log(`  caught: ${name} (${scenario.name}: ${why.slice(0, 80)})`);
    } finally {
      await stage.close();
    }
  }
  return { tried: chosen.length, alive };
}

export async function run({ scale, seed }: SoakOptions): Promise<{ passed: boolean; line: string }> {
  const random = numbers(seed);
  // Open until the end: the cluster lives as long as a database of it.
  const stage = await openStage();
  try {
    const portal = await stage.portal();
    const rounds = Math.max(40, Math.round(400 * scale));
    const tally = await twoTabs(stage, portal, random, rounds);
    const losses = await lostAnswers(stage, portal, rounds);
    const ends = await replays();
    return verdict({ tally, losses, ends }, await survivors(scale >= 1 ? 1 : Math.max(scale, 0.25), random));
  } finally {
    await stage.close();
  }
}

type Replays = Awaited<ReturnType<typeof replays>>;
type Survivors = Awaited<ReturnType<typeof survivors>>;

interface Played {
  tally: Tally;
  losses: Losses;
  ends: Replays;
}

function verdict({ tally, losses, ends }: Played, mutants: Survivors): { passed: boolean; line: string } {
  const isHonestIn = tally.wronglyOut === 0 && losses.signedOut === 0;
  const isThiefOut = losses.thieves > 0 && losses.caught === losses.thieves && ends.passed.length === 0;
  const passed = isHonestIn && isThiefOut && tally.foreignPassed === 0 && mutants.alive.length === 0;
  const line = [
    `${tally.refreshes} refreshes, ${tally.lost} answers lost, ${tally.wronglyOut} tabs signed out wrongly`,
    `${losses.rounds} rounds of lost answers, ${losses.signedOut} signed out wrongly, ${losses.caught} of ${losses.thieves} thieves caught`,
    `${tally.foreignPassed} of ${tally.foreign} foreign Origins passed`,
    `${ends.passed.length} of ${ends.tried} replays after ${endings.length} endings passed`,
    `${mutants.tried - mutants.alive.length} of ${mutants.tried} mutants caught by scenarios that pass without them${mutants.alive.map((name) => `, alive: ${name}`).join('')}`,
  ].join('; ');
  return { passed, line };
}
