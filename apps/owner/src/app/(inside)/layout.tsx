import { InsideLayout } from '@studyspot/portal/shell/inside-layout';
import type { ReactNode } from 'react';
import { navigation } from './navigation.tsx';

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <InsideLayout portal="owner" navigation={navigation}>
      {children}
    </InsideLayout>
  );
}
