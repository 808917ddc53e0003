import en from '../../../messages/en.json' with { type: 'json' };
import hi from '../../../messages/hi.json' with { type: 'json' };
import type { Letter } from '../../services.ts';
import { tokenMinutes } from '../one-time-token.ts';
import { htmlOf, textOf } from './layout.ts';

export type LetterKind =
  | 'reset'
  | 'verify'
  | 'email'
  | 'emailChanged'
  | 'passwordChanged'
  | 'device'
  | 'invite'
  | 'welcome';

export interface LetterFacts {
  kind: LetterKind;
  locale: 'en' | 'hi';
  to: string;
  name: string;
  /** The public address of the portal that the link opens. */
  portalUrl: string;
  token?: string;
  tenantName?: string;
  newEmail?: string;
}

const texts = { en: en.mail, hi: hi.mail };

const paths: Record<LetterKind, string> = {
  reset: '/reset',
  verify: '/verify',
  email: '/verify?purpose=email',
  device: '/verify?purpose=device',
  invite: '/invitation',
  welcome: '/invitation',
  emailChanged: '/',
  passwordChanged: '/forgot',
};

const minutesOf: Partial<Record<LetterKind, number>> = { ...tokenMinutes, welcome: tokenMinutes.invite };

function linkOf({ kind, portalUrl, token }: LetterFacts): string {
  const url = new URL(paths[kind], portalUrl);
  if (token !== undefined) url.searchParams.set('token', token);
  return url.href;
}

/** One mail of sign-in or invitation, in the reader's language, as text and HTML. */
export function letterFor(facts: LetterFacts): Letter {
  const { kind, locale, to, name, tenantName = '', newEmail = '' } = facts;
  const text = texts[locale];
  const minutes = minutesOf[kind] ?? 0;
  const values: Record<string, string> = {
    name,
    email: to,
    tenantName,
    newEmail,
    minutes: String(minutes),
    hours: String(Math.round(minutes / 60)),
    days: String(Math.round(minutes / 1440)),
  };
  const fill = (sentence: string) => sentence.replace(/\{(\w+)\}/g, (blank, key: string) => values[key] ?? blank);
  const layout = {
    locale,
    subject: fill(text[kind].subject),
    greeting: fill(text.greeting),
    body: fill(text[kind].body),
    button: text[kind].button,
    link: linkOf(facts),
    plainLink: text.plainLink,
    footer: fill(text.footer),
  };
  return { to, subject: layout.subject, text: textOf(layout), html: htmlOf(layout) };
}
