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

it('tells the echo of a change of its own from one of someone else', () => {
  const marks = new Marks();
  marks.hear('a.7');
  marks.did(['first']);
  expect(marks.isEcho('libraries', 'first')).toBe(false);
  marks.settle('libraries');
  marks.did(['second']);
  expect(marks.isEcho('libraries', 'first')).toBe(true);
  expect(marks.isEcho('libraries', 'second')).toBe(false);
  expect(marks.isEcho('libraries', 'theirs')).toBe(false);
  expect(marks.isEcho('staff', 'first')).toBe(false);
});

it('knows what was read before its own change as old, though nothing was heard of it yet', () => {
  const marks = new Marks();
  marks.hear('a.7');
  marks.settle('libraries');
  expect(marks.isOld('libraries', 'a.7')).toBe(true);
  expect(marks.isOld('libraries', 'a.8')).toBe(false);
});
