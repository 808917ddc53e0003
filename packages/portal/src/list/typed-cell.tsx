'use client';

import { Cell, CellButton } from '@studyspot/ui/cell';
import { showToast } from '@studyspot/ui/toast';
import { useTranslations } from 'next-intl';
import { type ComponentType, type ReactNode, useEffect, useRef, useState } from 'react';
import { unanswered } from '../failure.tsx';
import type { CellFieldProps } from './cell-field.tsx';

const SAVED_MS = 2_000;
const script = () => import('./cell-field.tsx');

export interface TypedCellProps extends Omit<CellFieldProps, 'close'> {
  /** Says whether someone types here. */
  hold: (isHeld: boolean) => void;
  children: ReactNode;
}

/** A cell whose value is typed. The script of its field is fetched when it is meant first. */
export function TypedCell({ hold, children, ...cell }: TypedCellProps) {
  const t = useTranslations('common');
  const [Field, setField] = useState<ComponentType<CellFieldProps> | null>(null);
  const [isSaved, setSaved] = useState(false);
  const isBack = useRef(false);
  useEffect(() => {
    if (!isSaved) return;
    const timer = setTimeout(() => setSaved(false), SAVED_MS);
    return () => clearTimeout(timer);
  }, [isSaved]);

  const open = async () => {
    try {
      const { CellField } = await script();
      hold(true);
      setField(() => CellField);
    } catch {
      showToast({ text: t(unanswered()) });
    }
  };
  const close: CellFieldProps['close'] = (end) => {
    isBack.current = end.isBack;
    setSaved(end.isSaved);
    setField(null);
    hold(false);
  };
  const warm = () => void script().catch(() => undefined);
  return (
    <Cell
      isOpen={Field !== null}
      over={
        Field ? (
          <Field {...cell} close={close} />
        ) : (
          <CellButton
            label={cell.label}
            saved={isSaved}
            numeric={cell.numeric}
            data-typed=""
            onPointerEnter={warm}
            onFocus={warm}
            onClick={() => void open()}
            onKeyDown={({ key }) => {
              if (key === 'F2') void open();
            }}
            ref={(button) => {
              if (button && isBack.current) button.focus();
              if (button) isBack.current = false;
            }}
          />
        )
      }
    >
      {children}
    </Cell>
  );
}
