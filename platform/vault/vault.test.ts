import { describe, expect, test } from 'vitest';
import { isSealed, keyNumberOf } from './sealing.ts';
import { testVault } from './testing.ts';
import { placeOf, UnknownKey, Vault } from './vault.ts';

const vault = testVault();
const here = placeOf('orders.import_order', 'D1', 'F1');
const bytesOfCopy = (text: string): Buffer => Buffer.from(text.replace(/^\\\\x/, ''), 'hex');

describe('what is sealed', () => {
  test('is read again at its place, the same by both ways of writing it', () => {
    for (const plain of ['', '张三 13800000001', '\u0000\u0001', '🍵'.repeat(3000)]) {
      expect(vault.openText(here, vault.seal(here, plain))).toBe(plain);
      expect(vault.openText(here, bytesOfCopy(vault.sealForCopy(here, plain)))).toBe(plain);
    }
    expect(vault.open(here, vault.seal(here, Uint8Array.of(1, 2, 3)))).toEqual(Buffer.of(1, 2, 3));
  });

  test('is never the same twice, also from another server with the same key', () => {
    const other = testVault();
    const seen = new Set(
      Array.from({ length: 500 }, () =>
        [vault, other].map((one) => one.seal(here, 'x').toString('hex')),
      ).flat(),
    );
    expect(seen.size).toBe(1000);
  });

  test.each([
    ['another row', placeOf('orders.import_order', 'D2', 'F1')],
    ['another table', placeOf('payments.import_payment', 'D1', 'F1')],
    ['a key cut elsewhere', placeOf('orders.import_order', 'D1F', '1')],
  ])('cannot be read in the place of %s', (_what, place) => {
    expect(() => vault.open(place, vault.seal(here, '张三'))).toThrow();
  });

  test('is refused when any byte of it was changed or it was cut short', () => {
    const sealed = vault.seal(here, '张三');
    for (let at = 0; at < sealed.length; at += 1) {
      const spoiled = Buffer.from(sealed);
      spoiled[at] = (spoiled[at] ?? 0) ^ 1;
      // A changed first byte is no longer the form of what is sealed: then it is no text either.
      if (at === 0) expect(vault.open(here, spoiled)).toEqual(spoiled);
      else expect(() => vault.open(here, spoiled), `byte ${at}`).toThrow();
    }
    for (const length of [1, 5, 20, sealed.length - 1])
      expect(() => vault.open(here, sealed.subarray(0, length))).toThrow();
  });

  test('is told from what was kept compressed and bare before', () => {
    const zstd = Buffer.from('28b52ffd2000', 'hex');
    expect(isSealed(zstd)).toBe(false);
    expect(vault.open(here, zstd)).toEqual(zstd);
    expect(isSealed(vault.seal(here, zstd))).toBe(true);
  });
});

describe('a new key', () => {
  test('seals from its beginning on, and what older ones sealed is read as before', () => {
    const two = testVault();
    const old = two.seal(here, '张三');
    two.learn(
      [{ number: 2, bytes: Buffer.alloc(32, 9), beginsAt: new Date(Date.now() + 60_000) }],
      new Map(),
    );
    expect(two.keyInUse).toBe(1);
    two.learn([{ number: 3, bytes: Buffer.alloc(32, 5), beginsAt: new Date(Date.now() - 1) }], new Map());
    expect(keyNumberOf(two.seal(here, '张三'))).toBe(3);
    expect(two.openText(here, old)).toBe('张三');
    expect(() => vault.open(here, two.seal(here, '张三'))).toThrow(UnknownKey);
  });

  test('a connection without keys neither seals nor reads', () => {
    expect(() => new Vault().seal(here, '张三')).toThrow(UnknownKey);
    expect(() => new Vault().open(here, vault.seal(here, '张三'))).toThrow(UnknownKey);
    expect(() => new Vault().personDigest('1:x')).toThrow(UnknownKey);
  });
});

describe('a person', () => {
  test('has one digest, which only the installation’s secret makes', () => {
    const other = new Vault();
    other.learn([], new Map([['person', 'other secret']]));
    const person = '1:530102199001011234';
    expect(vault.personDigest(person)).toBe(testVault().personDigest(person));
    expect(vault.personDigest(person)).toMatch(/^[\w-]{24}$/);
    expect(other.personDigest(person)).not.toBe(vault.personDigest(person));
    expect(vault.contentDigest(person)).toMatch(/^[0-9a-f]{32}$/);
  });
});
