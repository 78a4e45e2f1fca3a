import { type Bilingual, type Decimal, formatDecimal, readDecimal } from '#kernel';
import { type FiledGoodsFact, NOTHING, type RiskSetting, type RuleLogic, type Sighting } from './rule.ts';

const shared = {
  version: 1,
  group: 'economic',
  rule: 'R-6.3',
  from: '2026-01-01',
  confidence: 'D',
  needs: 'filedGoods',
} as const;
const itemPath = (at: number, field: string) => `Inventory/InventoryList[${at + 1}]/${field}`;

/** Fields that a list and a filing of goods share, as people call them. */
const names: Readonly<Record<string, Bilingual>> = {
  gcode: { zh: '商品编码', en: 'tariff code' },
  gname: { zh: '商品名称', en: 'goods name' },
  country: { zh: '原产国', en: 'country of origin' },
  unit: { zh: '计量单位', en: 'unit' },
  unit1: { zh: '法定计量单位', en: 'legal unit' },
};

/** Names differ where neither holds the other, however they are spaced and cased. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
const agrees = (field: string, declared: string, filed: string): boolean => {
  if (field !== 'gname') return declared === filed;
  const [one, other] = [plain(declared), plain(filed)];
  return one.includes(other) || other.includes(one);
};

/** Goods are declared as their seller has filed them. */
export const goodsDiffer: RuleLogic = {
  ...shared,
  code: 'RISK-GOODS-DIFFER',
  indicator: 'K10',
  text: {
    zh: '清单商品应与电商企业备案的商品一致',
    en: 'Goods of a list should be what their seller has filed under that item number',
  },
  source: 'design default: R-11.3, goods are filed beforehand',
  thresholds: ['fields'],
  prepare: ([setting]) => {
    const fields = (setting.thresholds.fields ?? '').split('|');
    return ({ dossier: { declaration } }, { filedGoods }) => {
      let seen: Sighting[] | undefined;
      for (const [at, item] of declaration.items.entries()) {
        const filed = item.itemNo === undefined ? undefined : filedGoods?.(item.itemNo);
        if (!filed) continue;
        for (const field of fields) {
          const declared = String(item[field as keyof typeof item] ?? '');
          const known = filed[field as keyof FiledGoodsFact];
          if (known === undefined || agrees(field, declared, known)) continue;
          seen ??= [];
          seen.push(differing(setting, { at, gnum: item.gnum, field, declared, filed: known }));
        }
      }
      return seen ?? NOTHING;
    };
  },
};

interface Difference {
  readonly at: number;
  readonly gnum: number;
  readonly field: string;
  readonly declared: string;
  readonly filed: string;
}

function differing(setting: RiskSetting, { at, gnum, field, declared, filed }: Difference): Sighting {
  const name = names[field] ?? { zh: field, en: field };
  return {
    setting,
    path: itemPath(at, field),
    message: {
      zh: `第${gnum}项的${name.zh}“${declared}”与备案的“${filed}”不同`,
      en: `The ${name.en} of line ${gnum}, "${declared}", is not the "${filed}" that was filed`,
    },
    remedy: {
      zh: '核对商品；申报有误的更正清单，备案过时的变更商品备案',
      en: 'Compare the goods: mend the list, or file the goods anew where they have changed',
    },
    evidence: [{ paper: 'declaration', path: itemPath(at, field), value: declared }],
  };
}

/** Goods are sold at about the price that was filed. */
export const goodsPrice: RuleLogic = {
  ...shared,
  code: 'RISK-GOODS-PRICE',
  indicator: 'K5',
  text: {
    zh: '清单商品单价不应远离备案单价',
    en: 'The price of goods should not be far from the price that was filed',
  },
  source: 'R-6.3 K5 in proportion: below 70 % of what is usual',
  thresholds: ['below_percent', 'above_percent'],
  prepare: ([setting]) => {
    const below = BigInt(setting.thresholds.below_percent ?? '0');
    const above = BigInt(setting.thresholds.above_percent ?? '0');
    return ({ dossier: { declaration } }, { filedGoods }) => {
      let seen: Sighting[] | undefined;
      for (const [at, item] of declaration.items.entries()) {
        const filed = item.itemNo === undefined ? undefined : filedGoods?.(item.itemNo);
        // Another unit has another price, and gifts have none.
        if (filed?.price === undefined || filed.unit !== item.unit) continue;
        const [declared, usual] = [readDecimal(String(item.price)), readDecimal(filed.price)];
        if (!declared || !usual || declared <= 0n) continue;
        const share = declared * 100n;
        if (share >= usual * below && share <= usual * above) continue;
        seen ??= [];
        seen.push(farOff(setting, at, item.gnum, declared, usual));
      }
      return seen ?? NOTHING;
    };
  },
};

const farOff = (
  setting: RiskSetting,
  at: number,
  gnum: number,
  declared: Decimal,
  usual: Decimal,
): Sighting => ({
  setting,
  path: itemPath(at, 'price'),
  message: {
    zh: `第${gnum}项单价${formatDecimal(declared)}元远离备案单价${formatDecimal(usual)}元`,
    en: `The price of line ${gnum}, CNY ${formatDecimal(declared)}, is far from the CNY ${formatDecimal(usual)} that was filed`,
  },
  remedy: {
    zh: '核对成交价格与计量单位；价格已变的变更商品备案',
    en: 'Compare price and unit; where the price has changed, file the goods anew',
  },
  evidence: [{ paper: 'declaration', path: itemPath(at, 'price'), value: formatDecimal(declared) }],
});
