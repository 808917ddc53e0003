export { nextConfig as default } from '../../packages/portal/next-config.ts';
