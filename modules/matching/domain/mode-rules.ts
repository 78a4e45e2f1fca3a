import { declaration, evidenceOf } from './fields.ts';
import { type Check, found, listed, type RuleGroup } from './rule.ts';

/** what a bonded (1210) list must carry, and where its goods set out. */
const BONDED = {
  rule: 'R-1.18',
  source: 'CEB specification 202205, emsNo, itemRecordNo, country',
  confidence: 'V',
} as const;
const CHINA = '142';

const BOOK = listed(
  {
    ...BONDED,
    code: 'MATCH-BONDED-BOOK',
    what: { zh: '账册编号', en: 'account book number' },
    customsCode: '907001',
  },
  { zh: '保税进口（1210）清单应填账册编号', en: 'A bonded list (1210) must name the account book' },
  ['Inventory/InventoryHead/emsNo'],
);

const RECORD = listed(
  {
    ...BONDED,
    code: 'MATCH-BONDED-ITEM',
    what: { zh: '账册备案料号', en: 'item record number' },
    customsCode: '907001',
  },
  {
    zh: '保税进口（1210）清单每项商品应填账册备案料号',
    en: 'Each line of a bonded list (1210) must give its item record number',
  },
  ['Inventory/InventoryList/itemRecordNo'],
);

const COUNTRY = listed(
  {
    ...BONDED,
    code: 'MATCH-BONDED-COUNTRY',
    what: { zh: '起运国', en: 'country of departure' },
    customsCode: '907003',
  },
  { zh: '保税进口（1210）起运国应为142（中国）', en: 'Bonded goods (1210) set out from 142 (China)' },
  ['Inventory/InventoryHead/country'],
);

const DIRECT = listed(
  {
    ...BONDED,
    confidence: 'D',
    mode: 'watch',
    severity: 'review',
    code: 'MATCH-DIRECT-COUNTRY',
    what: { zh: '起运国', en: 'country of departure' },
    customsCode: '907003',
  },
  {
    zh: '直购进口（9610）起运国应为境外实际起运国（地区）',
    en: 'Direct purchases (9610) set out from the country they are really sent from',
  },
  ['Inventory/InventoryHead/country'],
);

const country = declaration((head) => head.country);

const checkBonded: Check = (dossier, _context, findings) => {
  const { head, items } = dossier.declaration;
  if (head.tradeMode !== '1210') return;
  if (!head.emsNo) {
    findings.push(
      found(BOOK, {
        path: 'Inventory/InventoryHead/emsNo',
        message: { zh: '保税清单未填账册编号', en: 'The bonded list names no account book' },
        remedy: {
          zh: '填写区内仓储企业在海关备案的账册编号',
          en: 'Give the account book the in-zone warehouse keeps with customs',
        },
        evidence: [
          evidenceOf(
            declaration((head) => head.tradeMode),
            dossier,
          ),
        ],
      }),
    );
  }
  for (const [at, item] of items.entries()) {
    if (item.itemRecordNo) continue;
    findings.push(
      found(RECORD, {
        path: `Inventory/InventoryList[${at + 1}]/itemRecordNo`,
        message: {
          zh: `第${item.gnum}项未填账册备案料号`,
          en: `Line ${item.gnum} gives no item record number`,
        },
        remedy: {
          zh: '填写该商品在账册中的备案料号',
          en: 'Give the number of the goods in the account book',
        },
        evidence: [
          evidenceOf(
            declaration((head) => head.tradeMode),
            dossier,
          ),
        ],
      }),
    );
  }
  if (head.country === CHINA) return;
  findings.push(
    found(COUNTRY, {
      path: country.path,
      message: {
        zh: `保税清单起运国为“${head.country}”，应为“${CHINA}”（中国）`,
        en: `The country of departure of the bonded list is "${head.country}", not "${CHINA}" (China)`,
      },
      remedy: {
        zh: `改为“${CHINA}”；原产国填在表体`,
        en: `Write "${CHINA}"; the origin belongs in the lines`,
      },
      evidence: [
        evidenceOf(country, dossier),
        evidenceOf(
          declaration((head) => head.tradeMode),
          dossier,
        ),
      ],
    }),
  );
};

const checkDirect: Check = (dossier, _context, findings) => {
  const { head } = dossier.declaration;
  if (head.tradeMode !== '9610' || head.country !== CHINA) return;
  findings.push(
    found(DIRECT, {
      path: country.path,
      message: {
        zh: '直购进口清单的起运国为中国',
        en: 'A direct purchase sets out from China',
      },
      remedy: {
        zh: '填写境外实际起运国（地区）代码',
        en: 'Give the country the parcel is really sent from',
      },
      evidence: [
        evidenceOf(country, dossier),
        evidenceOf(
          declaration((head) => head.tradeMode),
          dossier,
        ),
      ],
    }),
  );
};

/** Rules of one trade mode. */
export const modeRules: readonly RuleGroup[] = [
  { listed: [BOOK, RECORD, COUNTRY], check: checkBonded },
  { listed: [DIRECT], check: checkDirect },
];
