import { expect, test } from 'vitest';
import { endFault, mayChange, stageOf } from './rules.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 28, hour));
const dated = { publishedAt: at(1), endedAt: null, startsAt: at(8), endsAt: at(12) };

test('its dates say what it is', () => {
  expect(stageOf({ ...dated, publishedAt: null }, at(9))).toBe('draft');
  expect([7, 8, 11, 12].map((hour) => stageOf(dated, at(hour)))).toEqual(['planned', 'running', 'running', 'over']);
  expect(stageOf({ ...dated, endedAt: at(9) }, at(10))).toBe('over');
});

test('a draft changes freely, what is published by its end alone, and what is over not at all', () => {
  expect(mayChange('draft', ['name', 'audience'])).toBe(true);
  for (const stage of ['planned', 'running'] as const) {
    expect(mayChange(stage, ['endsAt'])).toBe(true);
    expect(mayChange(stage, ['endsAt', 'name'])).toBe(false);
  }
  expect(mayChange('over', ['endsAt'])).toBe(false);
});

test('it ends after it begins, and what is published does not end in the past', () => {
  expect(endFault({ startsAt: at(8), endsAt: at(8) }, 'draft', at(7))).toBe('turned');
  expect(endFault(dated, 'draft', at(13))).toBe(null);
  expect(endFault(dated, 'planned', at(12))).toBe('past');
  expect(endFault(dated, 'running', at(11))).toBe(null);
});
