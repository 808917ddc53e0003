'use client';

import { STATES } from '@studyspot/api/states';
import { count } from '@studyspot/portal/form/count-row';
import { FieldCard, readRows, region, startRows } from '@studyspot/portal/form/field-rows';
import { Form } from '@studyspot/portal/form/form';
import { money } from '@studyspot/portal/form/money-row';
import { useForm } from '@studyspot/portal/form/use-form';
import { MoneyInput } from '@studyspot/portal/money-input';
import { Stepper } from '@studyspot/portal/stepper';
import { SumPad } from '@studyspot/portal/sum-pad';
import { week } from '@studyspot/portal/week/week-row';
import { Button } from '@studyspot/ui/button';
import { Combobox } from '@studyspot/ui/combobox';
import { Dialog } from '@studyspot/ui/dialog';
import { describedBy, Field } from '@studyspot/ui/field';
import { showToast } from '@studyspot/ui/toast';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { focused, Part, State, States, WaysOut } from './part.tsx';

const states = ['rest', 'focus', 'disabled', 'invalid', 'empty'] as const;
type StateName = (typeof states)[number];
const limits = { least: 1, most: 12 };

/** Fields that know what they hold: sums, counts, one of many, hours of a week. */
export function FormParts() {
  const t = useTranslations('styleBook.sample');
  const words = useTranslations('fields');
  const common = useTranslations('common');
  const regions = useTranslations('regions');
  const options = [...STATES.map((key) => ({ key, label: regions(key) })), { key: 'long', label: t('long') }];
  return (
    <>
      <Part name="sums">
        <States>
          {states.map((state) => (
            <Sample key={state} state={state} label={t('fee')} begins="1,200" wrong="1200.505" fault={words('paise')}>
              {(parts) => <MoneyInput {...parts} />}
            </Sample>
          ))}
        </States>
        <Pad />
      </Part>
      <Part name="counts">
        <States>
          {states.map((state) => (
            <Sample
              key={state}
              state={state}
              label={t('seats')}
              begins="2"
              wrong="50"
              fault={words('tooBig', { maximum: limits.most })}
            >
              {(parts) => <Stepper {...parts} counts={t('seats')} limits={limits} />}
            </Sample>
          ))}
        </States>
      </Part>
      <Part name="pick">
        <States>
          {states.map((state) => (
            <Sample key={state} state={state} label={t('state')} begins="RJ" wrong="" fault={words('required')}>
              {(parts) => (
                <Combobox
                  {...parts}
                  options={options}
                  label={t('state')}
                  placeholder={regions('choose')}
                  clear={common('clearChoice', { name: t('state') })}
                  nothing={regions('none')}
                />
              )}
            </Sample>
          ))}
        </States>
      </Part>
      <Part name="form">
        <SampleForm />
      </Part>
    </>
  );
}

interface SampleProps {
  state: StateName;
  label: string;
  begins: string;
  /** What stands in it where it is at fault. */
  wrong: string;
  fault: string;
  children: (parts: {
    id: string;
    value: string;
    onChange: (value: string) => void;
    disabled: boolean;
    invalid: boolean;
    'aria-describedby': string | undefined;
    className: string | undefined;
  }) => ReactNode;
}

function Sample({ state, label, begins, wrong, fault, children }: SampleProps) {
  const isWrong = state === 'invalid';
  const [value, setValue] = useState(isWrong ? wrong : state === 'empty' ? '' : begins);
  const id = `${label}-${state}`.replaceAll(' ', '-');
  const error = isWrong ? fault : undefined;
  return (
    <State name={state}>
      <Field id={id} label={label} error={error}>
        {children({
          id,
          value,
          onChange: setValue,
          disabled: state === 'disabled',
          invalid: isWrong,
          'aria-describedby': describedBy(id, undefined, error),
          className: state === 'focus' ? focused : undefined,
        })}
      </Field>
    </State>
  );
}

function Pad() {
  const t = useTranslations('styleBook.sample');
  const [isOpen, setOpen] = useState(false);
  const [sum, setSum] = useState('');
  const close = () => setOpen(false);
  return (
    <div>
      <Button data-opens="dialog" onClick={() => setOpen(true)}>
        {t('pad')}
      </Button>
      <Dialog open={isOpen} onClose={close} title={t('pad')} close={t('close')} actions={<WaysOut close={close} />}>
        <SumPad
          id="pad"
          label={t('fee')}
          value={sum}
          onChange={setSum}
          sums={[{ paise: 1_200_50, name: t('fullDue') }, { paise: 600_00, name: t('oneMonth') }, { paise: 500_00 }]}
        />
      </Dialog>
    </div>
  );
}

const basics = { fee: money(), seats: count(limits), state: region() };
const hours = { hours: week() };
const rows = { ...basics, ...hours };
const day = { open: '06:00', close: '22:00' };
const night = { open: '18:00', close: '06:00' };
const sample = {
  ...{ fee: 1_200_00, seats: 2, state: 'RJ' },
  hours: [day, { open: '00:00', close: '24:00' }, night, day, day, day, null],
};

function SampleForm() {
  const t = useTranslations('styleBook.sample');
  const handle = useForm({
    words: 'styleBook.form',
    schema: async () => (await import('./sample-schema.ts')).sampleInput,
    values: startRows(rows, sample),
    toInput: (typed) => readRows(typed, rows),
    send: async (input) => input,
    done: () => showToast({ text: t('saved') }),
  });
  return (
    <Form handle={handle} submit={t('save')}>
      <FieldCard name="basics" rows={basics} />
      <FieldCard name="hours" rows={hours} />
    </Form>
  );
}
