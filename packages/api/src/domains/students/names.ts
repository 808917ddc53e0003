// Lists of names alone: a page that shows them loads no schema.
export const STUDENT_STATUSES = ['active', 'inactive', 'suspended'] as const;
/** Those that a tap sets. */
export const SETTABLE_STATUSES = ['active', 'inactive'] as const;
export const GENDERS = ['female', 'male', 'other'] as const;
export const EDUCATIONS = ['school', 'college', 'competitive_exam'] as const;
export const SLOTS = ['morning', 'afternoon', 'evening', 'night', 'full_day'] as const;
export const SOURCES = ['walk_in', 'referral', 'board', 'search', 'other'] as const;
export const ID_KINDS = ['aadhaar', 'pan', 'voter', 'driving_licence', 'passport', 'college_card'] as const;
export const LANGUAGES = ['hi', 'en'] as const;
export const STUDENT_SORTS = ['name', 'createdAt', 'status'] as const;
/** How many labels one may bear. */
export const MOST_LABELS_EACH = 20;
