/** Letters and figures alone, without accents and nuktas: nobody types those of a name twice alike. */
function bare(text: string): string {
  const letters = text.toLocaleLowerCase().normalize('NFKD');
  return letters.replace(/[^\p{L}\p{M}\p{N}]/gu, '').replace(/\p{Script=Inherited}|\u093c/gu, '');
}

/** Whether a name has in it what was typed; spaces, dashes, case and accents do not matter. */
export const fitsTyped = (name: string, typed: string): boolean => bare(name).includes(bare(typed));

/** Whether they are the same name, as forgivingly. */
export const isTyped = (name: string, typed: string): boolean => bare(name) === bare(typed);
