import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const config: NextConfig = {
  transpilePackages: ['@studyspot/api', '@studyspot/portal', '@studyspot/ui'],
  serverExternalPackages: ['bcryptjs', 'nodemailer', 'pino', 'postgres'],
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  // No page has a picture to be scaled, and no action more than a form of three fields.
  images: { unoptimized: true },
  experimental: {
    serverActions: { bodySizeLimit: '16kb' },
    optimizePackageImports: ['lucide-react'],
    // A page visited or meant half a minute ago is drawn at once; how fresh its data is, its queries know.
    // Without a network a turn waits and is made when it is back, instead of leaving for the browser's own page.
    useOffline: true,
    staleTimes: { dynamic: 30, static: 30 },
  },
};

export const nextConfig = createNextIntlPlugin('./src/shell/request-config.ts')(config);
