import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capitalAmount } from './capital-amount.ts';

describe('an amount in capital figures', () => {
  test.each([
    ['0', '零元整'],
    ['0.05', '伍分'],
    ['0.50', '伍角'],
    ['20.75', '贰拾元柒角伍分'],
    ['1409.50', '壹仟肆佰零玖元伍角'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['107000.53', '壹拾万零柒仟元伍角叁分'],
    ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['100000000', '壹亿元整'],
    ['100000001', '壹亿零壹元整'],
    ['1000000000000', '壹万亿元整'],
    ['26000', '贰万陆仟元整'],
  ])('%s is written %s', (amount, text) => {
    expect(capitalAmount(amount)).toBe(text);
  });

  test.each(['', '-1', '1.234', '1e3', '12345678901234567'])('refuses %j', (amount) => {
    expect(() => capitalAmount(amount)).toThrow(RangeError);
  });

  test('reads back as the same amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (cents) => {
        const amount = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
        expect(readBack(capitalAmount(amount))).toBe(cents);
      }),
    );
  });
});

/** The amount a text says, in cents, read as a person would: figure, then place. */
function readBack(text: string): number {
  const figure = (character: string) => '零壹贰叁肆伍陆柒捌玖'.indexOf(character);
  const place: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 };
  let [total, four, last] = [0, 0, 0];
  let cents = 0;
  for (const character of text) {
    if (figure(character) >= 0) last = figure(character);
    else if (place[character]) {
      four += last * place[character];
      last = 0;
    } else if (character === '万' || character === '亿') {
      total += (four + last) * (character === '万' ? 1e4 : 1e8);
      [four, last] = [0, 0];
    } else if (character === '元') {
      total += four + last;
      [four, last] = [0, 0];
    } else if (character === '角' || character === '分') {
      cents += last * (character === '角' ? 10 : 1);
      last = 0;
    }
  }
  return total * 100 + cents;
}
