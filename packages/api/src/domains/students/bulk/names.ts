export const STUDENT_BULK_ACTS = ['label', 'unlabel', 'activate', 'deactivate', 'suspend', 'transfer'] as const;
