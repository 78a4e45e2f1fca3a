import { describe, expect, test } from 'vitest';
import { type Sealed, seal, unseal } from './seal.ts';

const sealed: Sealed = {
  ...{ kind: 'release', ebpCode: '5301363602', orderNo: 'D260310S01A', statusCode: '800' },
  ...{ taxTotal: '20.75', printedAt: '2026-03-10T02:10:00.000Z' },
};

describe('the text a paper is checked by', () => {
  test('gives back what the paper says', () => {
    expect(unseal('secret', seal('secret', sealed))).toEqual(sealed);
    const untaxed = { ...sealed, kind: 'list', taxTotal: undefined, orderNo: '茶-1' } as const;
    expect(unseal('secret', seal('secret', untaxed))).toEqual(untaxed);
    const pass = { ...untaxed, kind: 'pass', orderNo: 'HF862826E000000003', statusCode: 'made' } as const;
    expect(unseal('secret', seal('secret', pass))).toEqual(pass);
  });

  test('is nothing when one letter of it is another', () => {
    const text = seal('secret', sealed);
    for (const place of text.split('').keys()) {
      const other = `${text.slice(0, place)}${text[place] === 'A' ? 'B' : 'A'}${text.slice(place + 1)}`;
      // The last letter of base64 holds bits that mean nothing: the same facts are the same paper.
      const read = unseal('secret', other);
      if (read !== undefined) expect(read, `letter ${place}`).toEqual(sealed);
    }
  });

  test.each([
    ['made with another secret', seal('other', sealed)],
    ['cut short', seal('secret', sealed).slice(0, -1)],
    ['without a digest', seal('secret', sealed).split('~')[0] ?? ''],
    ['empty', ''],
    ['with a digest of many bytes', `AAAA~${'é'.repeat(18)}`],
  ])('is nothing %s', (_how, text) => {
    expect(unseal('secret', text)).toBeUndefined();
  });
});
