import { startPortal } from '@studyspot/api/http/start-portal';
import { offlineFiles } from '@studyspot/portal/offline/files';
import next from 'next';
import nextAuth from 'next-auth';

await startPortal({ directory: import.meta.dirname, next, nextAuth, still: offlineFiles });
