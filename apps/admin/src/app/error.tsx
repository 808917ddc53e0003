'use client';

export { ErrorState as default } from '@studyspot/portal/shell/error-state';
