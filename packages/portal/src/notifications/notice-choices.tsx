'use client';

import type { OwnerOutputs } from '@studyspot/api/root';
import { Card } from '@studyspot/ui/card';
import { Input } from '@studyspot/ui/input';
import { PageHeader } from '@studyspot/ui/page-header';
import { Switch } from '@studyspot/ui/switch';
import { useTranslations } from 'next-intl';
import { Answered } from '../data/answered.tsx';
import { useChange } from '../form/use-change.tsx';
import { shared } from '../shell/api-client.tsx';
import { BackLink } from '../shell/back-link.tsx';

type Choices = OwnerOutputs['notifications']['choices'];

const NIGHT = { from: '22:00', till: '07:00' };

/** What somebody wants to be told, kind by kind, and when. */
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
      <div className="grid max-w-2xl gap-4 px-4 pb-6 lg:px-8">
        <Answered reading={reading}>{(choices) => <Chosen {...choices} />}</Answered>
      </div>
    </>
  );
}

function Chosen(choices: Choices) {
  const t = useTranslations('notifications');
  const { change, busy } = useChange();
  const choose = shared.notifications.choose.useMutation();
  const { version } = choices;
  const keep = ({ kinds, quiet }: Pick<Choices, 'kinds' | 'quiet'>) => {
    const named = (which: (one: Kind) => boolean) => kinds.filter(which).map(({ kind }) => kind);
    const wished = { muted: named(({ isOn }) => !isOn), mailed: named(({ byMail }) => byMail), quiet, version };
    return change({ run: () => choose.mutateAsync(wished), said: () => t('chosen') });
  };
  const turn = (changed: Kind) =>
    keep({ ...choices, kinds: choices.kinds.map((one) => (one.kind === changed.kind ? changed : one)) });
  return (
    <>
      <Card>
        <ul className="divide-y divide-line">
          {choices.kinds.map((one) => (
            <KindRow key={one.kind} one={one} busy={busy} turn={turn} />
          ))}
        </ul>
      </Card>
      <Quiet quiet={choices.quiet} busy={busy} keep={(quiet) => keep({ ...choices, quiet })} />
    </>
  );
}

type Kind = Choices['kinds'][number];

interface KindRowProps {
  one: Kind;
  busy: boolean;
  turn: (changed: Kind) => Promise<unknown>;
}

function KindRow({ one, busy, turn }: KindRowProps) {
  const t = useTranslations('notifications');
  const { kind, isOn, mayBeOff, byMail, mayMail } = one;
  const id = `notice-${kind.replace('.', '-')}`;
  const helps = [mayBeOff ? null : t('alwaysOn'), mayMail ? null : t('hasLetter')].filter((help) => help !== null);
  return (
    <li className="flex flex-col gap-2 py-3 first:pt-0 last:pb-0">
      <Switch
        id={id}
        label={t(`names.${kind}`)}
        {...(helps.length > 0 && { help: helps.join(' ') })}
        state={t(isOn ? 'on' : 'off')}
        checked={isOn}
        disabled={!mayBeOff || busy}
        onChange={({ target }) => void turn({ ...one, isOn: target.checked })}
      />
      {isOn && mayMail ? (
        <div className="pl-4 text-sm">
          <Switch
            id={`${id}-mail`}
            label={t('byMail')}
            aria-label={`${t('byMail')}: ${t(`names.${kind}`)}`}
            state={t(byMail ? 'on' : 'off')}
            checked={byMail}
            disabled={busy}
            onChange={({ target }) => void turn({ ...one, byMail: target.checked })}
          />
        </div>
      ) : null}
    </li>
  );
}

interface QuietProps {
  quiet: Choices['quiet'];
  busy: boolean;
  keep: (quiet: Choices['quiet']) => Promise<unknown>;
}

function Quiet({ quiet, busy, keep }: QuietProps) {
  const t = useTranslations('notifications');
  return (
    <Card>
      <Switch
        id="quiet"
        label={t('quiet.title')}
        help={t('quiet.help')}
        state={t(quiet ? 'on' : 'off')}
        checked={quiet !== null}
        disabled={busy}
        onChange={({ target }) => void keep(target.checked ? NIGHT : null)}
      />
      {quiet ? (
        <div className="mt-3 flex flex-wrap gap-4">
          {(['from', 'till'] as const).map((part) => (
            <div key={part} className="flex flex-col gap-1">
              <label htmlFor={`quiet-${part}`} className="text-sm">
                {t(`quiet.${part}`)}
              </label>
              <Input
                id={`quiet-${part}`}
                key={quiet[part]}
                type="time"
                required
                defaultValue={quiet[part]}
                disabled={busy}
                onBlur={({ target }) => {
                  const changed = { ...quiet, [part]: target.value };
                  if (target.value !== '' && target.value !== quiet[part]) void keep(changed);
                }}
              />
            </div>
          ))}
        </div>
      ) : null}
    </Card>
  );
}
