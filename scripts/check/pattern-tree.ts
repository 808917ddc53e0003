/** A regular expression as far as its running time goes. */
export type Tree =
  | { kind: 'letter'; source: string }
  | { kind: 'row'; of: Tree[] }
  | { kind: 'choice'; of: Tree[] }
  | { kind: 'repeat'; of: Tree; least: number; most: number }
  /** `^` where it can only be the first place of the text. */
  | { kind: 'start' }
  /** Takes no letter and may fail: `$`, `\b`, `^` with m. */
  | { kind: 'test' }
  | { kind: 'look'; of: Tree }
  | { kind: 'echo' };

const escaped = /^\\(?:u\{[^}]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[pP]\{[^}]+\}|c[A-Za-z]|.)/su;
const opening = /^\((?:\?(?:[:=!]|<[=!]|<[^>]+>|[a-z-]*:))?/;
const amount = /^\{(\d+)(,?)(\d*)\}/;

class Reader {
  private at = 0;
  private readonly source: string;
  private readonly flags: string;
  constructor(source: string, flags: string) {
    this.source = source;
    this.flags = flags;
  }

  private take(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    const found = pattern.exec(this.source.slice(this.at));
    if (found) this.at += found[0].length;
    return found;
  }

  choice(): Tree {
    const of = [this.row()];
    while (this.take('|')) of.push(this.row());
    return { kind: 'choice', of };
  }

  private row(): Tree {
    const of: Tree[] = [];
    while (this.at < this.source.length && !'|)'.includes(this.source.charAt(this.at))) of.push(this.repeated());
    return { kind: 'row', of };
  }

  private repeated(): Tree {
    const of = this.one();
    const [least, most] = this.amount() ?? [1, 1];
    if (least === 1 && most === 1) return of;
    this.take('?');
    return { kind: 'repeat', of, least, most };
  }

  private amount(): [number, number] | null {
    if (this.take('*')) return [0, Number.POSITIVE_INFINITY];
    if (this.take('+')) return [1, Number.POSITIVE_INFINITY];
    if (this.take('?')) return [0, 1];
    const found = this.match(amount);
    if (!found) return null;
    const [, least, comma, most] = found;
    if (!comma) return [Number(least), Number(least)];
    return [Number(least), most ? Number(most) : Number.POSITIVE_INFINITY];
  }

  private one(): Tree {
    if (this.take('^')) return { kind: this.flags.includes('m') ? 'test' : 'start' };
    if (this.take('$') || this.take('\\b') || this.take('\\B')) return { kind: 'test' };
    if (this.source.startsWith('(', this.at)) return this.group();
    if (this.source.startsWith('[', this.at)) return { kind: 'letter', source: this.set() };
    const [letter] = this.match(escaped) ?? this.match(/^./su) ?? [''];
    return /^\\[1-9k]/.test(letter) ? { kind: 'echo' } : { kind: 'letter', source: letter };
  }

  private group(): Tree {
    const [open = ''] = this.match(opening) ?? [];
    const of = this.choice();
    this.take(')');
    return /^\(\?<?[=!]/.test(open) ? { kind: 'look', of } : of;
  }

  private set(): string {
    const from = this.at;
    let depth = 0;
    do {
      const [piece] = this.match(escaped) ?? this.match(/^./su) ?? [']'];
      if (piece === '[' && (depth === 0 || this.flags.includes('v'))) depth++;
      if (piece === ']') depth--;
    } while (depth > 0 && this.at < this.source.length);
    return this.source.slice(from, this.at);
  }
}

export const readPattern = (source: string, flags: string): Tree => new Reader(source, flags).choice();
