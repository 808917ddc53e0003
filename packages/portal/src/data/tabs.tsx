'use client';

import { isAfter, markOf } from './mark.tsx';

export interface Change {
  kind: string;
  id: string;
  event: string;
}

/** What came from the stream: how far it is now, and what has happened. */
export interface Word {
  mark: string;
  change?: Change;
  /** Something may have been missed. */
  lost?: boolean;
}

/** `before` is where the change before this word was: a tab that has not come that far has missed one. */
type Said = (Word & { before: string }) | { where: true } | { recent: readonly Word[]; since: string; mark: string };

const RECENT = 100;

/** What the tabs of one browser know together: one listens, all hear each word once, also one that was frozen meanwhile. */
export class Tabs {
  last: string;
  private before = '';
  private since: string;
  private recent: Word[] = [];
  private readonly channel: BroadcastChannel | null;
  private readonly isLeader: () => boolean;
  private readonly hear: (word: Word) => void;

  constructor(name: string, from: string, isLeader: () => boolean, hear: (word: Word) => void) {
    this.last = from;
    this.since = from;
    this.isLeader = isLeader;
    this.hear = hear;
    this.channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
    if (this.channel) this.channel.onmessage = ({ data }: MessageEvent<Said>) => this.receive(data);
  }

  /** The leader: takes in what the stream says and passes it on. */
  tell(word: Word): void {
    const { before } = this;
    this.take(word);
    this.post({ ...word, before });
  }

  /** A tab that comes, or comes back, asks for what it has not heard. */
  catchUp(): void {
    if (!this.isLeader()) this.post({ where: true });
  }

  close(): void {
    this.channel?.close();
  }

  private post(said: Said): void {
    this.channel?.postMessage(said);
  }

  private receive(said: Said): void {
    if ('where' in said) {
      if (this.isLeader()) this.post({ recent: this.recent, since: this.since, mark: this.last });
    } else if ('recent' in said) this.receiveRecent(said);
    else if (said.lost || said.before === '' || !isAfter(said.before, this.last)) this.take(said);
    else this.catchUp();
  }

  private receiveRecent({ recent, since, mark }: Extract<Said, { recent: unknown }>): void {
    const isLost = markOf(mark).boot !== markOf(this.last).boot || isAfter(since, this.last);
    for (const word of recent) if (isAfter(word.mark, this.last)) this.take(word);
    if (isLost) this.take({ mark, lost: true });
  }

  private take(word: Word): void {
    const isNews = markOf(word.mark).boot !== markOf(this.last).boot || isAfter(word.mark, this.last);
    if (!isNews && !word.lost) return;
    this.last = word.mark;
    if (word.change || word.lost) {
      this.before = word.mark;
      this.recent.push(word);
      if (this.recent.length > RECENT) this.since = this.recent.shift()?.mark ?? this.since;
    }
    this.hear(word);
  }
}
