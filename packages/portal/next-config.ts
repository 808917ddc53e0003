import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const config: NextConfig = {
  transpilePackages: ['@studyspot/api', '@studyspot/portal', '@studyspot/ui'],
  serverExternalPackages: ['bcryptjs', 'nodemailer', 'pino', 'postgres'],
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  // The test command reads the types of both portals; whoever starts or deploys one need not wait for them again.
  typescript: { ignoreBuildErrors: true },
  experimental: { optimizePackageImports: ['lucide-react'] },
};

export const nextConfig = createNextIntlPlugin('./src/shell/request-config.ts')(config);
