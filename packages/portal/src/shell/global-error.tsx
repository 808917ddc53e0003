'use client';

import '../portal.css';

interface AppWords {
  brokenTitle: string;
  broken: string;
  again: string;
}

/** The layout itself failed, so nothing of it can be used: both languages, no provider. */
export function GlobalError({ en, hi }: { en: AppWords; hi: AppWords }) {
  return (
    <html lang="en">
      <body>
        <main className="mx-auto flex max-w-[400px] flex-col gap-4 px-4 py-16">
          <h1 className="font-semibold text-xl">{en.brokenTitle}</h1>
          <p>{en.broken}</p>
          <p lang="hi">{hi.broken}</p>
          <a href="/" className="text-primary underline underline-offset-2">
            {en.again} · <span lang="hi">{hi.again}</span>
          </a>
        </main>
      </body>
    </html>
  );
}
