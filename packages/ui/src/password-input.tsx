'use client';

import { Eye, EyeOff } from 'lucide-react';
import { type InputHTMLAttributes, useState } from 'react';
import { Input } from './input.tsx';

export interface PasswordInputProps extends InputHTMLAttributes<HTMLInputElement> {
  show: string;
  hide: string;
  invalid?: boolean;
}

export function PasswordInput({ show, hide, ...rest }: PasswordInputProps) {
  const [visible, setVisible] = useState(false);
  const Icon = visible ? EyeOff : Eye;
  return (
    <div className="relative">
      <Input
        {...rest}
        type={visible ? 'text' : 'password'}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        className="pr-12"
      />
      <button
        type="button"
        aria-label={visible ? hide : show}
        data-tip={visible ? hide : show}
        aria-controls={rest.id}
        onClick={() => setVisible(!visible)}
        className="absolute inset-y-0 right-0 grid w-12 place-items-center rounded-control text-text-muted hover:text-text"
      >
        <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
      </button>
    </div>
  );
}
