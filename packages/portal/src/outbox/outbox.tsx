'use client';

import { failureOf } from '../failure.tsx';
import { newKey } from '../form/request-key.tsx';
import { type Act, behind, type Draft, meaningOf, nextOf, pauseAfter, personOf, type Stuck } from './act.tsx';
import { addActs, allActs, putAct, removeAct } from './store.tsx';

/** Done: the server has it. Waits: kept on this device. Stuck: the bar says why. */
export type Fate = 'done' | 'waits' | 'stuck';

export interface OutboxOptions {
  owner: string;
  firstName: string;
  place: string;
  send: (procedure: string, input: object) => Promise<{ version: number }>;
  read: (procedure: string, input: object) => Promise<Readonly<Record<string, unknown>>>;
  show: (acts: readonly Act[]) => void;
}

/** What has become of a record: who goes on from it must know, whichever tab has sent it. */
interface Made {
  id: string;
  version: number;
}

const NAME = 'studyspot-outbox';
// As long as someone looks at a switch without wondering.
const PATIENCE_MS = 3_000;

/** Written down first, then sent: one tab at a time, under the key that it was written down with. */
export class Outbox {
  private readonly options: OutboxOptions;
  private readonly tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(NAME);
  private readonly asked = new Map<string, (fate: Fate) => void>();
  private readonly versions = new Map<string, number>();
  private sending: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private tries = 0;
  private isClosed = false;

  constructor(options: OutboxOptions) {
    this.options = options;
    if (this.tabs) this.tabs.onmessage = ({ data }: MessageEvent<Made | null>) => void this.hear(data);
    window.addEventListener('online', this.wake);
    void this.look();
    this.wake();
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
    window.removeEventListener('online', this.wake);
    this.tabs?.close();
  }

  /** Written down in one piece: each by itself would read the whole queue, and many would stand still over it. */
  async add(drafts: readonly Draft[]): Promise<Fate[]> {
    const { owner, firstName, place, send } = this.options;
    const acts = drafts.map(({ input, ...draft }) => {
      const version = Math.max(input.version, this.versions.get(input.id) ?? 0);
      return { ...draft, input: { ...input, version }, key: newKey(), owner, firstName, place, stuck: null };
    });
    try {
      await addActs(acts);
    } catch {
      // A full or forbidden store keeps nothing: they are sent now or not at all.
      for (const { procedure, input, key } of acts) await send(procedure, { ...input, requestKey: key });
      return acts.map(() => 'done');
    }
    await this.changed();
    if (!navigator.onLine) return acts.map(() => 'waits');
    const fates = acts.map(({ key }) => new Promise<Fate>((resolve) => this.asked.set(key, resolve)));
    setTimeout(() => {
      for (const { key } of acts) this.answer(key, 'waits');
    }, PATIENCE_MS);
    void this.replay();
    return Promise.all(fates);
  }

  /** Something says that the server may be there again. */
  readonly wake = (): void => {
    this.tries = 0;
    void this.replay();
  };

  /** Sends what can be sent. */
  replay(): Promise<void> {
    clearTimeout(this.timer);
    this.sending = this.sending.then(() => alone(() => this.sendAll())).catch(() => undefined);
    return this.sending;
  }

  /** Over what the other has made: as the person says, having seen both. */
  async insist(act: Act, now: Readonly<Record<string, unknown>>): Promise<void> {
    const input = { ...act.input, version: Number(now['version']) };
    await putAct({ ...act, input, key: newKey(), stuck: null });
    await this.changed();
    await this.replay();
  }

  /** Of this person in all businesses: asked before. */
  async dropAll(): Promise<void> {
    const acts = await allActs();
    const own = acts.filter((act) => personOf(act.owner) === personOf(this.options.owner));
    await Promise.all(own.map((act) => removeAct(act)));
    await this.changed();
  }

  async drop(act: Act): Promise<void> {
    await removeAct(act);
    await this.changed();
    await this.replay();
  }

  private async sendAll(): Promise<void> {
    for (let act = await this.next(); act; act = await this.next()) if (!(await this.attempt(act))) return;
    this.tries = 0;
  }

  private async next(): Promise<Act | undefined> {
    if (this.isClosed || !navigator.onLine) return undefined;
    return nextOf(await allActs(), this.options.owner);
  }

  /** False: the rest has to wait too. */
  private async attempt(act: Act): Promise<boolean> {
    try {
      const { version } = await this.options.send(act.procedure, { ...act.input, requestKey: act.key });
      const made = { id: act.input.id, version };
      this.versions.set(made.id, version);
      await removeAct(act, behind(await allActs(), act, version));
      await this.changed(made);
      this.answer(act.key, 'done');
      return true;
    } catch (error) {
      return this.failed(act, error);
    }
  }

  private async failed(act: Act, error: unknown): Promise<boolean> {
    const failure = failureOf(error);
    const meaning = meaningOf(failure);
    if (meaning === 'contested') return this.compare(act);
    if (meaning === 'refused') return this.hold(act, { why: 'refused', sentence: failure?.sentence ?? '' });
    this.answer(act.key, 'waits');
    if (meaning === 'away' && !this.isClosed) {
      this.timer = setTimeout(() => void this.replay(), pauseAfter(this.tries, failure) * (1 + Math.random() / 4));
      this.tries += 1;
    }
    return false;
  }

  /** Someone was faster: what they have made of it is shown beside, unless it is the same. */
  private async compare(act: Act): Promise<boolean> {
    const { input, told } = act;
    try {
      const now = await this.options.read(act.procedure.replace(/\.\w+$/, '.get'), { id: input.id });
      if (now[told.field] !== input[told.field]) return await this.hold(act, { why: 'contested', now });
      await removeAct(act, behind(await allActs(), act, Number(now['version'])));
      await this.changed();
      this.answer(act.key, 'done');
      return true;
    } catch (error) {
      return this.failed(act, error);
    }
  }

  private async hold(act: Act, stuck: Stuck): Promise<boolean> {
    await putAct({ ...act, stuck });
    await this.changed();
    this.answer(act.key, 'stuck');
    return true;
  }

  private answer(key: string, fate: Fate): void {
    this.asked.get(key)?.(fate);
    this.asked.delete(key);
  }

  private async changed(made: Made | null = null): Promise<void> {
    if (!this.isClosed) this.tabs?.postMessage(made);
    await this.look();
  }

  private hear(made: Made | null): Promise<void> {
    if (made) this.versions.set(made.id, made.version);
    return this.look();
  }

  private async look(): Promise<void> {
    // A forbidden store holds none.
    const acts = await allActs().catch(() => []);
    if (this.isClosed) return;
    // Another tab may have sent it.
    const byKey = new Map(acts.map((act) => [act.key, act]));
    for (const key of this.asked.keys()) {
      const act = byKey.get(key);
      if (!act?.stuck && act) continue;
      this.answer(key, act ? 'stuck' : 'done');
    }
    this.options.show(acts);
  }
}

/** One tab at a time; where there are no locks (plain http beyond localhost) the key alone sees to it. */
function alone(run: () => Promise<void>): Promise<void> {
  return navigator.locks ? navigator.locks.request(NAME, run) : run();
}
