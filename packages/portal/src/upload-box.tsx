'use client';

import { Button, IconButton } from '@studyspot/ui/button';
import { FieldError } from '@studyspot/ui/field';
import { Progress } from '@studyspot/ui/progress';
import { File as FileIcon, Upload, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type DragEvent, useRef, useState } from 'react';
import { type PickedFile, refusalOf, sizeText, type UploadLimits } from './upload-limits.tsx';

export interface UploadBoxProps {
  id: string;
  label: string;
  limits: UploadLimits;
  file: PickedFile | null;
  /** Null takes it away again. */
  onFile: (file: File | null) => void;
  /** From 0 to 1 while it is on its way. */
  sent?: number;
  /** What became of it, where that is no good. */
  error?: string;
}

/** A file, chosen or dropped. What may come is said before it is looked for, and what may not is refused in words. */
export function UploadBox({ id, label, limits, file, onFile, sent, error }: UploadBoxProps) {
  const t = useTranslations('upload');
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [isOver, setOver] = useState(false);
  const types = limits.types.map((type) => type.toUpperCase()).join(', ');
  const most = sizeText(limits.mostBytes);
  const fault = refused ?? error;

  const take = (files: FileList | null) => {
    const [one, second] = files ?? [];
    if (!one) return;
    const refusal = refusalOf(one, limits);
    if (second) setRefused(t('one'));
    else if (refusal) setRefused(t(`refused.${refusal}`, { name: one.name, size: sizeText(one.size), types, most }));
    else {
      setRefused(null);
      onFile(one);
    }
  };
  const drag = (over: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(over);
  };

  return (
    <fieldset
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        take(event.dataTransfer.files);
      }}
      className="flex min-w-0 flex-col gap-1.5"
    >
      <legend className="mb-1.5 font-medium text-sm">{label}</legend>
      <div
        className={`flex flex-col gap-3 rounded-card border border-dashed p-4 ${isOver ? 'border-primary bg-muted' : 'border-control'}`}
      >
        {file ? (
          <div className="flex items-start gap-3">
            <FileIcon size={20} strokeWidth={1.75} aria-hidden="true" className="mt-2 shrink-0 text-text-muted" />
            <p className="min-w-0 flex-1">
              <span className="block break-words">{file.name}</span>
              <span className="block text-sm text-text-muted tabular-nums">{sizeText(file.size)}</span>
            </p>
            <IconButton
              label={t('remove', { name: file.name })}
              icon={<X size={20} strokeWidth={1.75} aria-hidden="true" />}
              onClick={() => {
                onFile(null);
                setRefused(null);
                button.current?.focus();
              }}
            />
          </div>
        ) : null}
        {sent === undefined ? null : <Progress label={t('sending')} value={sent} max={1} />}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <input
            ref={input}
            id={id}
            type="file"
            hidden
            accept={limits.types.map((type) => `.${type}`).join()}
            onChange={({ target }) => {
              take(target.files);
              // The same file may be chosen once more.
              target.value = '';
            }}
          />
          <Button
            ref={button}
            size="small"
            icon={<Upload size={18} strokeWidth={1.75} aria-hidden="true" />}
            aria-describedby={fault ? `${id}-limits ${id}-error` : `${id}-limits`}
            onClick={() => input.current?.click()}
          >
            {t(file ? 'another' : 'choose')}
          </Button>
          <span className="text-sm text-text-muted pointer-coarse:hidden">{t('drop')}</span>
        </div>
      </div>
      <p id={`${id}-limits`} className="text-sm text-text-muted">
        {t('limits', { types, most })}
      </p>
      <div role="alert">{fault ? <FieldError id={id}>{fault}</FieldError> : null}</div>
    </fieldset>
  );
}
