'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './button.tsx';

export interface CopyButtonProps {
  text: string;
  label: string;
  copied: string;
  /** Where the browser lets nobody copy; the text is still there to be marked. */
  failed: string;
}

const SAID_MS = 2_000;

/** Says what came of it on itself, where the eye is. */
export function CopyButton({ text, label, copied, failed }: CopyButtonProps) {
  const [said, setSaid] = useState<'copied' | 'failed' | null>(null);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const Icon = said === 'copied' ? Check : Copy;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('copied');
    } catch {
      setSaid('failed');
    }
  };
  return (
    <>
      <Button size="small" onClick={copy} icon={<Icon size={18} strokeWidth={1.75} aria-hidden="true" />}>
        {said === null ? label : { copied, failed }[said]}
      </Button>
      <span role="status" className="sr-only">
        {said === null ? '' : { copied, failed }[said]}
      </span>
    </>
  );
}
