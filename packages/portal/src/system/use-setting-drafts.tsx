'use client';

import { useEffect, useRef, useState } from 'react';
import { keepDraft, readDraft } from '../form/draft.tsx';
import { useOwner } from '../shell/api-client.tsx';
import { isChosen } from './setting-control.tsx';
import { type Draft, type Drafts, keptDrafts, type Setting, unsaved } from './setting-draft.ts';

/** What was typed over the settings of a topic: kept until it was saved, over a turn of the page and a closed tab. */
export function useSettingDrafts(topic: string) {
  const name = `${useOwner()}:settings:${topic}`;
  const [drafts, setDrafts] = useState<Drafts>({});
  const [restored, setRestored] = useState(false);
  const latest = useRef(drafts);

  const show = (next: Drafts) => {
    latest.current = next;
    setDrafts(next);
  };

  useEffect(() => {
    const kept = keptDrafts(readDraft(name));
    if (Object.keys(kept).length === 0) return;
    latest.current = { ...kept, ...latest.current };
    setDrafts(latest.current);
    setRestored(true);
  }, [name]);

  const draw = (key: Setting['key'], draft: Draft | undefined) => {
    show({ ...latest.current, [key]: draft });
    // What is chosen is sent at once: nothing of it waits for another day.
    if (!isChosen(key)) keepDraft(name, unsaved(latest.current));
  };

  const discard = () => {
    show({});
    keepDraft(name, {});
    setRestored(false);
  };
  return { drafts, draw, restored, discard };
}
