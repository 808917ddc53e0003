'use client';

import { Button, ButtonLink } from '@studyspot/ui/button';
import { PencilLine } from 'lucide-react';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, Suspense, useContext, useEffect, useRef } from 'react';
import { StayLink, type StayLinkProps, stayAt } from '../list/stay-link.tsx';
import { FrameContext } from '../page/record-frame.tsx';
import { useWarm } from '../page/warm.tsx';
import { PageLink } from '../shell/page-link.tsx';

/** The address says whether a record is read or changed, so that Back, reload and a link mean the same. */
const EDIT = 'edit';

/** In the history's entry of a form that was opened from the facts: they are the entry before. */
const CAME = 'fromFacts';

/** Beside a list a record is read: it is changed on its page. */
function useIsEdited(): boolean {
  const isAsked = useSearchParams().has(EDIT);
  return useContext(FrameContext) === null && isAsked;
}

const ToForm = (props: StayLinkProps) => <StayLink {...props} state={{ [CAME]: true }} />;

/** Leads to the form, for those who may change the record; the form's script comes while nothing else happens. */
export function EditLink({ form }: { form: () => Promise<unknown> }) {
  const t = useTranslations('common');
  const path = usePathname();
  const framed = useContext(FrameContext);
  useWarm(form);
  if (useIsEdited()) return null;
  return (
    <ButtonLink
      as={framed ? PageLink : ToForm}
      id={EDIT}
      href={`${framed?.page ?? path}?${EDIT}`}
      // Beside a list the keys belong to its rows.
      aria-keyshortcuts={framed ? undefined : 'e'}
      icon={<PencilLine size={20} strokeWidth={1.75} aria-hidden="true" />}
    >
      {t('edit')}
    </ButtonLink>
  );
}

/** From the form to the facts, as Back does; what was typed stays a draft. */
export function useLeaveEdit(): () => void {
  const path = usePathname();
  return () => {
    if (window.history.state?.[CAME]) window.history.back();
    else stayAt(path, 'replace');
  };
}

export function CancelEdit() {
  const t = useTranslations('common');
  const leave = useLeaveEdit();
  return (
    <Button look="quiet" onClick={leave}>
      {t('cancel')}
    </Button>
  );
}

export interface EditInPlaceProps {
  /** What is read. */
  children: ReactNode;
  /** Null for those who may not change it. */
  form: ReactNode | null;
}

/** The facts of a record, or in their place the form that changes them. */
export function EditInPlace({ children, form }: EditInPlaceProps) {
  const isEdited = useIsEdited() && form !== null;
  const wasEdited = useRef(isEdited);
  useEffect(() => {
    if (wasEdited.current && !isEdited) document.getElementById(EDIT)?.focus();
    wasEdited.current = isEdited;
  }, [isEdited]);
  if (!isEdited) return children;
  return (
    <Suspense fallback={children}>
      <Changing>{form}</Changing>
    </Suspense>
  );
}

/** Begins in the first field; Escape leaves. */
function Changing({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const leave = useRef(useLeaveEdit());
  useEffect(() => {
    const element = place.current;
    const first = element?.querySelector<HTMLElement>('input:not([hidden], :disabled), select, textarea');
    // Whoever has begun to type before the script came stays where they are.
    if (!element?.contains(document.activeElement)) first?.focus({ preventScroll: true });
    const hear = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) leave.current();
    };
    element?.addEventListener('keydown', hear);
    return () => element?.removeEventListener('keydown', hear);
  }, []);
  return <div ref={place}>{children}</div>;
}
