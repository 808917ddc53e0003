import type { Problem, Rule } from './project.ts';

/** How the words that must not be used begin, and the one that is: people search for a thing under one name. */
const instead: Readonly<Record<string, string>> = {
  विद्यार्थ: 'स्टूडेंट',
  छात्र: 'स्टूडेंट',
  भुगतान: 'पेमेंट',
  आमदनी: 'कमाई',
  भूमिका: 'रोल',
  'सब काम': 'सब रोल',
  विवरण: 'जानकारी',
  न्योत: 'बुलावा',
  निमंत्रण: 'बुलावा',
  उपकरण: 'डिवाइस',
  बाज़ार: 'मार्केटप्लेस',
  सब्सक्रिप्शन: 'प्लान',
  पुष्टि: 'पक्का',
  मान्य: 'चलेगा',
  सहायता: 'सपोर्ट',
  प्रयास: 'कोशिश',
  आवश्यकता: 'ज़रूरत',
  यदि: 'अगर',
  अकाउंट: 'खाता',
  इजाज़त: 'अनुमति',
  कॉन्टैक्ट: 'संपर्क',
  तारीख़: 'तारीख',
  'काम या अनुम': 'रोल या अनुमतियाँ',
};

const findings = Object.entries(instead).map(([word, other]) => ({
  word,
  other,
  // Where a word begins: सामान्य holds one of them.
  begins: new RegExp(`(?<!\\p{Script=Devanagari})${word}`, 'u'),
}));

export const hindiWords: Rule = {
  name: 'Hindi has one word for a thing',
  find: (sources) =>
    sources
      .filter(({ path }) => /\/messages\/hi\.json$/.test(path))
      .flatMap(({ path, text }): Problem[] =>
        findings
          .filter(({ begins }) => begins.test(text))
          .map(({ word, other }) => ({ path, message: `says ${word}, where we say ${other}` })),
      ),
};
