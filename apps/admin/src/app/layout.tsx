import { Document } from '@studyspot/portal/shell/document';
import localFont from 'next/font/local';
import type { ReactNode } from 'react';

export { documentMetadata as generateMetadata, viewport } from '@studyspot/portal/shell/document';

// Inter 4.1 with Latin letters, the signs of text and the rupee's, which the Latin part of its packages lacks; weights 400
// to 600. Who has no copy yet reads the first page in the font of the system rather than see it change.
const inter = localFont({
  src: './inter.woff2',
  weight: '400 600',
  display: 'optional',
  variable: '--font-own',
  adjustFontFallback: false,
});

export default function Layout({ children }: { children: ReactNode }) {
  return <Document className={inter.variable}>{children}</Document>;
}
