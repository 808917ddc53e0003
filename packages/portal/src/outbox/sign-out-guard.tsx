'use client';

import { Button } from '@studyspot/ui/button';
import { Dialog } from '@studyspot/ui/dialog';
import { showToast } from '@studyspot/ui/toast';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { type Act, personOf } from './act.tsx';
import type { Outbox } from './outbox.tsx';

/** Nobody signs out over what is not sent yet without being asked. */
export function SignOutGuard({ acts, owner, outbox }: { acts: readonly Act[]; owner: string; outbox: Outbox }) {
  const t = useTranslations('outbox');
  const common = useTranslations('common');
  const [form, setForm] = useState<HTMLFormElement | null>(null);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const count = acts.filter((act) => personOf(act.owner) === personOf(owner)).length;
  const left = useRef(count);
  left.current = count;
  const isSure = useRef(false);
  const words = useRef(t);
  words.current = t;

  useEffect(() => {
    const stop = new AbortController();
    const ask = (event: SubmitEvent) => {
      const { target } = event;
      if (!(target instanceof HTMLFormElement && target.action.endsWith('/api/auth/signout'))) return;
      if (navigator.onLine && (isSure.current || left.current === 0)) return;
      event.preventDefault();
      if (!navigator.onLine) {
        // On phones the menu that this was asked in would lie over the answer.
        target.closest<HTMLElement>('[popover]')?.hidePopover();
        showToast({ text: words.current('leaveOffline') });
        return;
      }
      setTried(false);
      setForm(target);
    };
    // Before anybody else hears of it.
    window.addEventListener('submit', ask, { capture: true, signal: stop.signal });
    return () => stop.abort();
  }, []);

  const leave = () => {
    isSure.current = true;
    form?.requestSubmit();
    isSure.current = false;
  };
  const sendAndLeave = async () => {
    setBusy(true);
    await outbox.replay();
    // What was sent is gone from the queue, and with it from here.
    await new Promise(requestAnimationFrame);
    setBusy(false);
    if (left.current === 0) leave();
    else setTried(true);
  };

  return (
    <Dialog
      open={form !== null}
      onClose={() => setForm(null)}
      title={t('leaveTitle', { count })}
      close={common('close')}
      actions={
        <>
          <Button onClick={() => setForm(null)}>{t('stay')}</Button>
          <Button look="danger" onClick={() => outbox.dropAll().then(leave)}>
            {t('dropAndLeave')}
          </Button>
          <Button look="primary" busy={busy} onClick={() => (busy ? undefined : sendAndLeave())}>
            {t('sendAndLeave')}
          </Button>
        </>
      }
    >
      <p>{t('leave')}</p>
      {tried ? (
        <p role="alert" className="mt-2 text-danger">
          {t('leaveFailed', { count })}
        </p>
      ) : null}
    </Dialog>
  );
}
