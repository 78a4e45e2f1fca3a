import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { organisationCheckCharacter, usccCheckCharacter } from '#kernel';
import { checkOrganisationCode, checkUscc } from './uscc.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const characters = (count: number, from = ALPHABET) =>
  fc.array(fc.constantFrom(...from), { minLength: count, maxLength: count }).map((list) => list.join(''));
const firstSeventeen = fc
  .tuple(characters(2), characters(6, '0123456789'), characters(9))
  .map((parts) => parts.join(''));

describe('the unified social credit code', () => {
  test('the check characters of the rulebook come out', () => {
    expect(usccCheckCharacter('91530100MA6K0TEAT')).toBe('6');
    expect(usccCheckCharacter('91530100MA6KABCD1')).toBe('H');
  });

  test('a code with its right check character has no findings', () => {
    fc.assert(
      fc.property(firstSeventeen, (body) => checkUscc(body + usccCheckCharacter(body)).length === 0),
      { numRuns: 200 },
    );
  });

  test('one character mistyped is always found', () => {
    fc.assert(
      fc.property(firstSeventeen, fc.nat(17), fc.nat(29), (body, at, shift) => {
        const code = body + usccCheckCharacter(body);
        const from = at >= 2 && at < 8 ? ALPHABET.slice(0, 10) : ALPHABET;
        const other = from.charAt(
          (from.indexOf(code.charAt(at)) + 1 + (shift % (from.length - 1))) % from.length,
        );
        return checkUscc(code.slice(0, at) + other + code.slice(at + 1)).length === 1;
      }),
      { numRuns: 300 },
    );
  });

  test('a wrong check character is told with the right one', () => {
    const [found] = checkUscc('91530100MA6K0TEAT7', 'uscc');
    expect(found?.code).toBe('REG-USCC-CHECK');
    expect(found?.path).toBe('uscc');
    expect(found?.remedy.zh).toContain('“6”');
    expect(found?.remedy.en).toContain('"6"');
  });

  test.each(['', '91530100MA6K0TEAT', '91530100ma6k0teat6', '9153010OMA6K0TEAT6', '91530100MA6K0TEAI6'])(
    'the text "%s" does not have the form of one',
    (text) => {
      expect(checkUscc(text).map((found) => found.code)).toEqual(['REG-USCC-FORMAT']);
    },
  );

  test('the check character of something else is not computed', () => {
    expect(() => usccCheckCharacter('91530100')).toThrow(RangeError);
  });
});

describe('the organisation code', () => {
  test('the check character of the rulebook comes out', () => {
    expect(organisationCheckCharacter('D2143569')).toBe('X');
  });

  test('it is sound with and without its hyphen', () => {
    expect(checkOrganisationCode('D2143569-X')).toEqual([]);
    expect(checkOrganisationCode('D2143569X')).toEqual([]);
  });

  test('a wrong check character is told with the right one', () => {
    const [found] = checkOrganisationCode('D2143569-1');
    expect(found?.code).toBe('REG-ORGANISATION-CODE-CHECK');
    expect(found?.remedy.en).toContain('"X"');
  });

  test('a short one does not have the form', () => {
    expect(checkOrganisationCode('D2143')[0]?.code).toBe('REG-ORGANISATION-CODE-FORMAT');
  });
});
