import { expect, test } from 'vitest';
import { patternProblem } from './pattern-cost.ts';

test.each([
  /^[^\p{L}]+|[^\p{L}]+$/gu,
  /\s+$/,
  /\s*,/,
  /a.*b/,
  /\?.*$/,
  /^\s*(.*)\s*$/,
  /^.*a.*b$/,
  /^(a|a)*$/,
  /^[a-z]+[0-9a-z]*_$/i,
  /^[a-z]+[0-9A-Z]*[a-z]+_$/,
  /[\w.+-]+@[\w-]+\.[\w.]+/g,
  /(\w+:\/\/[^\s:/@"]*:)[^\s@"]+@/g,
  /(?:(?=.*x)a)*/,
  /(?<=a*)b/,
  /[a-z]{2,200}!/,
  /^x*(?!x*y)z/,
  /^(?:\u0061|b)*[\u0060-\u0062]*$/,
  /[\p{L}--[a-z]]*[\p{L}&&[^a]]*$/v,
])('%s is quadratic', ({ source, flags }) => {
  expect(patternProblem(source, flags)).toBe('quadratic');
});

test.each([/(a+)+$/, /^(a*)*b/, /^(\d+|\d+\.)+$/, /^(?:a?b?)*c/])('%s is exponential', ({ source, flags }) => {
  expect(patternProblem(source, flags)).toBe('exponential');
});

test.each([
  /^[a-z]+$/,
  /\s+/g,
  /[^a-z0-9]+/g,
  /^[^\s@]+@[^\s@]+$/,
  /^(?:[01]\d|2[0-3]):[0-5]\d$/,
  /(https?:\/\/[^\s<>"']+)/,
  /^(?!\.)(?!.*\.\.)([\w'+.-]*)[\w+-]@([A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/,
  /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
  /[\d!@#$%^&*._-]{1,5}$/u,
  /foo\s+bar/,
  /,\s*$/,
  /^[\s\0]*[=+@]/,
  /^\[[^\]]*\](?:x|$)/,
  /\p{L}{1,2}$/u,
  /\s+$/y,
])('%s is linear', ({ source, flags }) => {
  expect(patternProblem(source, flags)).toBeNull();
});

test('what is called quadratic is', () => {
  const looks = (size: number) => {
    const text = `${'!'.repeat(size)}a`;
    const from = process.threadCpuUsage();
    for (let round = 0; round < 5; round++) /[^\p{L}]+$/u.test(text);
    return process.threadCpuUsage(from).user;
  };
  looks(2_000);
  expect(looks(8_000)).toBeGreaterThan(looks(2_000) * 6);
});
