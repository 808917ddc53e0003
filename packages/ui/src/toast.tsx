'use client';

import { X } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';

export interface ToastMessage {
  text: string;
  undo?: { label: string; run: () => void };
}

interface Shown extends ToastMessage {
  id: number;
}

const LIFE_MS = 6_000;
const MOST = 3;
const none: readonly Shown[] = [];

let shown: readonly Shown[] = none;
let nextId = 1;
const listeners = new Set<() => void>();

function put(next: readonly Shown[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function showToast(message: ToastMessage): void {
  // Said once more it is no second message, unless each takes back an act of its own.
  const others = shown.filter(({ text, undo }) => undo || text !== message.text);
  put([...others, { ...message, id: nextId++ }].slice(-MOST));
}

function dismiss(id: number): void {
  put(shown.filter((toast) => toast.id !== id));
}

/** One per page. On phones above the tab bar and the main action that stands on it, bottom right on laptops. */
export function Toaster({ close }: { close: string }) {
  const toasts = useSyncExternalStore(
    subscribe,
    () => shown,
    () => none,
  );
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-[calc(9rem+env(safe-area-inset-bottom))] z-40 flex flex-col items-center gap-2 lg:inset-x-auto lg:right-6 lg:bottom-6 lg:items-end"
    >
      {toasts.map((toast) => (
        <Toast key={toast.id} toast={toast} close={close} />
      ))}
    </div>
  );
}

function Toast({ toast, close }: { toast: Shown; close: string }) {
  const [held, setHeld] = useState(false);
  const left = useRef(LIFE_MS);
  const element = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (held) return;
    const began = Date.now();
    const timer = setTimeout(() => dismiss(toast.id), left.current);
    return () => {
      clearTimeout(timer);
      left.current = Math.max(1_500, left.current - (Date.now() - began));
    };
  }, [held, toast.id]);

  // Hover and focus only stop the clock; the buttons inside carry the actions.
  useEffect(() => {
    const box = element.current;
    if (!box) return;
    const stop = new AbortController();
    const hold = () => setHeld(true);
    const release = () => setHeld(false);
    box.addEventListener('pointerenter', hold, { signal: stop.signal });
    box.addEventListener('pointerleave', release, { signal: stop.signal });
    box.addEventListener('focusin', hold, { signal: stop.signal });
    box.addEventListener('focusout', release, { signal: stop.signal });
    return () => stop.abort();
  }, []);

  return (
    <div
      ref={element}
      className="pointer-events-auto flex w-full max-w-sm items-center gap-2 rounded-card bg-text py-1 pr-1 pl-4 text-bg text-sm shadow-overlay"
    >
      <p className="min-w-0 flex-1 py-2">{toast.text}</p>
      {toast.undo ? (
        <button
          type="button"
          className="min-h-11 rounded-control px-3 font-semibold underline underline-offset-2 lg:min-h-9"
          onClick={() => {
            toast.undo?.run();
            dismiss(toast.id);
          }}
        >
          {toast.undo.label}
        </button>
      ) : null}
      <button
        type="button"
        aria-label={close}
        className="grid size-11 shrink-0 place-items-center rounded-control lg:size-9"
        onClick={() => dismiss(toast.id)}
      >
        <X size={18} strokeWidth={1.75} aria-hidden="true" />
      </button>
    </div>
  );
}
