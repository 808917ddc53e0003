'use client';

import { countText } from '@studyspot/portal/count';
import { DateField } from '@studyspot/portal/date-field';
import { DateRange } from '@studyspot/portal/date-range';
import { dayText, NearDay } from '@studyspot/portal/day';
import { Figure, Figures } from '@studyspot/portal/home/figures';
import { Money, ShortMoney } from '@studyspot/portal/money';
import { Avatar } from '@studyspot/ui/avatar';
import { Bars } from '@studyspot/ui/bars';
import { Chart } from '@studyspot/ui/chart';
import { CopyButton } from '@studyspot/ui/copy-button';
import { HeatMap } from '@studyspot/ui/heat-map';
import { Lines } from '@studyspot/ui/lines';
import { StackedBar } from '@studyspot/ui/stacked-bar';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Part, State, States } from './part.tsx';

const sums = [0, 50, 1_200_00, 123_456_50, 1_23_45_678_00, -500_00];
const offs = [-3, -1, 0, 1, 3, 60];
// One day of its own, so that the book looks the same tomorrow.
const now = new Date('2026-11-20T12:00:00+05:30');
const dayAt = (off: number) => new Date(now.getTime() + off * 86_400_000).toISOString();
const counts = [4, 9, 0, 14, 22, 7, 1];
const others = [2, 3, 5, 8, 9, 12, 15];
const hours = [6, 9, 12, 15, 18, 21].map(String);

/** Sums, days, people, and figures that are drawn. */
export function FigureParts() {
  const t = useTranslations('styleBook');
  const locale = useLocale();
  const [day, setDay] = useState('2026-11-20');
  const [range, setRange] = useState({ first: '2026-11-16', last: '2026-11-22' });
  const [turned, setTurned] = useState({ first: '2026-11-22', last: '2026-11-16' });
  const days = counts.map((_, at) => dayText(locale, dayAt(at)));
  const byDay = (...rows: ReadonlyArray<readonly number[]>) =>
    days.map((name, at) => ({ key: name, name, values: rows.map((row) => countText(row[at] ?? 0)) }));
  const names = [t('sample.status'), t('sample.seats'), t('sample.note')];
  const parts = [42, 17, 5].map((value, at) => ({ name: names[at] ?? '', value }));
  const period = t('sample.sameDays');
  const head = [t('sample.day'), t('sample.seats')];
  return (
    <>
      <Part name="money">
        <ul className="grid max-w-sm gap-1">
          {sums.map((paise) => (
            <li key={paise} className="flex justify-between gap-4">
              <ShortMoney paise={paise} />
              <Money paise={paise} />
            </li>
          ))}
          <li className="text-right">
            <Money paise={1_200_00} exact />
          </li>
          <li className="text-right">
            <Money paise={1_200_00} due />
          </li>
        </ul>
      </Part>
      <Part name="tiles">
        <Figures title={t('sample.figures')}>
          <Figure label={t('sample.seats')} value={123456} href="/style-book" />
          <Figure label={t('sample.note')} value={0} href="/style-book" />
          <Figure label={t('sample.label')} value={null} href="/style-book" />
          <Figure label={t('sample.taken')} value={48} href="/style-book" before={{ value: 36, period }} />
          <Figure label={t('sample.taken')} value={33} href="/style-book" before={{ value: 36, period }} />
          <Figure label={t('sample.taken')} value={36} href="/style-book" before={{ value: 36, period }} />
          <Figure
            label={t('sample.collected')}
            value={1_36_400_00}
            money
            href="/style-book"
            before={{ value: 1_24_000_00, period }}
          />
          <Figure label={t('sample.collected')} value={0} money href="/style-book" before={{ value: 500_50, period }} />
        </Figures>
      </Part>
      <Part name="days">
        <ul className="grid gap-1">
          {offs.map((off) => (
            <li key={off}>
              <NearDay at={dayAt(off)} now={now} />
            </li>
          ))}
        </ul>
        <States>
          <State name="rest">
            <DateField id="day-rest" label={t('sample.day')} value={day} onChange={setDay} today="2026-11-20" />
          </State>
          <State name="empty">
            <DateField id="day-empty" label={t('sample.day')} value="" onChange={setDay} today="2026-11-20" />
          </State>
          <State name="disabled">
            <DateField id="day-off" label={t('sample.day')} value={day} onChange={setDay} today="2026-11-20" disabled />
          </State>
        </States>
      </Part>
      <Part name="range">
        <div className="grid gap-6 lg:grid-cols-2">
          <State name="rest">
            <DateRange id="range" label={t('sample.period')} value={range} onChange={setRange} today="2026-11-20" />
          </State>
          <State name="invalid">
            <DateRange id="turned" label={t('sample.period')} value={turned} onChange={setTurned} today="2026-11-20" />
          </State>
          <State name="disabled">
            <DateRange
              id="range-off"
              label={t('sample.period')}
              value={range}
              onChange={setRange}
              today="2026-11-20"
              disabled
            />
          </State>
        </div>
      </Part>
      <Part name="people">
        <ul className="flex flex-col gap-2">
          {[t('sample.name'), t('sample.hindi')].map((name) => (
            <li key={name} className="flex items-center gap-3">
              <Avatar name={name} />
              <Avatar name={name} large />
              <span className="min-w-0 break-words">{name}</span>
            </li>
          ))}
        </ul>
        <div>
          <CopyButton
            text="studyspot"
            label={t('sample.copy')}
            copied={t('sample.copied')}
            failed={t('sample.notCopied')}
          />
        </div>
      </Part>
      <Part name="charts">
        <div className="grid gap-6 lg:grid-cols-2">
          <Chart summary={t('sample.bars')} asTable={t('sample.asTable')} head={head} rows={byDay(counts)}>
            <Bars
              label={t('sample.bars')}
              bars={days.map((name, at) => ({ key: name, value: counts[at] ?? 0, title: name }))}
            />
          </Chart>
          <Chart
            summary={t('sample.lines')}
            asTable={t('sample.asTable')}
            head={[t('sample.day'), ...names.slice(0, 2)]}
            rows={byDay(counts, others)}
          >
            <Lines
              label={t('sample.lines')}
              tick={countText}
              lines={[counts, others].map((values, at) => ({ name: names[at] ?? '', values }))}
            />
          </Chart>
          <Chart
            summary={t('sample.stack')}
            asTable={t('sample.asTable')}
            head={[t('sample.label'), t('sample.seats')]}
            rows={parts.map(({ name, value }) => ({ key: name, name, values: [countText(value)] }))}
          >
            <StackedBar label={t('sample.stack')} parts={parts} />
          </Chart>
          <Chart
            summary={t('sample.heat')}
            asTable={t('sample.asTable')}
            head={[t('sample.day'), ...hours]}
            rows={byDay(...hours.map((_, at) => counts.map((count) => count * at)))}
          >
            <HeatMap
              label={t('sample.heat')}
              columns={hours}
              rows={days.map((name, at) => ({ name, values: hours.map((_, hour) => (counts[at] ?? 0) * hour) }))}
            />
          </Chart>
          <Chart
            summary={t('sample.noBars')}
            asTable={t('sample.asTable')}
            head={head}
            rows={byDay(counts.map(() => 0))}
          >
            <Bars label={t('sample.noBars')} bars={days.map((name) => ({ key: name, value: 0, title: name }))} />
          </Chart>
        </div>
      </Part>
    </>
  );
}
