import { expect, it } from 'vitest';
import { otherEnd } from './other-end.ts';

it.each([
  ['folder:/srv/eport', 'folder:/srv/eport?out=in&in=out'],
  ['folder:/srv/eport?out=send&in=recv&poll=50', 'folder:/srv/eport?out=recv&in=send&poll=50'],
  ['amqp://u:p@host:5672/v', 'amqp://u:p@host:5672/v?out=from-customs&in=to-customs'],
  ['amqp://host/?out=a&in=b', 'amqp://host/?out=b&in=a'],
  ['no address', 'no address'],
])('the other end of %s is %s', (theirs, ours) => {
  expect(otherEnd(theirs)).toBe(ours);
});
