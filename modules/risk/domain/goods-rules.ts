import { NOTHING, type RiskSetting, type RuleLogic, type Sighting } from './rule.ts';

const K10 = { version: 1, indicator: 'K10', group: 'trade', rule: 'R-6.3', from: '2016-04-08' } as const;
const itemPath = (at: number, field: string) => `Inventory/InventoryList[${at + 1}]/${field}`;

/** K10: goods that do not stand on the positive list. */
export const positiveList: RuleLogic = {
  ...K10,
  code: 'RISK-POSITIVE-LIST',
  text: {
    zh: '商品应在跨境电商零售进口商品清单内',
    en: 'Goods must stand on the positive list of retail import',
  },
  source: '八部门公告2022年第7号; GACC 2018-194',
  confidence: 'V',
  needs: 'positiveListing',
  thresholds: [],
  prepare:
    ([setting]) =>
    ({ dossier: { declaration } }, { positiveListing }) => {
      let seen: Sighting[] | undefined;
      const { items } = declaration;
      for (let at = 0; at < items.length; at++) {
        const item = items[at];
        if (item === undefined || positiveListing?.(item.gcode) !== 'no') continue;
        seen ??= [];
        seen.push(unlisted(setting, at, item));
      }
      return seen ?? NOTHING;
    },
};

interface Item {
  readonly gnum: number;
  readonly gcode: string;
  readonly gname: string;
}

const unlisted = (setting: RiskSetting, at: number, { gnum, gcode, gname }: Item): Sighting => ({
  setting,
  path: itemPath(at, 'gcode'),
  message: {
    zh: `第${gnum}项商品编码${gcode}（${gname}）不在跨境电商零售进口商品清单内`,
    en: `Line ${gnum}, ${gcode} (${gname}), is not on the positive list of retail import`,
  },
  remedy: {
    zh: '核对商品编码；编码无误的，按一般贸易进口，或撤销订单并退款',
    en: 'Check the code; if it is right, import as general trade, or cancel and refund the order',
  },
  evidence: [{ paper: 'declaration', path: itemPath(at, 'gcode'), value: gcode }],
});

/** K10: goods the list's notes keep for bonded import. */
export const bondedOnly: RuleLogic = {
  ...K10,
  code: 'RISK-BONDED-ONLY',
  text: {
    zh: '清单备注仅限网购保税的商品不得直购进口',
    en: 'Goods listed for bonded import only may not be bought direct',
  },
  source: '八部门公告2022年第7号, notes',
  confidence: 'V',
  needs: 'bondedOnly',
  thresholds: ['modes'],
  prepare: ([setting]) => {
    const modes = new Set((setting.thresholds.modes ?? '').split('|'));
    return ({ dossier: { declaration } }, facts) => {
      if (!modes.has(declaration.head.tradeMode)) return NOTHING;
      let seen: Sighting[] | undefined;
      for (const [at, { gnum, gcode, gname }] of declaration.items.entries()) {
        if (facts.bondedOnly?.(gcode) !== true) continue;
        const path = itemPath(at, 'gcode');
        seen ??= [];
        seen.push({
          setting,
          path,
          message: {
            zh: `第${gnum}项商品编码${gcode}（${gname}）仅限网购保税进口，不得以${declaration.head.tradeMode}申报`,
            en: `Line ${gnum}, ${gcode} (${gname}), is listed for bonded import only, not for ${declaration.head.tradeMode}`,
          },
          remedy: {
            zh: '以网购保税（1210）进口，或撤销订单并退款',
            en: 'Import it bonded (1210), or cancel and refund the order',
          },
          evidence: [{ paper: 'declaration', path, value: gcode }],
        });
      }
      return seen ?? NOTHING;
    };
  },
};

/** K10: goods of which the tariff at hand does not say whether they are listed. */
export const listingUnknown: RuleLogic = {
  ...K10,
  code: 'RISK-LISTING-UNKNOWN',
  text: {
    zh: '税率表应载明商品是否在零售进口商品清单内',
    en: 'The tariff at hand should say whether goods stand on the positive list',
  },
  source: 'design default: the tariff at hand is not complete',
  confidence: 'D',
  needs: 'positiveListing',
  thresholds: [],
  prepare:
    ([setting]) =>
    ({ dossier: { declaration } }, { positiveListing }) => {
      let seen: Sighting[] | undefined;
      const { items } = declaration;
      for (let at = 0; at < items.length; at++) {
        const item = items[at];
        if (item === undefined) continue;
        const listing = positiveListing?.(item.gcode);
        if (listing === 'yes' || listing === 'no') continue;
        seen ??= [];
        seen.push(unsure(setting, at, item));
      }
      return seen ?? NOTHING;
    },
};

const unsure = (setting: RiskSetting, at: number, { gnum, gcode }: Item): Sighting => ({
  setting,
  path: itemPath(at, 'gcode'),
  message: {
    zh: `第${gnum}项商品编码${gcode}是否在零售进口商品清单内尚不清楚`,
    en: `It is not known whether line ${gnum}, ${gcode}, stands on the positive list`,
  },
  remedy: {
    zh: '查对商品清单原文并补充税率表',
    en: 'Look it up in the published list and complete the tariff',
  },
  evidence: [{ paper: 'declaration', path: itemPath(at, 'gcode'), value: gcode }],
});

interface Word {
  readonly word: string;
  readonly except: readonly string[];
  readonly setting: RiskSetting;
}

const quote = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The words a text speaks once its harmless compounds ("ivory white") are set aside. */
function spoken(text: string, words: readonly Word[]): Word[] {
  return words.filter(({ word, except }) =>
    except.reduce((rest, harmless) => rest.replaceAll(harmless, ''), text).includes(word),
  );
}

/** K10: names that speak of prohibited goods. */
export const keywords: RuleLogic = {
  ...K10,
  code: 'RISK-KEYWORD',
  text: {
    zh: '商品名称不得含禁止进境物品、濒危物种制品等字样',
    en: 'Names of goods may not speak of prohibited goods or products of endangered species',
  },
  source: 'design default; words with their sources in contracts/risk-rules.csv',
  confidence: 'D',
  needs: 'papers',
  thresholds: ['word'],
  prepare: (settings) => {
    const words = settings.map((setting): Word => {
      const { word = '', except = '' } = setting.thresholds;
      return { word, except: except === '' ? [] : except.split('|'), setting };
    });
    // One pass over the text for all words; which of them it was is only asked when there is one.
    const any = new RegExp(words.map(({ word }) => quote(word)).join('|'), 'u');
    return ({ dossier: { declaration } }) => {
      let seen: Sighting[] | undefined;
      const { items } = declaration;
      for (let at = 0; at < items.length; at++) {
        const item = items[at];
        if (item === undefined) continue;
        const field = any.test(item.gname) ? 'gname' : 'itemName';
        const text = item[field];
        if (text === undefined || !any.test(text)) continue;
        for (const { word, setting } of spoken(text, words)) {
          seen ??= [];
          seen.push(forbidden(setting, itemPath(at, field), item.gnum, text, word));
        }
      }
      return seen ?? NOTHING;
    };
  },
};

const forbidden = (
  setting: RiskSetting,
  path: string,
  gnum: number,
  text: string,
  word: string,
): Sighting => ({
  setting,
  path,
  message: {
    zh: `第${gnum}项商品名称“${text}”含“${word}”（${setting.note.zh}）`,
    en: `The name of line ${gnum}, "${text}", speaks of "${word}" (${setting.note.en})`,
  },
  remedy: {
    zh: '禁止进境的商品不得申报；名称引起误解的，按实际商品改正名称',
    en: 'Prohibited goods cannot come in; if the name misleads, name the goods as they are',
  },
  evidence: [{ paper: 'declaration', path, value: text }],
});
