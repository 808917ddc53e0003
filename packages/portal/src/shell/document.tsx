import { cookies, headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { choiceCookies, textSizeOf, themeOf } from './choices.tsx';
import { Words } from './words.tsx';

/** The html element of every page. Reading the request keeps it dynamic, so each script carries this answer's nonce. */
export async function Document({ children }: { children: ReactNode }) {
  const [locale, jar] = await Promise.all([getLocale(), cookies(), headers()]);
  const theme = themeOf(jar.get(choiceCookies.theme)?.value);
  const text = textSizeOf(jar.get(choiceCookies.text)?.value);
  return (
    <html
      lang={locale}
      data-theme={theme === 'system' ? undefined : theme}
      data-text={text === 'large' ? text : undefined}
    >
      <body>
        <Words names={['states']}>{children}</Words>
      </body>
    </html>
  );
}
