'use client';

import { WEEKDAYS } from '@studyspot/api/domains/libraries/names';
import { useFormFacts } from '@studyspot/portal/form/form-context';
import { Button } from '@studyspot/ui/button';
import { FieldError } from '@studyspot/ui/field';
import { Input } from '@studyspot/ui/input';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { shownClose, type Week } from './hours.ts';

const usual = { open: '06:00', close: '22:00' };

/** Seven days, each open or closed, with a way to give all the hours of Monday. */
export function HoursFields({ hours = [] }: { hours: Week | undefined }) {
  const t = useTranslations('libraries');
  const facts = useFormFacts();
  const group = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<readonly boolean[]>(() => WEEKDAYS.map((_, index) => hours[index] !== null));

  const copyMonday = () => {
    const field = (day: number, part: string) =>
      group.current?.querySelector<HTMLInputElement>(`input[name="hours.${day}.${part}"]`);
    setOpen(open.map(() => open[0] ?? true));
    for (const part of ['open', 'close']) {
      const monday = field(0, part)?.value ?? '';
      for (let day = 1; day < WEEKDAYS.length; day++) {
        const other = field(day, part);
        if (other) other.value = monday;
      }
    }
  };

  return (
    <div ref={group} className="flex flex-col gap-2">
      <ul className="divide-y divide-line rounded-card border border-line">
        {WEEKDAYS.map((weekday, index) => {
          const day = t(`weekdays.${weekday}`);
          const isOpen = open[index] ?? false;
          const value = hours[index] ?? usual;
          const error = facts.errorOf(`hours.${index}.open`) ?? facts.errorOf(`hours.${index}.close`);
          const closeId = facts.idOf(`hours.${index}.close`);
          return (
            <li key={weekday} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2">
              <label className="flex min-h-11 w-32 shrink-0 cursor-pointer items-center gap-3 text-sm lg:min-h-10">
                <input
                  type="checkbox"
                  name={`hours.${index}.on`}
                  checked={isOpen}
                  aria-label={t('openOn', { day })}
                  onChange={(event) => setOpen(open.map((was, at) => (at === index ? event.target.checked : was)))}
                  className="size-5 shrink-0 accent-primary"
                />
                {day}
              </label>
              {isOpen ? null : <span className="text-sm text-text-muted">{t('closed')}</span>}
              <div className={isOpen ? 'flex min-w-0 flex-1 items-center gap-2 max-sm:basis-full' : 'hidden'}>
                {(['open', 'close'] as const).map((part) => (
                  <Input
                    key={part}
                    compact
                    type="time"
                    id={facts.idOf(`hours.${index}.${part}`)}
                    name={`hours.${index}.${part}`}
                    data-label={day}
                    aria-label={t(part === 'open' ? 'opens' : 'closes', { day })}
                    defaultValue={part === 'open' ? value.open : shownClose(value.close)}
                    disabled={!isOpen}
                    invalid={facts.errorOf(`hours.${index}.${part}`) !== undefined}
                    aria-describedby={error ? `${closeId}-error` : undefined}
                    className="tabular-nums max-sm:pr-1 max-sm:pl-2 sm:max-w-36"
                  />
                ))}
              </div>
              {error ? (
                <div className="w-full">
                  <FieldError id={closeId}>{error}</FieldError>
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
      <div>
        <Button size="small" onClick={copyMonday}>
          {t('copyMonday')}
        </Button>
      </div>
    </div>
  );
}
