import {
  type Bilingual,
  type Confidence,
  type Day,
  type Decimal,
  formatDecimal,
  parseDecimal,
} from '#kernel';
import type { Dossier } from '#matching';
import type { Decider, JudgedFinding } from './results.ts';

/** A rule on the list as a whole, which neither matching nor tax nor risk asks. */
export interface ListRule extends Decider {
  readonly code: string;
  readonly version: number;
  readonly text: Bilingual;
  readonly rule: string;
  readonly source: string;
  readonly confidence: Confidence;
  readonly from: Day;
  /** Key of the dated figure in `contracts/parameters.csv` it reads. */
  readonly parameter: string;
}

const MODE_NOT_HANDLED: ListRule = {
  code: 'LIST-MODE-NOT-HANDLED',
  version: 1,
  text: {
    zh: '贸易方式应为本平台办理的零售进口方式；其他方式（如1239，首次进口须有许可证件、注册或备案）退单',
    en: 'The supervision mode must be one handled here; others (1239: licence, registration and filing at first entry) are returned',
  },
  rule: 'R-1.4',
  source: 'GACC 2016-75; which modes are handled here: design default',
  confidence: 'D',
  from: '2016-04-08',
  mode: 'live',
  severity: 'refuse',
  customsCode: '907004',
  parameter: 'clearance.modes_handled',
};

const TAX_WITHHELD: ListRule = {
  code: 'LIST-TAX-WITHHELD',
  version: 1,
  text: {
    zh: '订单的代扣税款应与应纳税额一致；未代扣（填0）或有差异的予以提示',
    en: 'The tax withheld in the order should be the tax due; none withheld (0) and any difference are pointed out',
  },
  rule: 'R-1.14',
  source: 'CEB specification 202205, taxTotal of CEB311 ("无则填写0"); that it is compared: design default',
  confidence: 'D',
  from: '2016-04-08',
  mode: 'watch',
  severity: 'review',
  customsCode: '905007',
  parameter: 'clearance.withheld_tax_tolerance_cny',
};

/** The rules on the list as a whole, for explanations and documents. */
export const listRules: readonly ListRule[] = [MODE_NOT_HANDLED, TAX_WITHHELD];

const judged = (
  { code, rule, version, mode, severity, customsCode }: ListRule,
  said: Pick<JudgedFinding, 'path' | 'message' | 'remedy' | 'evidence'>,
): JudgedFinding => ({ code, level: 'business', rule, ...said, version, mode, severity, customsCode });

/** Whether the list comes in under a supervision mode whose conditions are judged here. */
export function modeFindings({ declaration }: Dossier, handled: ReadonlySet<string>): JudgedFinding[] {
  const { tradeMode } = declaration.head;
  if (handled.has(tradeMode)) return [];
  const modes = [...handled];
  const path = 'Inventory/InventoryHead/tradeMode';
  return [
    judged(MODE_NOT_HANDLED, {
      path,
      message: {
        zh: `本平台不办理贸易方式${tradeMode}，只办理${modes.join('、')}`,
        en: `Supervision mode ${tradeMode} is not handled here, only ${modes.join(', ')} are`,
      },
      remedy: {
        zh: '符合条件的改按所列方式申报；否则由申报企业直接向海关办理，并提交该方式所需的许可证件、注册或备案',
        en: 'Declare under one of these where it applies; else declare to customs directly, with the licence, registration or filing the mode needs',
      },
      evidence: [{ paper: 'declaration', path, value: tradeMode }],
    }),
  ];
}

/** What the order says was withheld, against the tax due; a difference up to the tolerance is rounding. */
export function withheldTaxFindings(
  { order }: Dossier,
  taxTotal: Decimal | undefined,
  tolerance: Decimal,
): JudgedFinding[] {
  if (order === undefined || taxTotal === undefined) return [];
  const withheld = parseDecimal(order.head.taxTotal);
  const difference = withheld - taxTotal;
  if (difference <= tolerance && -difference <= tolerance) return [];
  const due = formatDecimal(taxTotal, 2);
  const [path, said] = ['Order/OrderHead/taxTotal', formatDecimal(withheld, 2)];
  const message =
    withheld === 0n
      ? {
          zh: `订单未代扣税款（填0），应纳税额${due}元`,
          en: `The order withholds no tax (0); the tax due is ${due} CNY`,
        }
      : {
          zh: `订单代扣税款${said}元与应纳税额${due}元不一致`,
          en: `The order withholds ${said} CNY of tax; the tax due is ${due} CNY`,
        };
  return [
    judged(TAX_WITHHELD, {
      path,
      message,
      remedy: {
        zh: '核对代扣税款：有误的以变更报文（appType=2）重发订单；确未代扣的无须更改，税款由担保企业缴纳',
        en: 'Compare the tax withheld: correct the order by a change (appType 2); where none was withheld leave it, the guarantor pays the tax',
      },
      evidence: [
        { paper: 'order', path, value: said },
        { paper: 'tax', path: 'taxTotal', value: due },
      ],
    }),
  ];
}
