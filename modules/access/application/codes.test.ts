import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { base32, fromBase32 } from '../domain/base32.ts';
import { CommonPasswords, prefixBytes } from './common-passwords.ts';
import { meant, recoveryCode, recoveryHash, writtenSecret } from './one-time.ts';
import { costsOtherwise, hashPassword, isPassword } from './passwords.ts';
import { codeOf, otpauth, stepAt, stepOf } from './totp.ts';

describe('a code of an authenticator app', () => {
  const secret = Buffer.from('12345678901234567890');

  // RFC 6238, appendix B; eight digits there, of which apps show the last six.
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('is that of the standard at second %d', (second, code) => {
    const at = new Date(second * 1_000);
    expect(codeOf(secret, stepAt(at))).toBe(code);
    expect(stepOf(secret, ` ${code.slice(0, 3)} ${code.slice(3)}`, at)).toBe(stepAt(at));
  });

  test('is good a step early or late, for a clock that is a little off, and no longer', () => {
    const at = new Date(1_111_111_111_000);
    const off = (steps: number) => stepOf(secret, codeOf(secret, stepAt(at) + steps), at);
    expect([-2, -1, 0, 1, 2].map((steps) => off(steps) !== undefined)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    for (const wrong of ['', '05047', '0504711', 'abcdef']) expect(stepOf(secret, wrong, at)).toBeUndefined();
  });

  test('has an address an app reads', () => {
    expect(otpauth(secret, 'Chama', 'wang@x')).toBe(
      'otpauth://totp/Chama:wang%40x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Chama',
    );
  });
});

test('base32 is that of RFC 4648, there and back', () => {
  for (const [text, written] of [
    ...[
      ['', ''],
      ['f', 'MY'],
      ['fo', 'MZXQ'],
      ['foo', 'MZXW6'],
      ['foob', 'MZXW6YQ'],
      ['fooba', 'MZXW6YTB'],
      ['foobar', 'MZXW6YTBOI'],
    ],
  ] as [string, string][]) {
    expect(base32(Buffer.from(text))).toBe(written);
    expect(Buffer.from(fromBase32(written)).toString()).toBe(text);
  }
  expect(() => fromBase32('M1')).toThrow(RangeError);
});

test('a secret that is written down is good however it is typed', () => {
  const secret = writtenSecret(4);
  expect(secret).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
  expect(meant(` ${secret.toUpperCase().replaceAll('-', ' ')} `)).toBe(meant(secret));
  expect(recoveryHash(secret.toUpperCase())).toEqual(recoveryHash(secret));
  expect(writtenSecret(4)).not.toBe(secret);
  // 24 of 31 letters are more than 112 bits, so that a hash without salt is enough.
  const code = recoveryCode().replaceAll('-', '');
  expect(code.length * Math.log2(31)).toBeGreaterThan(112);
});

describe('a password', () => {
  const cheap = { memoryKib: 64, passes: 1, lanes: 1 };

  test('is known by its hash, whatever keyboard it was typed on, at the cost it was hashed at', async () => {
    const phc = await hashPassword('caf\u00e9 \uff11\uff12', cheap);
    expect(phc).not.toBe(await hashPassword('caf\u00e9 \uff11\uff12', cheap));
    const dear = { ...cheap, passes: 2 };
    expect(await isPassword('cafe\u0301 12', phc, dear)).toBe(true);
    expect(await isPassword('cafe 12', phc, dear)).toBe(false);
    expect([costsOtherwise(phc, cheap), costsOtherwise(phc, dear)]).toEqual([false, true]);
  });

  test('of nobody is wrong, and takes as long', async () => {
    expect(await isPassword('', null, cheap)).toBe(false);
    expect(await isPassword('x', '$argon2id$v=19$m=64,t=1,p=1$$', cheap)).toBe(false);
    const cost = { memoryKib: 19_456, passes: 2, lanes: 1 };
    const phc = await hashPassword('x', cost);
    const timed = async (hash: string | null) => {
      const begin = performance.now();
      await isPassword('y', hash, cost);
      return performance.now() - begin;
    };
    // The quickest of several, taken in turns: whatever else the machine does makes one slower, and for a while both.
    let [known, unknown] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let times = 0; times < 5; times++) {
      known = Math.min(known, await timed(phc));
      unknown = Math.min(unknown, await timed(null));
    }
    expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(4);
  });

  test('guessers know is found in the list that is shipped, and others are not', () => {
    const list = new CommonPasswords(new URL('../../../contracts/common-passwords.bin', import.meta.url));
    for (const known of [
      'password1',
      'PASSWORD123',
      'qwertyuiop',
      'woaini1314',
      'haiguan@123',
      '123456789',
      'Iloveyou2024',
    ])
      expect([known, list.has(known)]).toEqual([known, true]);
    for (const fresh of ['seven mules cross the pass', 'x8Kq!pL2vR', '茶马古道上走着七匹骡子'])
      expect([fresh, list.has(fresh)]).toEqual([fresh, false]);
    list.close();
  });

  test('is looked for in no list that has been cut off', () => {
    const folder = mkdtempSync(join(tmpdir(), 'chama-passwords-'));
    const path = join(folder, 'list.bin');
    writeFileSync(path, Buffer.alloc(2 * prefixBytes - 1));
    expect(() => new CommonPasswords(path)).toThrow('is no list of common passwords');
    rmSync(folder, { recursive: true });
  });
});
