'use client';

import { ChevronDown } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useFormFacts } from './form-context.tsx';

export interface MoreFieldsProps {
  /** What is so until they are filled. */
  help: string;
  children: ReactNode;
}

/** Fields that can wait, under the word `more`: closed at first, opened where one of them is at fault, or was kept. */
export function MoreFields({ help, children }: MoreFieldsProps) {
  const { wordOf, restored } = useFormFacts();
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (box.current?.querySelector('[aria-invalid="true"]')) box.current.open = true;
  });
  // What was kept of another time must not be sent unseen.
  useEffect(() => {
    const typed = [...(box.current?.querySelectorAll<HTMLInputElement>('input:not([type=checkbox]), textarea') ?? [])];
    if (restored && box.current && typed.some(({ value }) => value !== '')) box.current.open = true;
  }, [restored]);
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
