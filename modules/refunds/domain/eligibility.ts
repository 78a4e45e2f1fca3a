import { addMonths, type Bilingual, type Confidence, type Day, type Decimal, decimalOf } from '#kernel';
import { type ParameterTable, parameterOn, rateOn } from '#tax';

/** What is known of one line of an export when its tax is settled. */
export interface ExportLine {
  /** Four-digit supervision mode. */
  readonly mode: string;
  /** Day the goods left the country; absent while they have not, or nobody said so. */
  readonly departed?: Day;
  /** Whether the line stands in a summary declaration or a declaration form; summary statistics are neither. */
  readonly declared: boolean;
  readonly firm: {
    readonly generalTaxpayer: boolean;
    /** Whether it is filed for export refund with its tax bureau. */
    readonly refundFiled: boolean;
    /** Registered in the pilot zone, and this sale's date, name, unit, quantity, price and amount kept on its platform. */
    readonly zoneRegistered: boolean;
  };
  /** A VAT invoice (or customs payment book) whose goods and unit fit the line. */
  readonly invoice: boolean;
  readonly foreignExchangeReceived: boolean;
  /** The refund rate of the code on the day of departure, as a share; absent where unknown. */
  readonly refundRate?: Decimal;
  /** Goods the state denies refund and exemption. */
  readonly denied: boolean;
  /** Day the claim is made. */
  readonly claimed: Day;
}

/** One condition of a route, as it stood for a line. */
export interface Condition {
  readonly code: ConditionCode;
  readonly met: boolean;
}

export type ConditionCode = keyof typeof CONDITIONS;

export interface Eligibility {
  /** Refund, exemption without invoice, or taxed as a home sale; `open` while the goods have not left. */
  readonly route: 'refund' | 'exempt' | 'taxed' | 'open';
  /** The conditions of refund and of exemption, each as it stood: the reason of the route. */
  readonly refund: readonly Condition[];
  readonly exemption: readonly Condition[];
  /** Last day to claim the refund. */
  readonly claimBy?: Day;
}

interface ConditionRow {
  readonly rule: string;
  readonly sentence: Bilingual;
  readonly source: string;
  readonly confidence: Confidence;
}

const condition = (
  rule: string,
  confidence: Confidence,
  source: string,
  zh: string,
  en: string,
): ConditionRow => ({
  rule,
  confidence,
  source,
  sentence: { zh, en },
});

/** The conditions that refund and exemption of an export line rest on. */
export const CONDITIONS = {
  GENERAL_TAXPAYER: condition(
    'R-3.2',
    'H',
    '财税〔2013〕96号',
    '出口企业为增值税一般纳税人',
    'the exporter is a general VAT taxpayer',
  ),
  REFUND_FILED: condition(
    'R-3.2',
    'H',
    '财税〔2013〕96号',
    '已办理出口退（免）税备案',
    'the exporter is filed for export refund',
  ),
  DECLARED: condition(
    'R-3.2',
    'H',
    '财税〔2013〕96号',
    '已汇总申报或以报关单申报',
    'the line is declared, by summary declaration or declaration form',
  ),
  DEPARTED: condition(
    'R-1.26',
    'H',
    '海关总署公告2018年第194号',
    '货物已实际离境',
    'the goods have left the country',
  ),
  FOREIGN_EXCHANGE: condition(
    'R-3.2',
    'H',
    '财税〔2013〕96号',
    '在申报期内收汇',
    'foreign exchange was received',
  ),
  INVOICE: condition(
    'R-3.2',
    'H',
    '财税〔2013〕96号',
    '取得品名、单位相符的增值税专用发票',
    'a VAT invoice is held whose goods and unit fit',
  ),
  RATE: condition(
    'R-3.9',
    'D',
    '本平台设计',
    '该税号在离境日有大于零的退税率',
    'the code has a refund rate above zero on the day of departure',
  ),
  CLAIMED_IN_TIME: condition(
    'R-3.1',
    'V',
    '国家税务总局公告2026年第5号',
    '在申报期限内申报',
    'the claim is made within its time',
  ),
  ZONE_REGISTERED: condition(
    'R-3.3',
    'H',
    '财税〔2018〕103号',
    '企业在综试区注册并在线上综合服务平台登记出口日期、货物名称、计量单位、数量、单价、金额',
    'the firm is registered in the zone and keeps date, name, unit, quantity, price and amount on its platform',
  ),
  RETAIL_EXPORT: condition(
    'R-3.3',
    'H',
    '财税〔2018〕103号',
    '通过综试区所在地海关办理电子商务出口',
    'the goods passed customs as e-commerce export at the zone',
  ),
  NOT_DENIED: condition(
    'R-3.3',
    'H',
    '财税〔2018〕103号',
    '不属于明确取消出口退（免）税的货物',
    'the goods are not denied refund and exemption',
  ),
} as const satisfies Record<string, ConditionRow>;

/** Retail modes of the exemption without invoice. */
export const RETAIL_MODES: readonly string[] = ['9610', '1210'];

/** Last day to claim the refund of goods that left on a day; undefined where no parameter of the day says so. */
export function claimBy(departed: Day, parameters: ParameterTable): Day | undefined {
  const key = 'export.refund_claim_months';
  if (parameterOn(parameters, key, departed) === undefined) return undefined;
  return addMonths(departed, Number(rateOn(parameters, key, departed).value / decimalOf(1)));
}

/**
 * Which way the tax of an export line goes, and why: refund where all its conditions are met, else exemption without
 * invoice where those are, else taxed as a home sale.
 */
export function eligibilityOf(line: ExportLine, parameters: ParameterTable): Eligibility {
  const until = line.departed === undefined ? undefined : claimBy(line.departed, parameters);
  const departed: Condition = { code: 'DEPARTED', met: line.departed !== undefined };
  const notDenied: Condition = { code: 'NOT_DENIED', met: !line.denied };
  const refund: Condition[] = [
    { code: 'GENERAL_TAXPAYER', met: line.firm.generalTaxpayer },
    { code: 'REFUND_FILED', met: line.firm.refundFiled },
    { code: 'DECLARED', met: line.declared },
    departed,
    { code: 'FOREIGN_EXCHANGE', met: line.foreignExchangeReceived },
    { code: 'INVOICE', met: line.invoice },
    { code: 'RATE', met: line.refundRate !== undefined && line.refundRate > 0n },
    { code: 'CLAIMED_IN_TIME', met: until === undefined || line.claimed <= until },
    notDenied,
  ];
  const exemption: Condition[] = [
    { code: 'ZONE_REGISTERED', met: line.firm.zoneRegistered },
    { code: 'RETAIL_EXPORT', met: RETAIL_MODES.includes(line.mode) },
    departed,
    notDenied,
  ];
  const all = (conditions: readonly Condition[]) => conditions.every(({ met }) => met);
  const route = !departed.met ? 'open' : all(refund) ? 'refund' : all(exemption) ? 'exempt' : 'taxed';
  return { route, refund, exemption, ...(until === undefined ? {} : { claimBy: until }) };
}
