import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const config: NextConfig = {
  transpilePackages: ['@studyspot/api', '@studyspot/portal', '@studyspot/ui'],
  serverExternalPackages: ['bcryptjs', 'nodemailer', 'pino', 'postgres'],
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  experimental: { optimizePackageImports: ['lucide-react'] },
};

export const nextConfig = createNextIntlPlugin('./src/shell/request-config.ts')(config);
