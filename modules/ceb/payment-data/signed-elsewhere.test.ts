import { describe, expect, test } from 'vitest';
import { nodePrimitives, type PublicKey, readPublicKey } from '#signatures';
import { draftPaymentData, readPaymentData } from './real-time-data.ts';
import { UNSIGNED } from './testing/payments.ts';

// Signatures OpenSSL 3.0 made over the string of this payment with keys made for it, thrown away since:
//   openssl pkeyutl -sign -rawin -digest sm3 -pkeyopt distid:1234567812345678 …, DER taken apart to r‖s
//   openssl dgst -sha1 -sign …
const SM2_KEY =
  '0468f9ffd948c5b871193788d4789643e8956e6a939b95d069315056e7e7c7f0b357dbe8197a6e7a9be1b5fb1ebe43fda4c22ef7ec359134de51f12fd9bbc14776';
const SM2_SIGNATURE =
  '7SL8+E9X7DrS1WFZYCAM68zhbDVEAaL+1sv73Gb4ltOz0C0fNf0XOrGwOqF8zApUkRf/E0uaHv0s0dHretONuA==';
const RSA_KEY =
  'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCkmmoBGJQbk/swv5byS0/ArEYovDJlvpThxFFyUoosTkDIAG0eysX38MJjFqTCzfWMne4jj3RSfixoBXBbwaiiCTJNRUMCcN+DOvkvkJr0j4Y13wwW8u4Z2NNkrZL1CJ4ZuDq9whqVklXefCrm/NH5AELLppIdPbDRJf8WDhEO+QIDAQAB';
const RSA_SIGNATURE =
  'Q3jHO2ZGlo9Qt/6IGrBAWw4ybDcQbSr8uC4Cu9MEs3wMWvJft1It/tJ3j0xi2MVqux+qSt54i2+EgF7qMjfOiy09J6cKjzPVD5p3PZxWK7lx7+56ASIhgefxfnJ9El1x+kLL8zEuxRYdSPydUjqBf0lkJI6b50Snlp9XN9tbp6s=';

const by = (key: PublicKey | undefined, hash: 'sm3' | 'sha1', signature: string) => (text: string) =>
  key !== undefined &&
  nodePrimitives.verifies(key, hash, Buffer.from(text), Buffer.from(signature, 'base64'));
const bySm2 = by({ kind: 'sm2', point: Buffer.from(SM2_KEY, 'hex') }, 'sm3', SM2_SIGNATURE);
const byRsa = by(readPublicKey(Buffer.from(RSA_KEY, 'base64')), 'sha1', RSA_SIGNATURE);

describe.each([
  ['SM2', bySm2],
  ['RSA', byRsa],
])('a signature another program made by %s', (_algorithm, verified) => {
  const { toSign, signed } = draftPaymentData(UNSIGNED);

  test('is good for the string we write, and for the one we read from what is sent', () => {
    expect(verified(toSign)).toBe(true);
    expect(verified(readPaymentData(signed('1111100', SM2_SIGNATURE)).toSign ?? '')).toBe(true);
  });

  test.each<[string, (json: string) => string]>([
    ['the amount is written otherwise', (json) => json.replace('"totalAmount":5.0', '"totalAmount":5')],
    ['a character is escaped', (json) => json.replace('普', '\\u666e')],
    ['the time is another', (json) => json.replace('1773107700000', '1773107700001')],
    ['the session is another', (json) => json.replace('fe2374', 'fe2375')],
  ])('is not good once %s', (_what, change) => {
    const changed = change(signed('1111100', SM2_SIGNATURE));
    const read = readPaymentData(changed);
    expect(changed).not.toBe(signed('1111100', SM2_SIGNATURE));
    expect([read.valid, verified(read.toSign ?? '')]).toEqual([true, false]);
  });
});
