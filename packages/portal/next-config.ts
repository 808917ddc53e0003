import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const config: NextConfig = {
  transpilePackages: ['@studyspot/api', '@studyspot/portal', '@studyspot/ui'],
  serverExternalPackages: ['bcryptjs', 'nodemailer', 'pino', 'postgres'],
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  // `npm test` looks at all types once; here it would be a third of each build.
  typescript: { ignoreBuildErrors: true },
  // No page has a picture to be scaled, and no action more than a form of three fields.
  images: { unoptimized: true },
  experimental: {
    serverActions: { bodySizeLimit: '16kb' },
    optimizePackageImports: ['lucide-react'],
    // A page that was visited or meant is drawn at once, as long as its data is kept, and is there without a network; how
    // fresh the data is, its queries know.
    // Without a network a turn waits and is made when it is back, instead of leaving for the browser's own page.
    useOffline: true,
    staleTimes: { dynamic: 900, static: 900 },
  },
};

export const nextConfig = createNextIntlPlugin('./src/shell/request-config.ts')(config);
