import { type Bilingual, type Decimal, formatDecimal, readDecimal, ZERO } from '#kernel';
import { found, listed, type MatchFinding } from '#matching';
import { b2bOpening, type Decided, exportFinish, type Finish } from '#modes';
import { parameterOn } from '#tax';
import {
  type ExportContext,
  type ExportDossier,
  type ExportList,
  type ExportRules,
  PATHS,
} from './dossier.ts';

const CNY = '142';

/** Value of the goods, CNY; undefined where a line is in another currency. */
export function valueInCny({ items }: ExportList): Decimal | undefined {
  let sum = ZERO;
  for (const { currency, totalPrice } of items) {
    const value = readDecimal(totalPrice);
    if (currency !== CNY || value === undefined) return undefined;
    sum = (sum + value) as Decimal;
  }
  return sum;
}

/**
 * How a list is finished, by the table of `modes`. Who declares a list simplified (A) declares by
 * it that there is no licence, export duty or refund; a refund may be wanted of what is to be summed up (B). That
 * nothing of a B2B list needs an inspection by law is declared by the choice of the list itself.
 */
export function finishOf({ list }: ExportDossier, context: ExportContext): Decided<Finish> {
  const { tradeMode, statisticsFlag, customsCode, licenseNo } = list.head;
  return exportFinish(
    {
      mode: tradeMode,
      value: valueInCny(list),
      exportDuty: false,
      licence: licenseNo !== undefined && licenseNo !== '',
      inspection: false,
      refund: statisticsFlag !== 'A',
      pilotZone: customsCode.slice(0, 2) === context.district.slice(0, 2),
    },
    { day: context.day, parameters: context.parameters },
  );
}

const MODE = `${PATHS.list}/tradeMode`;
const FLAG = `${PATHS.list}/statisticsFlag`;

const HANDLED = listed(
  {
    code: 'EXPORT-MODE-NOT-HANDLED',
    what: { zh: '贸易方式', en: 'supervision mode' },
    customsCode: '907004',
    rule: 'R-1.1',
    source: 'design default: which modes are handled here',
    confidence: 'D',
    from: '2014-02-10',
  },
  {
    zh: '贸易方式应为本平台办理的出口方式；9710、9810须该关区已开通',
    en: 'The supervision mode must be one of export handled here; 9710 and 9810 must be open in the customs district',
  },
  [MODE],
);

const ORDER_TYPES: Readonly<Record<string, { readonly modes: readonly string[]; readonly name: Bilingual }>> =
  {
    E: { modes: ['9610', '1210', '1239'], name: { zh: '零售出口', en: 'retail export' } },
    B: { modes: ['9710'], name: { zh: 'B2B直接出口', en: 'B2B direct export' } },
    W: { modes: ['9810'], name: { zh: '海外仓订仓', en: 'booking of a warehouse abroad' } },
  };

const ORDER_TYPE = listed(
  {
    code: 'EXPORT-ORDER-TYPE',
    what: { zh: '订单类型', en: 'type of order' },
    customsCode: '907005',
    rule: 'R-1.6',
    source: 'CEB specification 202205, orderType of CEB303',
    confidence: 'V',
    from: '2020-07-01',
  },
  {
    zh: '零售出口清单（9610、1210）用订单类型E，9710用B，9810用W',
    en: 'Lists of retail export (9610, 1210) need an order of type E, 9710 one of type B, 9810 one of type W',
  },
  [`${PATHS.order}/orderType`, MODE],
);

const FINISH = listed(
  {
    code: 'EXPORT-FINISH',
    what: { zh: '申报业务类型', en: 'way of declaring' },
    customsCode: '907006',
    rule: 'R-1.22',
    source: 'GACC 2018-194, 2020-75; CEB specification 202205, statisticsFlag',
    confidence: 'H',
    from: '2019-01-01',
  },
  {
    zh: '简化申报（A）只适用于综试区内单票不超过限值的零售清单；9710、9810清单用A，超过限值或涉证涉税的用报关单',
    en: 'Simplified declaring (A) is for retail lists of a pilot zone up to the limit; lists of 9710 and 9810 are A, and beyond the limit or with licence or tax a declaration form takes their place',
  },
  [FLAG, MODE, `${PATHS.line}/totalPrice`],
);

const FINISH_UNKNOWN = listed(
  {
    code: 'EXPORT-FINISH-UNKNOWN',
    what: { zh: '单票价值', en: 'value of the list' },
    customsCode: '907006',
    rule: 'R-1.22',
    source: 'design default: what the table of ways cannot decide is looked at',
    confidence: 'D',
    severity: 'review',
    from: '2019-01-01',
  },
  {
    zh: '简化申报须能以人民币核定单票价值；外币清单由人工核定',
    en: 'For simplified declaring the value must be known in CNY; lists in other currencies are looked at by an officer',
  },
  [`${PATHS.line}/currency`],
);

const DIGITS = listed(
  {
    code: 'EXPORT-HS-DIGITS',
    what: { zh: '商品编码位数', en: 'digits of the goods code' },
    customsCode: '907007',
    rule: 'R-1.22',
    source: 'GACC 2018-194, 2020-75; four digits for simplified retail lists: not checked',
    confidence: 'M',
    from: '2019-01-01',
  },
  {
    zh: '只有汇总统计的清单可按4位税号归类（后6位填0）；9710、9810至少6位，其余10位',
    en: 'Only lists for summary statistics may be classified with 4 digits (six zeros after them); 9710 and 9810 take at least 6, all others 10',
  },
  [`${PATHS.line}/gcode`],
);

const handled = (context: ExportContext, mode: string): boolean =>
  parameterOn(context.parameters, 'exports.modes_handled', context.day)?.value.split('|').includes(mode) ===
    true &&
  (!['9710', '9810'].includes(mode) || b2bOpening(context.day, context.district) !== undefined);

function modeFinding({ list }: ExportDossier, context: ExportContext): MatchFinding | undefined {
  const { tradeMode } = list.head;
  if (handled(context, tradeMode)) return undefined;
  return found(HANDLED, {
    path: MODE,
    message: {
      zh: `本平台当日不办理贸易方式${tradeMode}的出口清单`,
      en: `Export lists of supervision mode ${tradeMode} are not handled here on that day`,
    },
    remedy: {
      zh: '核对贸易方式；确为该方式的，由申报企业直接向海关申报',
      en: 'Compare the mode; if it is right, declare to customs directly',
    },
    evidence: [{ paper: 'declaration', path: MODE, value: tradeMode }],
  });
}

function orderTypeFinding({ list, order }: ExportDossier): MatchFinding | undefined {
  if (order === undefined) return undefined;
  const { orderType } = order.head;
  const { tradeMode } = list.head;
  if (ORDER_TYPES[orderType]?.modes.includes(tradeMode)) return undefined;
  const name = ORDER_TYPES[orderType]?.name ?? { zh: orderType, en: orderType };
  return found(ORDER_TYPE, {
    path: MODE,
    message: {
      zh: `订单类型${orderType}（${name.zh}）与清单贸易方式${tradeMode}不符`,
      en: `An order of type ${orderType} (${name.en}) does not go with supervision mode ${tradeMode}`,
    },
    remedy: {
      zh: '核对交易：改正订单类型或清单贸易方式后，以变更报文（appType=2）重发',
      en: 'Look at the trade: correct the type of the order or the mode of the list and send it as a change (appType 2)',
    },
    evidence: [
      { paper: 'order', path: `${PATHS.order}/orderType`, value: orderType },
      { paper: 'declaration', path: MODE, value: tradeMode },
    ],
  });
}

const PROPER: Readonly<Record<Finish['route'], { readonly flag?: string; readonly remedy: Bilingual }>> = {
  LIST_RELEASE_SUMMARY_STATISTICS: {
    flag: 'A',
    remedy: { zh: '申报业务类型填A', en: 'Declare it with statisticsFlag A' },
  },
  LIST_RELEASE_SUMMARY_DECLARATION: {
    flag: 'B',
    remedy: {
      zh: '改为汇总申报（statisticsFlag填B），商品编码填10位，以变更报文重发',
      en: 'Declare it to be summed up (statisticsFlag B), with codes of 10 digits, and send it as a change',
    },
  },
  CBEC_LIST_OR_DECLARATION: {
    flag: 'A',
    remedy: {
      zh: '9710、9810清单不参加汇总：statisticsFlag填A；需要退税的改用报关单申报',
      en: 'Lists of 9710 and 9810 are in no summary: use statisticsFlag A, or a declaration form where a refund is wanted',
    },
  },
  DECLARATION: {
    remedy: {
      zh: '撤回清单，改以出口报关单（H2018）申报',
      en: 'Withdraw the list and declare with an export declaration form (H2018)',
    },
  },
};

/** What is wrong with the way of declaring that the list has chosen, by the way the table decides. */
export function finishFindings(
  { list }: ExportDossier,
  { outcome, by, missing }: Decided<Finish>,
): MatchFinding[] {
  const { statisticsFlag, tradeMode } = list.head;
  const value = valueInCny(list);
  const evidence = [
    { paper: 'declaration', path: FLAG, value: statisticsFlag },
    { paper: 'declaration', path: MODE, value: tradeMode },
    ...(value === undefined
      ? []
      : [{ paper: 'declaration', path: `${PATHS.line}/totalPrice`, value: formatDecimal(value, 2) }]),
  ];
  if (outcome === undefined)
    return missing.length === 0
      ? []
      : [
          found(FINISH_UNKNOWN, {
            path: `${PATHS.line}/currency`,
            message: {
              zh: `无法判定申报方式：缺少${missing.join('、')}`,
              en: `The way of declaring cannot be told: ${missing.join(', ')} is not known`,
            },
            remedy: {
              zh: '以人民币申报，或等待人工核定',
              en: 'Declare in CNY, or wait for an officer to look at it',
            },
            evidence,
          }),
        ];
  const { flag, remedy } = PROPER[outcome.route];
  if (flag === statisticsFlag) return digitFindings(list, outcome);
  return [
    found(FINISH, {
      path: FLAG,
      message: {
        zh: `申报业务类型${statisticsFlag}不适用：${by?.sentence.zh ?? ''}`,
        en: `The way of declaring ${statisticsFlag} does not apply: ${by?.sentence.en ?? ''}`,
      },
      remedy,
      evidence,
    }),
  ];
}

function digitFindings(list: ExportList, { hsDigits }: Finish): MatchFinding[] {
  if (hsDigits === 4) return [];
  return list.items.flatMap(({ gcode, gnum }, at) => {
    if (!gcode.endsWith('000000')) return [];
    const path = `${PATHS.line}[${at + 1}]/gcode`;
    return [
      found(DIGITS, {
        path,
        message: {
          zh: `第${gnum}项商品编码${gcode}只归类到4位，该申报方式须${hsDigits}位`,
          en: `The code ${gcode} of line ${gnum} has 4 digits only; this way of declaring takes ${hsDigits}`,
        },
        remedy: {
          zh: `按${hsDigits}位商品编码归类后以变更报文重发`,
          en: `Classify with ${hsDigits} digits and send the list as a change`,
        },
        evidence: [{ paper: 'declaration', path, value: gcode }],
      }),
    ];
  });
}

/** The rules on mode, order type and way of declaring; what the way itself demands is asked once it is known. */
export const wayOfDeclaring: ExportRules = {
  listed: [HANDLED, ORDER_TYPE, FINISH, FINISH_UNKNOWN, DIGITS],
  check: (dossier, context, findings) => {
    const mode = modeFinding(dossier, context);
    if (mode) findings.push(mode);
    const orderType = orderTypeFinding(dossier);
    if (orderType) findings.push(orderType);
  },
};
