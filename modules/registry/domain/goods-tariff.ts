import type { Bilingual, Day, Finding } from '#kernel';
import { checkFinding } from './check-finding.ts';
import type { CodeLists } from './code-lists.ts';
import type { Goods } from './goods.ts';

/** What the tariff of a day says of a code. */
export interface TariffFacts {
  readonly name: Bilingual;
  readonly unit1: string;
  readonly unit2?: string;
  /** Whether retail import is open to it that day. */
  readonly positive: 'yes' | 'no' | 'unknown';
  /** Only from a bonded zone. */
  readonly bondedOnly: boolean;
}

/** The tariff, asked by code and day; plugged in, as the register knows no tax. */
export type TariffLookup = (gcode: string, day: Day) => TariffFacts | undefined;

/** Whether the tariff has the code on the day, and whether the goods are measured in its legal units. */
export function checkGoodsTariff(goods: Goods, tariff: TariffLookup, lists: CodeLists, day: Day): Finding[] {
  if (!/^\d{10}$/.test(goods.gcode)) return [];
  const facts = tariff(goods.gcode, day);
  if (!facts)
    return [
      checkFinding(
        'REG-GOODS-TARIFF-LINE',
        'gcode',
        'R-11.3',
        {
          zh: `税则中没有${day}有效的“${goods.gcode}”`,
          en: `The tariff of ${day} has no line "${goods.gcode}"`,
        },
        {
          zh: '核对10位商品编码；如为新编码，请运营人员更新税则',
          en: 'Compare the ten digits; where the code is new, ask the operators to bring the tariff up to date',
        },
      ),
    ];
  const units = [
    ['unit1', goods.unit1, facts.unit1],
    ['unit2', goods.unit2, facts.unit2],
  ] as const;
  return units.flatMap(([path, given, legal]) =>
    given === legal ? [] : [unitFinding(path, given, legal, lists)],
  );
}

function unitFinding(
  path: string,
  given: string | undefined,
  legal: string | undefined,
  lists: CodeLists,
): Finding {
  const name = (code: string | undefined, language: 'zh' | 'en'): string =>
    code === undefined ? (language === 'zh' ? '无' : 'none') : (lists.name('unit', code, language) ?? code);
  return checkFinding(
    'REG-GOODS-LEGAL-UNIT',
    path,
    'R-11.3',
    {
      zh: `税则的法定单位是“${name(legal, 'zh')}”，不是“${name(given, 'zh')}”`,
      en: `The legal unit of the tariff line is ${name(legal, 'en')}, not ${name(given, 'en')}`,
    },
    {
      zh: legal === undefined ? '删除第二单位' : `填写${legal}`,
      en: legal === undefined ? 'Leave the second unit out' : `Give ${legal}`,
    },
  );
}
