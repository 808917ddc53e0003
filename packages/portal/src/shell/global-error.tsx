'use client';

import en from '../../messages/broken/en.json';
import hi from '../../messages/broken/hi.json';
import '../portal.css';

/** The layout itself failed, so nothing of it can be used: both languages, no provider, and no other words to carry. */
export function GlobalError() {
  return (
    <html lang="en">
      <body>
        <main className="mx-auto flex max-w-[400px] flex-col gap-4 px-4 py-16">
          <h1 className="font-semibold text-xl">{en.title}</h1>
          <p>{en.help}</p>
          <p lang="hi">{hi.help}</p>
          <a href="/" className="text-primary underline underline-offset-2">
            {en.again} · <span lang="hi">{hi.again}</span>
          </a>
        </main>
      </body>
    </html>
  );
}
