import { isUtf8 } from 'node:buffer';

const UTF16_SHARE = 0.3;
const LOOKED_AT = 4_096;

/** UTF-16 without its mark: Latin letters, commas and line ends leave every second byte empty. */
function zeroSide(bytes: Uint8Array): 'le' | 'be' | null {
  const some = bytes.subarray(0, LOOKED_AT);
  const zeros = [0, 0];
  some.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros.map((count) => count / (some.length / 2));
  if (odd > UTF16_SHARE && odd > even) return 'le';
  return even > UTF16_SHARE ? 'be' : null;
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const side = zeroSide(bytes);
  if (side) return `utf-16${side}`;
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** The text of a file, in whichever of the usual ways it was saved. The mark at its beginning goes. */
export const textOf = (bytes: Uint8Array): string => new TextDecoder(encodingOf(bytes)).decode(bytes);
