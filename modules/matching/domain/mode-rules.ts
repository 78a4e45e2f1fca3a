import { declaration, evidenceOf } from './fields.ts';
import { type Check, found, listed, type RuleGroup } from './rule.ts';

/**
 * where goods bought direct set out. What a bonded list must carry, and that its goods set out from China, the
 * field check of the message refuses before a list comes here (tables of `modules/ceb`).
 */
const CHINA = '142';

const DIRECT = listed(
  {
    rule: 'R-1.18',
    source: 'CEB specification 202205, country',
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
export const modeRules: readonly RuleGroup[] = [{ listed: [DIRECT], check: checkDirect }];
