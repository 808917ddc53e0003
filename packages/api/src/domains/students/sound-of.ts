// One name is written in many ways: रवि, Ravi, Ravee. What is compared is how it sounds, without the vowel that Hindi does
// not write and Latin writes as it likes.

const letters: Readonly<Record<string, string>> = {
  ...{ क: 'k', ख: 'k', ग: 'g', घ: 'g', ङ: 'n', च: 'c', छ: 'c', ज: 'j', झ: 'j', ञ: 'n' },
  ...{ ट: 't', ठ: 't', ड: 'd', ढ: 'd', ण: 'n', त: 't', थ: 't', द: 'd', ध: 'd', न: 'n' },
  ...{ प: 'p', फ: 'f', ब: 'b', भ: 'b', म: 'm', य: 'y', र: 'r', ल: 'l', व: 'v', ळ: 'l' },
  ...{ श: 's', ष: 's', स: 's', ह: 'h' },
  ...{ अ: 'a', आ: 'a', इ: 'i', ई: 'i', उ: 'u', ऊ: 'u', ए: 'e', ऐ: 'e', ओ: 'o', औ: 'o', ऑ: 'o', ऋ: 'ri' },
  ...{ 'ा': 'a', 'ि': 'i', 'ी': 'i', 'ु': 'u', 'ू': 'u', 'े': 'e', 'ै': 'e', 'ो': 'o', 'ौ': 'o', 'ॉ': 'o', 'ृ': 'ri' },
  ...{ 'ं': 'n', 'ँ': 'n', 'ः': '' },
};

const isDevanagari = /\p{sc=Deva}/u;

// ज़, ड़ and their like are read as the letter under the dot; ज्ञ is spoken gy.
const ofHindi = (word: string): string =>
  [
    ...word
      .normalize('NFD')
      .replace(/\u093c/g, '')
      .replace(/ज्ञ/g, 'ग्य')
      .replace(/ंह/g, 'ंग'),
  ]
    .map((letter) => letters[letter] ?? (isDevanagari.test(letter) ? '' : letter))
    .join('');

const ofLatin: readonly (readonly [RegExp, string])[] = [
  [/[^a-z]/g, ''],
  [/ck|q|c(?!h)/g, 'k'],
  [/chh?/g, 'c'],
  [/x/g, 'ks'],
  [/sh/g, 's'],
  [/ph/g, 'f'],
  [/z/g, 'j'],
  [/w/g, 'v'],
  [/^jn|gn(?=y)/g, 'gy'],
  [/([bdgjkt])h/g, '$1'],
  [/ee|ea/g, 'i'],
  [/oo/g, 'u'],
  [/ed$/, 'd'],
  [/ai$/, 'ay'],
  [/ai(?=[^aeiou])|ei/g, 'e'],
  [/[ao]u/g, 'o'],
  [/ore$/, 'or'],
  [/([^aeiou])y$/, '$1i'],
];

/** What both scripts are brought to. */
const common: readonly (readonly [RegExp, string])[] = [
  [/m(?=[pb])/g, 'n'],
  [/ng$/, 'n'],
  [/ey$/, 'e'],
  [/(?<!^)a/g, ''],
];

const through = (text: string, rules: readonly (readonly [RegExp, string])[]): string =>
  rules.reduce((now, [pattern, by]) => now.replace(pattern, by), text);

/** How a word sounds; nothing for what is no word. */
export function soundOf(word: string): string {
  const plain = word.toLowerCase();
  const spoken = through(isDevanagari.test(plain) ? ofHindi(plain) : through(plain, ofLatin), common);
  return [...spoken].filter((letter, at) => letter !== spoken[at - 1]).join('');
}

export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s.,'’"()/_~-]+/u)
    .filter(Boolean);

const FEWEST_LETTERS = 3;

/**
 * All that is left of a sound without one of its letters, and itself: where one letter is wrong, missing, too many or in its
 * neighbour's place, some are the same. Of a short one half of all names are near.
 */
export const nearly = (sound: string): string[] =>
  sound.length < FEWEST_LETTERS ? [] : [sound, ...[...sound].map((_, at) => sound.slice(0, at) + sound.slice(at + 1))];

/** A word from its second letter on, from its third … */
const endsOf = (word: string): string[] =>
  Array.from({ length: Math.max(0, word.length - FEWEST_LETTERS) }, (_, at) => word.slice(at + 1));

/**
 * What is kept of a name and a code for a search: words as they are written, `*` and the ends of each, `~` and how each
 * sounds, `?` and what is near that.
 */
export function soughtOf(name: string, code: string): string {
  const words = wordsOf(name);
  const sounds = words.map(soundOf);
  const parts = wordsOf(code).flatMap((part) => [part, part.replace(/^0+(?=.)/, '')]);
  const all = [
    ...[...words, code.toLowerCase(), ...parts],
    ...words.flatMap(endsOf).map((end) => `*${end}`),
    ...sounds.map((sound) => `~${sound}`),
    ...sounds.flatMap(nearly).map((left) => `?${left}`),
  ];
  return ` ${[...new Set(all)].join(' ')} `;
}
