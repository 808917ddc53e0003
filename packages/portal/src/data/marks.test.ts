import { expect, it } from 'vitest';
import { Marks } from './marks.tsx';

it('knows what was read before a change as old, and what was read after it not', () => {
  const marks = new Marks();
  marks.hear('a.3');
  expect(marks.isOld('libraries', 'a.1')).toBe(false);
  marks.hear('a.5');
  marks.touch('libraries');
  expect(marks.isOld('libraries', 'a.4')).toBe(true);
  expect(marks.isOld('libraries', 'a.5')).toBe(false);
  expect(marks.isOld('staff', 'a.4')).toBe(false);
});

it('never goes back, and begins anew with another process', () => {
  const marks = new Marks();
  marks.hear('a.5');
  marks.hear('a.2');
  expect(marks.last).toBe('a.5');
  marks.touch('libraries');
  marks.hear('b.1');
  expect(marks.last).toBe('b.1');
  expect(marks.isOld('libraries', 'a.1')).toBe(false);
});

it('tells the echo of a change of its own from a later one of someone else', () => {
  const marks = new Marks();
  marks.hear('a.7');
  expect(marks.isEcho('libraries', 'a.7')).toBe(false);
  marks.settle('libraries');
  expect(marks.isEcho('libraries', 'a.6')).toBe(true);
  expect(marks.isEcho('libraries', 'a.7')).toBe(true);
  expect(marks.isEcho('libraries', 'a.8')).toBe(false);
  expect(marks.isEcho('staff', 'a.7')).toBe(false);
});
