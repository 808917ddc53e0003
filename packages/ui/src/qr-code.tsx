import type { ReactNode } from 'react';
import { encode } from 'uqr';

/** Modules of white around it: without them no camera finds it. */
const QUIET = 4;
const LEAST_PX = 240;

/** All dark modules as one path, each run of a row as one box. */
export function pathOf(rows: ReadonlyArray<readonly boolean[]>): string {
  return rows
    .flatMap((row, y) =>
      row.map((dark, x) => {
        if (!dark || row[x - 1]) return '';
        const end = row.indexOf(false, x);
        const run = (end === -1 ? row.length : end) - x;
        return `M${x} ${y}h${run}v1h-${run}z`;
      }),
    )
    .join('');
}

/** Its side on the screen: each module takes whole pixels, so that none is blurred. */
export const sideFor = (modules: number): number => modules * Math.ceil(LEAST_PX / modules);

export interface QrCodeProps {
  text: string;
  /** Said in its place to whoever does not see it. */
  alt: string;
  /** Above it, for whoever holds the camera. */
  children: ReactNode;
}

/** Black on white in both themes: cameras know no other. Drawn on the server it costs the page no script. */
export function QrCode({ text, alt, children }: QrCodeProps) {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  const side = sideFor(size);
  return (
    <figure className="flex w-fit max-w-full flex-col gap-3">
      <figcaption>{children}</figcaption>
      <svg
        role="img"
        aria-label={alt}
        viewBox={`0 0 ${size} ${size}`}
        width={side}
        height={side}
        shapeRendering="crispEdges"
        className="h-auto max-w-full"
      >
        <rect width={size} height={size} fill="#fff" />
        <path d={pathOf(data)} fill="#000" />
      </svg>
    </figure>
  );
}
