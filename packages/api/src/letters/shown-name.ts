const MOST_LETTERS = 60;
const MOST_WORDS = 8;
const MOST_DIGITS = 6;

const address =
  /:\/\/|www\.|@|\.(?:com|net|org|info|biz|in|co|io|me|ly|gl|app|dev|xyz|site|online|shop|store|top|link|live|click)(?![\p{L}\p{N}])/iu;
// The end of a sentence: an abbreviation is shorter than the word that stands before it.
const sentence = /[!?:;|"\r\n\u0964\u0965\u3002]|\p{L}{5}\.\s+\p{L}/u;

/**
 * A name as a letter may show it, or null. Whoever names a tenant or invites a person chooses text that strangers get
 * from our address: what reads like an address, a number to call or a message is left out, and no mail program finds a
 * link in the rest.
 */
export function shownName(text: string): string | null {
  if (address.test(text.normalize('NFKC')) || sentence.test(text)) return null;
  if ((text.match(/\p{N}/gu) ?? []).length > MOST_DIGITS) return null;
  const shown = text
    .replace(/[^\p{L}\p{M}\p{N} .'’&()\p{Join_C}-]/gu, ' ')
    .replace(/\.(?=[^ ])/gu, '. ')
    .split(' ')
    .filter((word) => word !== '')
    .join(' ');
  const isName = /\p{L}/u.test(shown) && [...shown].length <= MOST_LETTERS && shown.split(' ').length <= MOST_WORDS;
  return isName ? shown : null;
}
