import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StillFile } from '@studyspot/api/http/still-files';
import en from '../messages/en.json' with { type: 'json' };
import hi from '../messages/hi.json' with { type: 'json' };

const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8');

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function mainIn(lang: string, words: Readonly<Record<string, string>>): string {
  const filled: Readonly<Record<string, string>> = { lang, ...words };
  return read('main.html').replace(/\{(\w+)\}/g, (_, name: string) => escaped(filled[name] ?? ''));
}

const script = (text: string): StillFile => ({ type: 'text/javascript; charset=utf-8', text: () => text });

// The files of development change under one name: a worker that a build left in this browser must not keep them.
const leaving = { '/sw.js': script('registration.unregister();') };

/** What a browser keeps of a portal for when there is no network: both languages in one page, which shows the chosen one. */
export function offlineFiles(build: string | null): Readonly<Record<string, StillFile>> {
  if (build === null) return leaving;
  const page = read('page.html')
    .replace('/* STYLE */', () => read('page.css'))
    .replace('<!-- MAINS -->', () => mainIn('en', en.away) + mainIn('hi', hi.away))
    .replace('// SCRIPT', () => read('page.js'));
  return {
    '/sw.js': script(read('worker.js').replace('BUILD', build)),
    '/offline.html': { type: 'text/html; charset=utf-8', text: (nonce) => page.replaceAll('NONCE', nonce) },
  };
}
