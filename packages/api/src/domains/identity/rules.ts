export type PasswordFault = 'password.short' | 'password.mixed' | 'password.common' | 'password.text';

const commonWords = [
  'password',
  'passw0rd',
  'welcome',
  'letmein',
  'admin',
  'administrator',
  'qwerty',
  'qwertyuiop',
  'asdfgh',
  'zxcvbn',
  'iloveyou',
  'monkey',
  'dragon',
  'sunshine',
  'princess',
  'football',
  'cricket',
  'master',
  'login',
  'test',
  'testing',
  'abc',
  'abcd',
  'abcdef',
  'india',
  'bharat',
  'mumbai',
  'delhi',
  'library',
  'studyspot',
  'study',
  'student',
  'owner',
  'sairam',
  'jaishreeram',
  'krishna',
  'ganesh',
  'computer',
  'internet',
  'changeme',
  'secret',
  'superman',
  'batman',
];
const common = new Set(commonWords);
const runs = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'];

// "P@ssw0rd" is "password": the usual swaps are undone before the list is asked.
function plain(value: string): string {
  const swaps: Record<string, string> = {
    '@': 'a',
    '4': 'a',
    '0': 'o',
    '1': 'i',
    '!': 'i',
    '3': 'e',
    $: 's',
    '5': 's',
  };
  return value.toLowerCase().replace(/[@401!3$5]/g, (letter) => swaps[letter] ?? letter);
}

function isRun(value: string): boolean {
  const text = value.toLowerCase();
  const backwards = [...text].reverse().join('');
  return runs.some((run) => run.includes(text) || run.includes(backwards));
}

// Found letter by letter: as one pattern, [^\p{L}]+$ looks again from each of the letters it passes.
function bareOf(text: string): string {
  const letters = [...text];
  const isLetter = (letter: string) => /\p{L}/u.test(letter);
  return letters.slice(letters.findIndex(isLetter), letters.findLastIndex(isLetter) + 1).join('');
}

/** One piece of up to four letters, said at least twice, and at most three letters behind it. */
function isRepeated(text: string): boolean {
  const letters = [...text];
  return [1, 2, 3, 4].some((size) => {
    const said = size * Math.max(2, Math.ceil((letters.length - 3) / size));
    return said <= letters.length && letters.slice(0, said).every((letter, at) => letter === letters[at % size]);
  });
}

// A short word with more than five letters of dressing is no longer what a guesser's list holds.
function isDressedWord(text: string): boolean {
  const bare = bareOf(text);
  const undressed = text.replace(/[\d!@#$%^&*._-]{1,5}$/u, '');
  const word = [bare, plain(bare), plain(undressed)].find((found) => common.has(found));
  return word !== undefined && (word.length > 5 || text.length - word.length <= 5);
}

/** Common: a well-known word dressed with digits and marks, one piece said again and again, or a run of keys. */
export function isCommonPassword(value: string): boolean {
  const text = value.toLowerCase();
  if (isDressedWord(text)) return true;
  if (isRepeated(text) && new Set(text).size <= 5) return true;
  return isRun(text) || isRun(text.replace(/^\p{L}{1,2}|[^\p{L}\d]|\p{L}{1,2}$/gu, ''));
}

/** One that leaked, as it stands or with up to four digits and marks behind it. */
export function isListedPassword(value: string, list: ReadonlySet<string>): boolean {
  const text = value.toLowerCase();
  for (let marks = 0; marks <= 4; marks += 1) {
    const word = text.slice(0, text.length - marks);
    if (list.has(word) || list.has(plain(word))) return true;
    if (/\p{L}$/u.test(word)) return false;
  }
  return false;
}

/** 8 to 14 letters need upper, lower and digit; from 15 any script passes. Null when it may be used. */
export function passwordFault(value: string): PasswordFault | null {
  const letters = [...value.normalize('NFC')].length;
  if (!value.isWellFormed() || value.includes('\0')) return 'password.text';
  if (letters < 8) return 'password.short';
  if (letters < 15 && !(/\p{Lu}/u.test(value) && /\p{Ll}/u.test(value) && /\d/.test(value))) return 'password.mixed';
  return isCommonPassword(value) ? 'password.common' : null;
}
