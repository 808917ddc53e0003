import '../portal.css';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import appleIcon from '../install/icon-full-180.png';
import { choiceCookies, keyChoiceOf, textSizeOf, themeOf } from './choices.tsx';
import { Hearing } from './hearing.tsx';
import { Words } from './words.tsx';

export async function documentMetadata(): Promise<Metadata> {
  const t = await getTranslations('app');
  return {
    title: { default: t('title'), template: `%s · ${t('title')}` },
    robots: { index: false, follow: false },
    icons: { icon: '/icon.svg', apple: appleIcon.src },
    formatDetection: { telephone: false },
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#0b1220' },
  ],
};

/** The html element of every page. Reading the request keeps it dynamic, so each script carries this answer's nonce. */
export async function Document({ className, children }: { className?: string; children: ReactNode }) {
  const [locale, jar] = await Promise.all([getLocale(), cookies(), headers()]);
  const theme = themeOf(jar.get(choiceCookies.theme)?.value);
  const text = textSizeOf(jar.get(choiceCookies.text)?.value);
  const keys = keyChoiceOf(jar.get(choiceCookies.keys)?.value);
  return (
    <html
      lang={locale}
      className={className}
      data-theme={theme === 'system' ? undefined : theme}
      data-text={text === 'large' ? text : undefined}
      data-keys={keys === 'off' ? keys : undefined}
    >
      <body>
        <Words names={['states']}>{children}</Words>
        <Hearing />
      </body>
    </html>
  );
}
