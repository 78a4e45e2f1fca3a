import { describe, expect, test } from 'vitest';
import { citizenIdCheckCharacter } from '#kernel';
import { checkCitizenId } from './citizen-id.ts';

const codes = (value: string, day?: string) =>
  checkCitizenId(value, 'buyerIdNumber', day).map((found) => found.code);
const withCheck = (first17: string) => first17 + citizenIdCheckCharacter(first17);

describe('the citizen identity number', () => {
  test('the check characters of the rulebook come out', () => {
    expect(citizenIdCheckCharacter('11010519491231002')).toBe('X');
    expect(citizenIdCheckCharacter('53010219900307123')).toBe('8');
  });

  test('a sound number has no findings, and a small x is taken as X', () => {
    expect(codes('11010519491231002X')).toEqual([]);
    expect(codes('11010519491231002x')).toEqual([]);
    expect(codes('530102199003071238')).toEqual([]);
  });

  test('a wrong check character is told with the right one, the number masked', () => {
    const [found] = checkCitizenId('530102199003071239', 'buyerIdNumber');
    expect(found?.code).toBe('REG-CITIZEN-ID-CHECK');
    expect(found?.remedy.zh).toContain('“8”');
    expect(found?.message.zh).toContain('5301**********1239');
    expect(JSON.stringify(found)).not.toContain('19900307');
  });

  test('every digit of the body counts', () => {
    const number = '530102199003071238';
    for (let at = 14; at < 17; at++) {
      const digit = (Number(number.charAt(at)) + 1) % 10;
      expect(codes(number.slice(0, at) + digit + number.slice(at + 1))).toEqual(['REG-CITIZEN-ID-CHECK']);
    }
  });

  test('a region that is no province is found', () => {
    expect(codes(withCheck('99010219900307123'))).toEqual(['REG-CITIZEN-ID-REGION']);
  });

  test('a birth day must be in the calendar, since 1900, and not after the day of the check', () => {
    expect(codes(withCheck('53010219900231123'))).toEqual(['REG-CITIZEN-ID-BIRTHDAY']);
    expect(codes(withCheck('53010218991231123'))).toEqual(['REG-CITIZEN-ID-BIRTHDAY']);
    expect(codes(withCheck('53010220270101123'), '2026-11-23')).toEqual(['REG-CITIZEN-ID-BIRTHDAY']);
    expect(codes(withCheck('53010220000229123'), '2026-11-23')).toEqual([]);
  });

  test('every day of birth of a century is sound, and none but days of the calendar', () => {
    for (let year = 1900; year < 2000; year += 9) {
      for (let month = 0; month <= 13; month++) {
        for (let date = 0; date <= 32; date++) {
          const digits = `${year}${String(month).padStart(2, '0')}${String(date).padStart(2, '0')}`;
          const born = new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);
          const real = born === `${year}-${digits.slice(4, 6)}-${digits.slice(6)}`;
          const found = codes(withCheck(`530102${digits}123`), '2026-11-23');
          expect([digits, found]).toEqual([digits, real ? [] : ['REG-CITIZEN-ID-BIRTHDAY']]);
        }
      }
    }
  });

  test('several faults of one number are all reported', () => {
    expect(codes('990102199002311230')).toEqual([
      'REG-CITIZEN-ID-REGION',
      'REG-CITIZEN-ID-BIRTHDAY',
      'REG-CITIZEN-ID-CHECK',
    ]);
  });

  test.each(['', '53010219900307123', 'X3010219900307123X', '5301021990030712381'])(
    'the text "%s" does not have the form of one',
    (text) => {
      expect(codes(text)).toEqual(['REG-CITIZEN-ID-FORMAT']);
    },
  );
});
