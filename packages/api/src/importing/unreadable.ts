/** Why a file cannot be read, as the message files have a sentence for. */
export const TROUBLES = ['unknown', 'empty', 'tooLong', 'tooWide', 'tooLarge', 'locked', 'broken', 'oldExcel'] as const;
export type Trouble = (typeof TROUBLES)[number];

export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(trouble);
    this.trouble = trouble;
  }
}
