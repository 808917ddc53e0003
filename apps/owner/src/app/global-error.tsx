'use client';

import './globals.css';
import en from '../../messages/en.json';
import hi from '../../messages/hi.json';

/** The layout itself failed, so nothing of it can be used: both languages, no provider. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <main className="mx-auto flex max-w-[400px] flex-col gap-4 px-4 py-16">
          <h1 className="font-semibold text-xl">{en.app.brokenTitle}</h1>
          <p>{en.app.broken}</p>
          <p lang="hi">{hi.app.broken}</p>
          <a href="/" className="text-primary underline underline-offset-2">
            {en.app.again} · <span lang="hi">{hi.app.again}</span>
          </a>
        </main>
      </body>
    </html>
  );
}
