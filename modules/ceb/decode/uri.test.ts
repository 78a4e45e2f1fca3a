import { expect, it } from 'vitest';
import { isUriReference } from './uri.ts';

it.each([
  '',
  '#a',
  '?',
  'a:b:c',
  'http://host',
  '//u:p@[::1]:8/p?q#f',
  'a/b:c',
  '%41',
  '//h:2147483647',
  '../x;y=1',
])('a URI reference: %s', (text) => {
  expect(isUriReference(text)).toBe(true);
});

it.each([
  ':b',
  '1:b',
  '#a#b',
  '%',
  '%4',
  '%zz',
  'http://h:x/',
  '//h:',
  '//h:2147483648',
  '//[::1',
  '//a@b@c',
  'a b',
  '中',
  '[x]',
])('not a URI reference: %s', (text) => {
  expect(isUriReference(text)).toBe(false);
});
