import { latinDigits } from './latin-digits.ts';

/** The states and territories of India: a page that lists them loads no schema. */
export const STATES = [
  'AN',
  'AP',
  'AR',
  'AS',
  'BR',
  'CG',
  'CH',
  'DH',
  'DL',
  'GA',
  'GJ',
  'HP',
  'HR',
  'JH',
  'JK',
  'KA',
  'KL',
  'LA',
  'LD',
  'MH',
  'ML',
  'MN',
  'MP',
  'MZ',
  'NL',
  'OD',
  'PB',
  'PY',
  'RJ',
  'SK',
  'TG',
  'TN',
  'TR',
  'UK',
  'UP',
  'WB',
] as const;
export type State = (typeof STATES)[number];

// The figures that a state's PIN codes begin with: the longest that fits decides.
const pins: Partial<Record<State, string>> = {
  AN: '744',
  AP: '51 52 53',
  AR: '790 791 792',
  AS: '78',
  BR: '80 811 812 821 823 824 84 85',
  CG: '49',
  DL: '11',
  GA: '403',
  GJ: '36 37 38 39',
  HP: '17',
  HR: '12 13',
  JH: '815 816 822 825 826 827 828 829 83',
  JK: '18 19',
  KA: '56 57 58 59',
  KL: '67 68 69',
  LA: '194',
  MH: '40 41 42 43 44',
  ML: '793 794',
  MN: '795',
  MP: '45 46 47 48',
  MZ: '796',
  NL: '797 798',
  OD: '75 76 77',
  PB: '14 15',
  RJ: '30 31 32 33 34',
  SK: '737',
  TG: '50',
  TN: '60 61 62 63 64',
  TR: '799',
  UK: '248 249 263',
  UP: '20 21 22 23 24 25 26 27 28',
  WB: '70 71 72 73 74',
};
// Within one of these, and of two states: Kashipur and Pilibhit, Diu, Daman, Yanam, Karaikal and their neighbours.
const shared = '244 246 247 262 3625 3962 507 5334 605 607 609 6733 6825';

const beginnings = new Map<string, State | null>([
  ...STATES.flatMap((one) => (pins[one]?.split(' ') ?? []).map((figures) => [figures, one] as const)),
  ...shared.split(' ').map((figures) => [figures, null] as const),
]);

/** The state that a PIN code lies in; null where its figures do not tell, as of the army's. */
export function stateOfPin(pincode: string): State | null {
  const figures = latinDigits(pincode).replaceAll(' ', '');
  if (!/^\d{6}$/.test(figures)) return null;
  for (let length = 4; length > 1; length--) {
    const found = beginnings.get(figures.slice(0, length));
    if (found !== undefined) return found;
  }
  return null;
}
