'use client';

export { GlobalError as default } from '@studyspot/portal/shell/global-error';
