'use client';

import { ChevronDown } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useFormFacts } from './form-context.tsx';

export interface MoreFieldsProps {
  /** What is so until they are filled. */
  help: string;
  children: ReactNode;
}

/** Fields that can wait, under the word `more`: closed at first, opened where one of them is at fault. */
export function MoreFields({ help, children }: MoreFieldsProps) {
  const { wordOf } = useFormFacts();
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (box.current?.querySelector('[aria-invalid="true"]')) box.current.open = true;
  });
  return (
    <details ref={box} className="group">
      <summary className="flex min-h-14 cursor-pointer items-center gap-3 rounded-card border border-line px-4 py-2.5 group-open:mb-5">
        <span className="min-w-0 flex-1">
          <span className="block font-medium">{wordOf('more')}</span>
          <span className="block text-sm text-text-muted">{help}</span>
        </span>
        <ChevronDown
          size={20}
          strokeWidth={1.75}
          aria-hidden="true"
          className="shrink-0 text-text-muted transition-transform duration-120 group-open:rotate-180"
        />
      </summary>
      <div className="flex flex-col gap-5">{children}</div>
    </details>
  );
}
