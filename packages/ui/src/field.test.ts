import { expect, it } from 'vitest';
import { classNames } from './class-names.tsx';
import { describedBy, errorId, helpId } from './field.tsx';

it('points a field at its help and its fault, and at nothing that is not drawn', () => {
  expect(describedBy('f')).toBeUndefined();
  expect(describedBy('f', 'help')).toBe(helpId('f'));
  expect(describedBy('f', undefined, 'wrong')).toBe(errorId('f'));
  expect(describedBy('f', 'help', 'wrong')).toBe(`${helpId('f')} ${errorId('f')}`);
  expect(describedBy('f', '', '')).toBeUndefined();
});

it('joins the names of classes that are there', () => {
  expect(classNames('a', false, null, undefined, '', 'b c')).toBe('a b c');
  expect(classNames()).toBe('');
});
