/// <reference types="next/image-types/global" />
import type { MetadataRoute } from 'next';
import { getTranslations } from 'next-intl/server';
import icon192 from './icon-192.png';
import icon512 from './icon-512.png';
import full512 from './icon-full-512.png';

/** The portal as an app of its own on the phone. */
export async function manifest(): Promise<MetadataRoute.Manifest> {
  const t = await getTranslations('app');
  return {
    id: '/',
    start_url: '/',
    name: t('title'),
    short_name: t('short'),
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#0f766e',
    icons: [
      { src: icon192.src, sizes: '192x192', type: 'image/png' },
      { src: icon512.src, sizes: '512x512', type: 'image/png' },
      { src: full512.src, sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
}
