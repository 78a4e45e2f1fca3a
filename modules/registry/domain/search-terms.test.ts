import { describe, expect, test } from 'vitest';
import type { Goods } from './goods.ts';
import { type Spell, searchTermsOf, soughtOf } from './search-terms.ts';

const readings: Readonly<Record<string, string>> = { 老: 'lao', 挝: 'wo', 咖: 'ka', 啡: 'fei', 豆: 'dou' };
const spell: Spell = (text) => [...text].map((one) => readings[one] ?? one);
const coffee: Goods = {
  ...{ ebcCode: '5301960002', itemNo: 'LAO-COFFEE-250', itemName: '老挝咖啡豆', gcode: '0901210000' },
  ...{ gname: '咖啡', gmodel: '250克/袋', nameEn: 'Bolaven Coffee Beans', barCode: '6901234567892' },
  ...{ country: '119', unit: '136', unit1: '035', validFrom: '2026-01-01' },
};
const { spelled, terms } = searchTermsOf(coffee, spell);

/** Whether a search finds the coffee, as the database looks for it. */
function finds(typed: string): boolean {
  const { terms: asked, words } = soughtOf(typed);
  return asked.every((term) => terms.includes(term)) && words.every((word) => spelled.includes(word));
}

describe('goods are found', () => {
  test.each([
    ['咖啡', 'by any part of the Chinese name'],
    ['老挝咖啡豆', 'by all of it'],
    ['豆', 'by one character'],
    ['kafei', 'by its reading, from any character on'],
    ['laowokafeidou', 'by the reading of all of it'],
    ['kf', 'by first letters'],
    ['LWKFD', 'by all first letters, in whatever case'],
    ['bolav', 'by the beginning of an English word'],
    ['coffee beans', 'by several words, each somewhere'],
    ['0901', 'by the beginning of the tariff code'],
    ['0901210000', 'by all of it'],
    ['6901234567892', 'by the bar code'],
    ['lao-coffee', 'by the seller’s own number'],
    ['咖啡 0901', 'by name and code together'],
    ['', 'when nothing is asked for'],
  ])('%s: %s', (typed) => {
    expect(finds(typed)).toBe(true);
  });

  test.each(['红茶', 'hongcha', '咖豆', '0902', 'tea', 'kafeidouzi', '老挝 茶'])('not by %s', (typed) => {
    expect(finds(typed)).toBe(false);
  });
});
