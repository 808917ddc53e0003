'use client';

import { describedBy, Field } from '@studyspot/ui/field';
import { Checkbox, Input, SearchBox, Select, Textarea } from '@studyspot/ui/input';
import { PasswordInput } from '@studyspot/ui/password-input';
import { Switch } from '@studyspot/ui/switch';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { focused, Part, State, States } from './part.tsx';

const states = ['rest', 'focus', 'disabled', 'invalid', 'empty', 'long', 'hindi'] as const;

export function FieldParts() {
  const t = useTranslations('styleBook.sample');
  const [isOn, setOn] = useState(true);
  const valueIn = (state: (typeof states)[number]) =>
    ({ empty: '', long: t('long'), hindi: t('hindi') })[state as string] ?? t('name');
  return (
    <>
      <Part name="fields">
        <States>
          {states.map((state) => {
            const id = `field-${state}`;
            const wrong = state === 'invalid';
            return (
              <State key={state} name={state}>
                <Field
                  id={id}
                  label={state === 'hindi' ? t('hindi') : t('label')}
                  help={t('help')}
                  {...(wrong && { error: t('fault') })}
                  {...(state === 'empty' && { optional: t('optional') })}
                >
                  <Input
                    id={id}
                    defaultValue={valueIn(state)}
                    disabled={state === 'disabled'}
                    invalid={wrong}
                    className={state === 'focus' ? focused : undefined}
                    aria-describedby={describedBy(id, 'help', wrong ? 'fault' : undefined)}
                  />
                </Field>
              </State>
            );
          })}
        </States>
        <Field id="field-lines" label={t('note')}>
          <Textarea id="field-lines" defaultValue={t('long')} />
        </Field>
        <SearchBox>
          <Input type="search" aria-label={t('search')} placeholder={t('search')} />
        </SearchBox>
      </Part>
      <Part name="selects">
        <States>
          {(['rest', 'focus', 'disabled', 'invalid', 'long'] as const).map((state) => (
            <State key={state} name={state}>
              <Select
                aria-label={`${t('label')}: ${state}`}
                disabled={state === 'disabled'}
                invalid={state === 'invalid'}
                className={state === 'focus' ? focused : undefined}
              >
                <option>{state === 'long' ? t('long') : t('name')}</option>
                <option>{t('hindi')}</option>
              </Select>
            </State>
          ))}
        </States>
      </Part>
      <Part name="switches">
        <Switch
          id="switch-rest"
          label={t('switch')}
          help={t('help')}
          state={t(isOn ? 'on' : 'off')}
          checked={isOn}
          onChange={() => setOn(!isOn)}
        />
        <Switch id="switch-disabled" label={t('long')} state={t('off')} checked={false} disabled readOnly />
        <Checkbox label={t('switch')} help={t('help')} defaultChecked />
        <Checkbox label={t('hindi')} lang="hi" disabled />
      </Part>
      <Part name="password">
        <States>
          {(['rest', 'invalid', 'disabled'] as const).map((state) => (
            <State key={state} name={state}>
              <PasswordInput
                id={`password-${state}`}
                aria-label={`${t('password')}: ${state}`}
                autoComplete="off"
                show={t('show')}
                hide={t('hide')}
                disabled={state === 'disabled'}
                invalid={state === 'invalid'}
              />
            </State>
          ))}
        </States>
      </Part>
    </>
  );
}
