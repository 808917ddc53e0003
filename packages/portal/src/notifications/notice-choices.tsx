'use client';

import type { OwnerOutputs } from '@studyspot/api/root';
import { Card } from '@studyspot/ui/card';
import { PageHeader } from '@studyspot/ui/page-header';
import { Switch } from '@studyspot/ui/switch';
import { useTranslations } from 'next-intl';
import { Answered } from '../data/answered.tsx';
import { useChange } from '../form/use-change.tsx';
import { shared } from '../shell/api-client.tsx';
import { BackLink } from '../shell/back-link.tsx';

type Choices = OwnerOutputs['notifications']['choices'];

/** What somebody wants to be told, kind by kind. */
export function NoticeChoices() {
  const t = useTranslations('notifications');
  const reading = shared.notifications.choices.useQuery();
  return (
    <>
      <PageHeader
        title={t('settingsTitle')}
        back={<BackLink href="/notifications" label={t('title')} />}
        note={t('settingsNote')}
      />
      <div className="max-w-2xl px-4 lg:px-8">
        <Answered reading={reading}>{(choices) => <Kinds {...choices} />}</Answered>
      </div>
    </>
  );
}

function Kinds({ kinds, version }: Choices) {
  const t = useTranslations('notifications');
  const { change, busy } = useChange();
  const choose = shared.notifications.choose.useMutation();
  const turn = (kind: string, isOn: boolean) => {
    const others = kinds.filter((one) => !one.isOn && one.kind !== kind).map((one) => one.kind);
    const muted = isOn ? others : [...others, kind];
    return change({ run: () => choose.mutateAsync({ muted, version }), said: () => t('chosen') });
  };
  return (
    <Card>
      <ul className="divide-y divide-line">
        {kinds.map(({ kind, isOn, mayBeOff }) => (
          <li key={kind} className="py-3 first:pt-0 last:pb-0">
            <Switch
              id={`notice-${kind.replace('.', '-')}`}
              label={t(`names.${kind}`)}
              {...(!mayBeOff && { help: t('alwaysOn') })}
              state={t(isOn ? 'on' : 'off')}
              checked={isOn}
              disabled={!mayBeOff || busy}
              onChange={({ target }) => turn(kind, target.checked)}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
