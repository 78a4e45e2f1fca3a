import { describe, expect, test } from 'vitest';
import { checkCustomsCode, readCustomsCode } from './customs-code.ts';

describe('the customs enterprise code', () => {
  test.each(['31222699S7', '4403169D3W', '33189630GS', '4101W68006', '5301960001'])('%s is sound', (code) => {
    expect(checkCustomsCode(code)).toEqual([]);
  });

  test('it tells place, area and kind of firm', () => {
    expect(readCustomsCode('53019601AB')).toEqual({
      place: '5301',
      areaType: '9',
      firmType: '6',
      serial: '01AB',
    });
  });

  test.each(['', '530196000', '53019600011', '5301060001', '53019E0001', '53019600a1'])(
    'the text "%s" does not have the form of one',
    (text) => {
      expect(checkCustomsCode(text).map((found) => found.code)).toEqual(['REG-CUSTOMS-CODE-FORMAT']);
    },
  );

  test('it begins with a province', () => {
    expect(checkCustomsCode('9901960001').map((found) => found.code)).toEqual(['REG-CUSTOMS-CODE-PLACE']);
  });
});
