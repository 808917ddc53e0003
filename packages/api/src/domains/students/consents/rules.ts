import { isMinorOn } from '../rules.ts';

interface Given {
  givenOn: string;
  guardianName: string | null;
  guardianRelation: string | null;
}

/** Whoever was under age on that day agreed through a guardian, who is named; of a guardian both are said or neither. */
export function missingOfConsent({ givenOn, guardianName, guardianRelation }: Given, bornOn: string | null) {
  const isMinor = isMinorOn(bornOn, givenOn);
  const isOfGuardian = isMinor || guardianName !== null || guardianRelation !== null;
  if (!isOfGuardian) return [];
  return [
    ...(guardianName ? [] : [{ path: 'guardianName', message: isMinor ? 'ofMinor' : 'required' }]),
    ...(guardianRelation ? [] : [{ path: 'guardianRelation', message: 'required' }]),
  ];
}
