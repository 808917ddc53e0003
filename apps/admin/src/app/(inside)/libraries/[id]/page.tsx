import { recordRoute } from '@studyspot/portal/page/record-route';
import { LibraryRecord } from '../../../../features/libraries/library-record.tsx';
import { session } from '../../../../shell/session.ts';

const { generateMetadata, Page } = recordRoute(
  session,
  { needs: 'libraries:read', words: ['libraries', 'fields', 'regions', 'week', 'position'] },
  ({ load }) => load.libraries,
  LibraryRecord,
);

export { generateMetadata, Page as default };
