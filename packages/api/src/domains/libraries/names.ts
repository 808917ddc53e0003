// Lists of names alone: a page that shows them loads no schema.
export const LIBRARY_STATUSES = ['active', 'inactive', 'under_maintenance'] as const;
export const AMENITIES = [
  'wifi',
  'ac',
  'power_backup',
  'drinking_water',
  'washroom',
  'separate_washroom',
  'lockers',
  'cctv',
  'parking',
  'charging_points',
  'reading_lamps',
  'newspapers',
  'printer',
  'discussion_room',
  'canteen',
  'lift',
  'silent_zone',
  'girls_section',
] as const;
export const LIBRARY_SORTS = ['name', 'createdAt', 'distance'] as const;
/** What the platform says of a library, beside what its owner does with it. */
export const APPROVALS = ['pending', 'approved', 'changes_requested', 'rejected'] as const;
export const STANDINGS = [...APPROVALS, 'suspended'] as const;
