'use client';

import { SETTINGS } from '@studyspot/api/domains/system/settings/schema';
import { Button } from '@studyspot/ui/button';
import { Card, Facts } from '@studyspot/ui/card';
import { Notice } from '@studyspot/ui/notice';
import { showToast } from '@studyspot/ui/toast';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { faultsOf } from '../form/field-faults.tsx';
import { useChange } from '../form/use-change.tsx';
import { isChosen, useValueWord } from './setting-control.tsx';
import { isChanged, openDraft, type Put, type Setting, textOf, typedValue } from './setting-draft.ts';
import { SettingRow, settingId } from './setting-row.tsx';
import { useSettingDrafts } from './use-setting-drafts.tsx';

export interface SettingCardProps {
  topic: string;
  settings: readonly Setting[];
  mayChange: boolean;
  put: (input: Put) => Promise<Setting>;
}

type Faults = Partial<Record<Setting['key'], string>>;

/** A topic: what is typed is saved together, what is chosen at once; both can be taken back. */
export function SettingCard({ topic, settings, mayChange, put }: SettingCardProps) {
  const t = useTranslations('settings');
  const common = useTranslations('common');
  const words = useTranslations('fields');
  const wordOf = useValueWord();
  const { change, busy } = useChange();
  const { drafts, draw, restored, discard } = useSettingDrafts(topic);
  const [faults, setFaults] = useState<Faults>({});
  const [failure, setFailure] = useState<string | null>(null);
  const title = t(`topics.${topic}.title`);
  const draftOf = (setting: Setting) => openDraft(drafts[setting.key], setting);

  const faultOf = ({ key, value }: Pick<Put, 'key' | 'value'>): string | undefined => {
    const [fault] = faultsOf(SETTINGS[key].value, value, (word) => words.has(word));
    return fault && words(fault.key, fault.values);
  };

  const send = (puts: readonly Put[], before: readonly Setting[]) => {
    setFailure(null);
    return change({
      failed: setFailure,
      run: async () => {
        const saved: Setting[] = [];
        // One after another: each is a change of its own, and what was saved stays so where a later one is refused.
        for (const one of puts) {
          const now = await put(one);
          draw(now.key, { text: textOf(now.value), version: now.version, saved: true });
          saved.push(now);
        }
        return saved;
      },
      said: () => t('saved', { topic: title }),
      ...(before.length > 0 && {
        undo: (saved: Setting[]) => ({ label: common('undo'), run: () => void send(backTo(before, saved), []) }),
      }),
    });
  };

  const save = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const changed = settings.flatMap((setting) => {
      const draft = draftOf(setting);
      return isChanged(draft, setting)
        ? [{ key: setting.key, value: typedValue(draft.text, setting), version: draft.version }]
        : [];
    });
    const found: Faults = Object.fromEntries(changed.map((one) => [one.key, faultOf(one)]));
    setFaults(found);
    const wrong = changed.find(({ key }) => found[key] !== undefined);
    if (wrong) return document.getElementById(settingId(wrong.key))?.focus();
    if (changed.length === 0) return showToast({ text: t('unchanged') });
    void send(changed, settings);
  };

  const choose = async (setting: Setting, text: string) => {
    const { key, version } = setting;
    draw(key, { text, version, saved: false });
    const isSaved = await send([{ key, value: text, version }], [setting]);
    if (!isSaved) draw(key, undefined);
  };

  const type = (setting: Setting, text: string) => {
    draw(setting.key, { text, version: draftOf(setting)?.version ?? setting.version, saved: false });
    setFaults(({ [setting.key]: _mended, ...rest }) => rest);
  };

  const keepMine = (setting: Setting) => {
    const draft = draftOf(setting);
    if (draft) draw(setting.key, { ...draft, version: setting.version });
  };

  if (!mayChange) {
    const items = settings.map((setting) => ({ label: t(`names.${setting.key}`), value: wordOf(setting) }));
    return (
      <Card id={topic} title={title} description={t(`topics.${topic}.lead`)}>
        <Facts items={items} />
      </Card>
    );
  }
  return (
    <Card id={topic} title={title} description={t(`topics.${topic}.lead`)}>
      <form noValidate onSubmit={save} className="flex flex-col gap-5">
        {restored && settings.some((setting) => isChanged(draftOf(setting), setting)) ? (
          <Notice
            action={
              <Button size="small" onClick={discard}>
                {common('discardDraft')}
              </Button>
            }
          >
            {common('draftRestored')}
          </Notice>
        ) : null}
        {settings.map((setting) => (
          <SettingRow
            key={setting.key}
            setting={setting}
            draft={draftOf(setting)}
            fault={faults[setting.key]}
            onText={(text) => (isChosen(setting.key) ? choose(setting, text) : type(setting, text))}
            onKeep={() => keepMine(setting)}
            onDrop={() => draw(setting.key, undefined)}
          />
        ))}
        {failure ? (
          <Notice tone="danger" urgent>
            {failure}
          </Notice>
        ) : null}
        {settings.every(({ key }) => isChosen(key)) ? null : (
          <div>
            <Button type="submit" look="primary" busy={busy} className="max-sm:w-full">
              {common('save')}
            </Button>
          </div>
        )}
      </form>
    </Card>
  );
}

/** What those that were saved held before. */
function backTo(before: readonly Setting[], saved: readonly Setting[]): Put[] {
  return saved.flatMap(({ key, version }) => {
    const was = before.find((one) => one.key === key);
    return was ? [{ key, value: was.value, version }] : [];
  });
}
