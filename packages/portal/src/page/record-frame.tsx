import { type ComponentType, createContext, type ReactNode } from 'react';

export interface FrameProps {
  title: string;
  note: ReactNode;
  acts: ReactNode;
  children: ReactNode;
}

/** What a record is drawn in where it has no page to itself, and where its page is; null on that page. */
export const FrameContext = createContext<{ Frame: ComponentType<FrameProps>; page: string } | null>(null);
