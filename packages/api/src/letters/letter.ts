import en from '../../messages/en.json' with { type: 'json' };
import hi from '../../messages/hi.json' with { type: 'json' };
import type { Locale } from '../locale.ts';
import type { Letter } from '../services.ts';
import { shownName } from './shown-name.ts';

const letters = { en: en.letters, hi: hi.letters } as const;
const nameless = { en: en.letterNames, hi: hi.letterNames } as const;
export type LetterKind = keyof typeof en.letters;

const titles = { en: en.noticeTitles, hi: hi.noticeTitles } as const;

/** What a notice is about, without what it says: a mail is read by whoever holds the phone. */
export function noticeTitle(kind: string, locale: Locale): string {
  const known: Readonly<Record<string, string>> = titles[locale];
  return known[kind.replace('.', '_')] ?? titles[locale].other;
}

/** One layout for every mail: a line of greeting, what it is about, a button, and what to do if it was not meant. */
export function letter(
  kind: LetterKind,
  to: { email: string; name: string; locale: Locale },
  values: { link: string; tenant?: string; minutes?: number; address?: string; title?: string },
): Letter {
  const text = letters[to.locale][kind];
  const { someone, someBusiness } = nameless[to.locale];
  const blanks: Record<string, string> = {
    name: shownName(to.name) ?? someone,
    tenant: shownName(values.tenant ?? '') ?? someBusiness,
    address: values.address ?? '',
    title: values.title ?? '',
    hours: String(Math.round((values.minutes ?? 0) / 60)),
    minutes: String(values.minutes ?? 0),
  };
  const fill = (sentence: string) => sentence.replace(/\{(\w+)\}/g, (_, blank: string) => blanks[blank] ?? '');
  const lines = [text.greeting, text.body, text.note].map(fill);
  const [greeting = '', body = '', note = ''] = lines;
  return {
    to: to.email,
    subject: fill(text.subject).replace(/[\r\n]+/g, ' '),
    text: [greeting, body, values.link, note].join('\n\n'),
    html: page(to.locale, [greeting, body, note], { link: values.link, label: fill(text.button) }),
  };
}

function page(
  locale: Locale,
  [greeting = '', body = '', note = '']: string[],
  button: { link: string; label: string },
) {
  const paragraph = (sentence: string) => `<p style="margin:0 0 16px">${inHtml(sentence)}</p>`;
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"></head>`,
    '<body style="margin:0;padding:24px;background:#f6f6f4;font:16px/1.5 system-ui,sans-serif;color:#1c1c1a">',
    '<div style="max-width:520px;margin:0 auto;padding:24px;background:#fff;border-radius:8px">',
    paragraph(greeting),
    paragraph(body),
    `<p style="margin:0 0 16px"><a href="${inHtml(button.link)}" style="display:inline-block;padding:12px 20px;`,
    `border-radius:6px;background:#1f5f4a;color:#fff;text-decoration:none">${inHtml(button.label)}</a></p>`,
    `<p style="margin:0;color:#6b6b66;font-size:14px">${inHtml(note)}</p>`,
    '</div></body></html>',
  ].join('');
}

function inHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
