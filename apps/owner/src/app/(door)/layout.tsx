import { ApiClient } from '@studyspot/portal/shell/api-client';
import type { ReactNode } from 'react';

export default function DoorLayout({ children }: { children: ReactNode }) {
  return <ApiClient tenant={null}>{children}</ApiClient>;
}
