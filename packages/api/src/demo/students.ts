import type * as z from 'zod/mini';
import type { createStudentInput } from '../domains/students/schema.ts';

type Student = Omit<z.input<typeof createStudentInput>, 'requestKey'>;

// As they stand in registers: some in Hindi, some in English, in the towns where they live.
const names = [
  ...['Aarav Gupta', 'अंजलि मीणा', 'Bhavna Rathore', 'चेतन सैनी', 'Deepika Joshi', 'दिनेश यादव', 'Farhan Khan'],
  ...['गरिमा शर्मा', 'Harpreet Kaur', 'हिमांशु जांगिड़', 'Imran Sheikh', 'ज्योति कुमावत', 'Kavita Choudhary', 'कमलेश गुर्जर'],
  ...['Lokesh Bairwa', 'मनीषा वर्मा', 'Neha Agarwal', 'नरेश जाट', 'Pooja Soni', 'प्रियंका राठौड़', 'Rohit Tiwari'],
  ...['रेखा देवी', 'Saurabh Jain', 'सुनीता विश्नोई', 'Tanvi Deshmukh', 'विकास चौधरी', 'Yash Patil', 'ज़ोया अंसारी'],
] as const;
const courses = ['RAS', 'SSC CGL', 'NEET', 'CA Foundation', 'B.Sc.', 'UPSC', 'REET'] as const;
const slots = ['morning', 'afternoon', 'evening', 'full_day'] as const;
const sources = ['walk_in', 'referral', 'board', 'search'] as const;
const isHindi = (name: string) => /\p{sc=Deva}/u.test(name);

/** Some fourteen in each library, the same in every demo. */
export function studentsOf(libraries: readonly string[]): Student[] {
  return names.flatMap((name, n) => {
    const homeId = libraries[n % libraries.length];
    if (homeId === undefined) return [];
    const at = <T>(list: readonly [T, ...T[]]): T => list[n % list.length] ?? list[0];
    return {
      ...{ name, homeId, phone: `9${String(700_000_000 + n * 7_919_417)}`, otherPhone: null, email: null },
      ...{ bornOn: `${2000 + (n % 7)}-0${1 + (n % 9)}-1${n % 10}`, gender: null },
      ...{ address: null, city: null, state: null, pincode: null },
      ...{ education: n % 3 === 0 ? 'college' : 'competitive_exam', course: at(courses), institution: null },
      ...{ slot: at(slots), source: at(sources), language: isHindi(name) ? 'hi' : 'en' },
      ...{ guardianName: null, guardianPhone: null, guardianRelation: null, idKind: null, idLast4: null },
      ...{ labels: n % 5 === 0 ? ['Topper'] : [], warning: null, warningTill: null, notes: null },
    } satisfies Student;
  });
}
