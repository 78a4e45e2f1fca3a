import fc from 'fast-check';
import { expect, it } from 'vitest';
import { base64Bytes, base64Text } from './base64.ts';

it('writes what Node writes, and reads it back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const text = base64Text(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64'));
      expect(base64Bytes(text)).toEqual(bytes);
    }),
  );
});

it('reads over the white space of XML', () => {
  expect(base64Bytes(' A Q\tI\r\nD ')).toEqual(Uint8Array.of(1, 2, 3));
});

it.each([
  'A',
  'AB',
  'ABC',
  'AB=',
  'AB=C',
  'AB==A',
  'A===',
  '====',
  'AQJ=',
  'AR==',
  'AQI-',
  'AQI\u00a0',
  'AQID=',
])('refuses %j, which is cut, wrongly padded, or holds bits beyond its last byte', (text) =>
  expect(base64Bytes(text)).toBeUndefined(),
);
