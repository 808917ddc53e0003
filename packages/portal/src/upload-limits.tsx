export interface UploadLimits {
  /** How names of such files end: "pdf". */
  types: readonly string[];
  mostBytes: number;
}

export interface PickedFile {
  name: string;
  size: number;
}

export type Refusal = 'type' | 'size' | 'empty';

/** Why a file is not taken; null for one that is. A browser's own word for a type is a guess from the name too. */
export function refusalOf({ name, size }: PickedFile, { types, mostBytes }: UploadLimits): Refusal | null {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (!name.includes('.') || !types.includes(ending)) return 'type';
  if (size === 0) return 'empty';
  return size > mostBytes ? 'size' : null;
}

const KB = 1024;
const MB = KB * KB;
const tenth = new Intl.NumberFormat('en-IN', { maximumFractionDigits: 1 });

/** "820 KB", "2.4 MB": rounded up, so that what is too large never looks as if it were not. */
export function sizeText(bytes: number): string {
  if (bytes < MB) return `${tenth.format(Math.ceil(bytes / KB))} KB`;
  return `${tenth.format(Math.ceil((bytes * 10) / MB) / 10)} MB`;
}
