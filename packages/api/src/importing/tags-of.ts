import { Unreadable } from './unreadable.ts';

/** A tag or a text, as it comes. The names have lost their prefix. */
export interface Tag {
  name: string;
  closes: boolean;
  /** It has nothing inside. */
  isEmpty: boolean;
  attribute(name: string): string | null;
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const HIGHEST = 0x10ffff;

function plain(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|[a-z]{2,4});/g, (all, name: string) => {
    if (!name.startsWith('#')) return named[name] ?? all;
    const point = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return point > 0 && point <= HIGHEST ? String.fromCodePoint(point) : '';
  });
}

function attributeOf(inside: string, name: string): string | null {
  let from = 0;
  for (;;) {
    const at = inside.indexOf(`${name}=`, from);
    if (at < 0) return null;
    const before = inside[at - 1] ?? ' ';
    const quote = inside[at + name.length + 1] ?? '';
    if (/[\s:]/.test(before) && (quote === '"' || quote === "'")) {
      const begin = at + name.length + 2;
      const end = inside.indexOf(quote, begin);
      return end < 0 ? null : plain(inside.slice(begin, end));
    }
    from = at + name.length;
  }
}

/** Walks through XML once, from the left. What declares entities is refused: nothing outside is ever asked for. */
export function walkTags(xml: string, onTag: (tag: Tag) => void, onText: (text: string) => void): void {
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    if (open < 0) break;
    if (open > at) onText(plain(xml.slice(at, open)));
    if (xml.startsWith('<!--', open)) {
      const end = xml.indexOf('-->', open + 4);
      at = end < 0 ? xml.length : end + 3;
      continue;
    }
    if (xml.startsWith('<![CDATA[', open)) {
      const end = xml.indexOf(']]>', open);
      onText(xml.slice(open + 9, end < 0 ? xml.length : end));
      at = end < 0 ? xml.length : end + 3;
      continue;
    }
    if (xml.startsWith('<!', open)) throw new Unreadable('broken');
    const close = xml.indexOf('>', open);
    if (close < 0) throw new Unreadable('broken');
    at = close + 1;
    const isClosing = xml[open + 1] === '/';
    const inside = xml.slice(open + (isClosing ? 2 : 1), close);
    if (inside.startsWith('?')) continue;
    const stop = inside.search(/[\s/]/);
    const name = stop < 0 ? inside : inside.slice(0, stop);
    onTag({
      name: name.slice(name.indexOf(':') + 1),
      closes: isClosing,
      isEmpty: inside.endsWith('/'),
      attribute: (wanted) => attributeOf(inside, wanted),
    });
  }
}
