import { inflateRawSync } from 'node:zlib';
import { Unreadable } from './unreadable.ts';

const MOST_ENTRIES = 1_000;
const MOST_UNPACKED = 60 * 1024 * 1024;
// A sheet of the same letters packs to a hundredth; a bomb to a thousandth.
const MOST_RATIO = 250;
const SMALL = 1024 * 1024;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;

interface Entry {
  method: number;
  isLocked: boolean;
  packed: number;
  unpacked: number;
  at: number;
}

function endOf(file: Buffer): number {
  const first = Math.max(0, file.length - END_BYTES - LONGEST_COMMENT);
  for (let at = file.length - END_BYTES; at >= first; at--) if (file.readUInt32LE(at) === END) return at;
  throw new Unreadable('broken');
}

/** The list at the end of the file: what stands before each entry may say something else, and is not asked. */
function entriesOf(file: Buffer): Map<string, Entry> {
  const end = endOf(file);
  const count = file.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new Unreadable('tooLarge');
  const found = new Map<string, Entry>();
  let at = file.readUInt32LE(end + 16);
  for (let number = 0; number < count; number++) {
    if (file.readUInt32LE(at) !== ENTRY) throw new Unreadable('broken');
    const nameBytes = file.readUInt16LE(at + 28);
    const name = file.toString('utf8', at + 46, at + 46 + nameBytes);
    found.set(name, {
      isLocked: (file.readUInt16LE(at + 8) & 1) === 1,
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      unpacked: file.readUInt32LE(at + 24),
      at: file.readUInt32LE(at + 42),
    });
    at += 46 + nameBytes + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return found;
}

export interface Unzipped {
  names: readonly string[];
  /** The text of an entry; null where there is none of that name. */
  read(name: string): string | null;
}

/** A zip's entries, unpacked when they are asked for and never beyond what one may hold, whatever it says of itself. */
export function unzipped(bytes: Uint8Array): Unzipped {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const guarded = <T>(run: () => T): T => {
    try {
      return run();
    } catch (error) {
      throw error instanceof Unreadable ? error : new Unreadable('broken');
    }
  };
  const entries = guarded(() => entriesOf(file));
  let left = MOST_UNPACKED;

  function unpack({ method, isLocked, packed, unpacked, at }: Entry): string {
    if (isLocked) throw new Unreadable('locked');
    if (unpacked > left || (unpacked > SMALL && unpacked > packed * MOST_RATIO)) throw new Unreadable('tooLarge');
    if (file.readUInt32LE(at) !== LOCAL) throw new Unreadable('broken');
    const from = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
    const body = file.subarray(from, from + packed);
    if (body.length < packed || (method !== 0 && method !== 8)) throw new Unreadable('broken');
    const most = Math.min(left, Math.max(SMALL, packed * MOST_RATIO));
    const text = method === 0 ? body : inflated(body, most);
    left -= text.length;
    return text.toString('utf8');
  }

  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      return entry ? guarded(() => unpack(entry)) : null;
    },
  };
}

function inflated(body: Buffer, most: number): Buffer {
  try {
    return inflateRawSync(body, { maxOutputLength: most });
  } catch (error) {
    const isLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new Unreadable(isLarge ? 'tooLarge' : 'broken');
  }
}
