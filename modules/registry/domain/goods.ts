import { type Bilingual, type Day, type Finding, isDay } from '#kernel';
import { checkFinding } from './check-finding.ts';
import type { CodeLists } from './code-lists.ts';
import { checkCustomsCode } from './customs-code.ts';
import { checkGtin } from './gtin.ts';

/** Goods a seller has registered. Names are those of the CEB list's fields. */
export interface Goods {
  /** Customs code of the seller; with `itemNo` the key. */
  readonly ebcCode: string;
  /** The seller's own number, at most 20 characters (CEB621). */
  readonly itemNo: string;
  readonly itemName: string;
  readonly nameEn?: string;
  readonly brand?: string;
  /** Paper by which the seller may sell the brand: number of a right, or of a letter of authority. */
  readonly brandRight?: string;
  /** Ten digits of the customs tariff. */
  readonly gcode: string;
  readonly gname: string;
  readonly gmodel: string;
  /** GTIN; `无` where the goods carry none. */
  readonly barCode?: string;
  /** Country of origin, three digits. */
  readonly country: string;
  readonly unit: string;
  /** First unit of the tariff line. */
  readonly unit1: string;
  /** How many first legal units one `unit` holds, e.g. `0.25`. */
  readonly unit1Quantity?: string;
  readonly unit2?: string;
  readonly unit2Quantity?: string;
  /** CNY a `unit`, as the seller expects to sell it. */
  readonly price?: string;
  /** Number of the bonded zone's account book, for 1210. */
  readonly emsNo?: string;
  /** Number of the goods in it. */
  readonly itemRecordNo?: string;
  readonly validFrom: Day;
  /** Last day, inclusive; open when absent. */
  readonly validTo?: Day;
}

const CODE_REMEDY: Bilingual = {
  zh: '取自海关代码表（contracts/codelists）',
  en: 'Take it from the customs code list (contracts/codelists)',
};

function goodsFinding(code: string, path: string, zh: string, en: string, remedy: Bilingual): Finding {
  return checkFinding(code, path, 'R-11.3', { zh, en }, remedy);
}

function checkCodes(goods: Goods, lists: CodeLists): Finding[] {
  const codes = [
    ['country', 'country', goods.country],
    ['unit', 'unit', goods.unit],
    ['unit1', 'unit', goods.unit1],
    ['unit2', 'unit', goods.unit2],
  ] as const;
  const findings: Finding[] = [];
  for (const [path, list, code] of codes) {
    if (code === undefined || lists.has(list, code)) continue;
    findings.push(
      goodsFinding(
        'REG-GOODS-CODE',
        path,
        `代码“${code}”不在代码表中`,
        `Code "${code}" is in no code list`,
        CODE_REMEDY,
      ),
    );
  }
  return findings;
}

const figure = /^\d{1,12}(?:\.\d{1,5})?$/;

/** Figures are positive; a unit that is the legal one holds one of it; and a second quantity needs a second unit. */
function checkFigures({
  unit,
  unit1,
  unit1Quantity,
  unit2,
  unit2Quantity,
  price,
  emsNo,
  itemRecordNo,
}: Goods) {
  const findings: Finding[] = [];
  const figures = [
    ['unit1Quantity', unit1Quantity, unit1],
    ['unit2Quantity', unit2Quantity, unit2],
    ['price', price, '-'],
  ] as const;
  for (const [path, value, legal] of figures) {
    if (value === undefined) continue;
    const sound = figure.test(value) && Number(value) > 0 && legal !== undefined;
    if (sound && !(legal === unit && Number(value) !== 1)) continue;
    findings.push(
      goodsFinding('REG-GOODS-FIGURE', path, `“${value}”不能作为${path}`, `"${value}" cannot be ${path}`, {
        zh: '填写正数，小数最多5位；计量单位即法定单位时换算为1；没有第二单位时不填',
        en: 'Give a positive number of at most 5 decimals; 1 where the unit is the legal one; none without a second unit',
      }),
    );
  }
  if (emsNo !== undefined && itemRecordNo === undefined)
    findings.push(
      goodsFinding(
        'REG-GOODS-BOOK',
        'itemRecordNo',
        '填写了账册编号而没有账册备案料号',
        'An account book is named and no item number in it',
        { zh: '填写该商品在账册中的料号', en: 'Give the number of the goods in the account book' },
      ),
    );
  return findings;
}

/**
 * Everything a goods entry must satisfy before it is stored: the seller's code, texts and their lengths, tariff code,
 * bar code, country and units, period. Whether the tariff line exists is the tariff's matter, not asked here.
 */
export function checkGoods(goods: Goods, lists: CodeLists): Finding[] {
  const findings = [
    ...checkCustomsCode(goods.ebcCode, 'ebcCode'),
    ...checkCodes(goods, lists),
    ...checkFigures(goods),
  ];
  const texts = [
    ['itemNo', goods.itemNo, 20],
    ['itemName', goods.itemName, 250],
    ['gname', goods.gname, 250],
    ['gmodel', goods.gmodel, 510],
    ['nameEn', goods.nameEn ?? '-', 250],
    ['brand', goods.brand ?? '-', 100],
    ['brandRight', goods.brandRight ?? '-', 100],
    ['emsNo', goods.emsNo ?? '-', 30],
    ['itemRecordNo', goods.itemRecordNo ?? '-', 30],
  ] as const;
  for (const [path, text, limit] of texts) {
    if (text.trim() !== '' && [...text].length <= limit) continue;
    findings.push(
      goodsFinding(
        'REG-GOODS-TEXT',
        path,
        `${path}为空或超过${limit}字`,
        `${path} is empty or longer than ${limit} characters`,
        { zh: `填写1至${limit}字`, en: `Give 1 to ${limit} characters` },
      ),
    );
  }
  if (!/^\d{10}$/.test(goods.gcode)) {
    findings.push(
      goodsFinding(
        'REG-GOODS-TARIFF-CODE',
        'gcode',
        `商品编码“${goods.gcode}”不是10位数字`,
        `Tariff code "${goods.gcode}" is not ten digits`,
        {
          zh: '8位税则号列加2位附加编号',
          en: 'Give the eight digits of the tariff line and two of its subdivision',
        },
      ),
    );
  }
  if (goods.barCode !== undefined && goods.barCode !== '无') findings.push(...checkGtin(goods.barCode));
  const { validFrom, validTo } = goods;
  if (!isDay(validFrom) || (validTo !== undefined && (!isDay(validTo) || validTo < validFrom))) {
    findings.push(
      goodsFinding(
        'REG-GOODS-PERIOD',
        'validFrom',
        '备案有效期不成立',
        'The period of registration does not hold',
        {
          zh: '起止日期应为YYYY-MM-DD，且止日不早于起日',
          en: 'Give days as YYYY-MM-DD, the last not before the first',
        },
      ),
    );
  }
  return findings;
}
