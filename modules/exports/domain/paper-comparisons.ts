import type { Bilingual } from '#kernel';
import {
  type Comparison,
  found,
  listed,
  type MatchFinding,
  type RuleFacts,
  type Scalar,
  sameUnder,
} from '#matching';
import { type ExportDossier, type ExportRules, PATHS, RETAIL_EXPORT } from './dossier.ts';

interface PaperField {
  readonly paper: 'order' | 'waybill' | 'payment' | 'declaration';
  readonly path: string;
  readonly name: Bilingual;
  readonly read: (dossier: ExportDossier) => Scalar;
}

/** Fields of several papers that must say the same; absent optional fields are passed over. */
interface PaperComparison extends RuleFacts {
  readonly compare: Comparison;
  readonly fields: readonly PaperField[];
}

const list = (field: string, read: (head: ExportDossier['list']['head']) => Scalar): PaperField => ({
  paper: 'declaration',
  path: `${PATHS.list}/${field}`,
  name: { zh: '清单', en: 'list' },
  read: (dossier) => read(dossier.list.head),
});
const order = (
  field: string,
  read: (head: NonNullable<ExportDossier['order']>['head']) => Scalar,
): PaperField => ({
  paper: 'order',
  path: `${PATHS.order}/${field}`,
  name: { zh: '订单', en: 'order' },
  read: (dossier) => dossier.order && read(dossier.order.head),
});
const waybill = (
  field: string,
  read: (head: NonNullable<ExportDossier['waybill']>['head']) => Scalar,
): PaperField => ({
  paper: 'waybill',
  path: `${PATHS.waybill}/${field}`,
  name: { zh: '运单', en: 'waybill' },
  read: (dossier) => dossier.waybill && read(dossier.waybill.head),
});
const payment = (
  field: string,
  read: (head: NonNullable<ExportDossier['payment']>['head']) => Scalar,
): PaperField => ({
  paper: 'payment',
  path: `${PATHS.payment}/${field}`,
  name: { zh: '收款单', en: 'payment received' },
  read: (dossier) => dossier.payment && read(dossier.payment.head),
});

/** What must agree beyond the numbers the papers are found by. */
const comparisons: readonly PaperComparison[] = [
  {
    ...RETAIL_EXPORT,
    code: 'EXPORT-PLATFORM-NAME',
    what: { zh: '电商平台（海外仓）名称', en: 'name of platform or warehouse' },
    customsCode: '903001',
    compare: 'name',
    fields: [
      order('ebpName', (head) => head.ebpName),
      payment('ebpName', (head) => head.ebpName),
      list('ebpName', (head) => head.ebpName),
    ],
  },
  {
    ...RETAIL_EXPORT,
    code: 'EXPORT-SELLER-NAME',
    what: { zh: '电商企业名称', en: 'seller name' },
    customsCode: '903002',
    compare: 'name',
    fields: [
      order('ebcName', (head) => head.ebcName),
      payment('ebcName', (head) => head.ebcName),
      list('ebcName', (head) => head.ebcName),
    ],
  },
  {
    ...RETAIL_EXPORT,
    code: 'EXPORT-WAYBILL-SELLER',
    what: { zh: '运单的电商企业代码', en: 'seller code of the waybill' },
    customsCode: '903002',
    compare: 'exact',
    fields: [waybill('ebcCode', (head) => head.ebcCode), list('ebcCode', (head) => head.ebcCode)],
  },
  {
    ...RETAIL_EXPORT,
    code: 'EXPORT-LOGISTICS-FIRM-NAME',
    what: { zh: '物流企业名称', en: 'logistics firm name' },
    customsCode: '903003',
    compare: 'name',
    fields: [
      waybill('logisticsName', (head) => head.logisticsName),
      list('logisticsName', (head) => head.logisticsName),
    ],
  },
  {
    ...RETAIL_EXPORT,
    code: 'EXPORT-FREIGHT-CURRENCY',
    what: { zh: '运费币制', en: 'currency of freight' },
    customsCode: '905005',
    compare: 'exact',
    fields: [waybill('currency', (head) => head.currency), list('fCurrency', (head) => head.fCurrency)],
  },
  {
    ...RETAIL_EXPORT,
    code: 'EXPORT-FREIGHT',
    what: { zh: '运费', en: 'freight' },
    customsCode: '905005',
    compare: 'money',
    fields: [waybill('freight', (head) => head.freight), list('freight', (head) => head.freight)],
  },
  {
    ...RETAIL_EXPORT,
    code: 'EXPORT-INSURED-FEE',
    what: { zh: '保费', en: 'insurance fee' },
    customsCode: '905006',
    compare: 'money',
    fields: [waybill('insuredFee', (head) => head.insuredFee), list('insuredFee', (head) => head.insuredFee)],
  },
  {
    ...RETAIL_EXPORT,
    code: 'EXPORT-GROSS-WEIGHT',
    what: { zh: '毛重', en: 'gross weight' },
    customsCode: '906001',
    compare: 'quantity',
    fields: [
      waybill('grossWeight', (head) => head.grossWeight),
      list('grossWeight', (head) => head.grossWeight),
    ],
  },
  {
    ...RETAIL_EXPORT,
    code: 'EXPORT-PACKAGES',
    what: { zh: '件数', en: 'number of packages' },
    customsCode: '906002',
    compare: 'exact',
    fields: [waybill('packNo', (head) => head.packNo), list('packNo', (head) => head.packNo)],
  },
  {
    ...RETAIL_EXPORT,
    code: 'EXPORT-PAYMENT-CURRENCY',
    what: { zh: '收款币制', en: 'currency of the payment' },
    customsCode: '905001',
    compare: 'exact',
    fields: [order('currency', (head) => head.currency), payment('currency', (head) => head.currency)],
  },
];

const listedComparison = (rule: PaperComparison) =>
  listed(
    rule,
    {
      zh: `${rule.what.zh}在${rule.fields.map(({ name }) => name.zh).join('、')}中应一致`,
      en: `The ${rule.what.en} must be the same in ${rule.fields.map(({ name }) => name.en).join(', ')}`,
    },
    rule.fields.map(({ path }) => path),
    rule.compare,
  );

function differing(rule: PaperComparison, dossier: ExportDossier): MatchFinding {
  const present = rule.fields.flatMap((field) => {
    const value = field.read(dossier);
    return value === undefined || value === '' ? [] : [{ field, value: String(value) }];
  });
  return found(listedComparison(rule), {
    path: present.at(-1)?.field.path ?? '',
    message: {
      zh: `${rule.what.zh}不一致：${present.map(({ field, value }) => `${field.name.zh}为“${value}”`).join('，')}`,
      en: `The ${rule.what.en} differs: ${present.map(({ field, value }) => `"${value}" in the ${field.name.en}`).join(', ')}`,
    },
    remedy: {
      zh: '以真实交易为准，改正有误的一份，以变更报文（appType=2）重发',
      en: 'Find out what was really agreed, correct the wrong one and send it again as a change (appType 2)',
    },
    evidence: present.map(({ field, value }) => ({ paper: field.paper, path: field.path, value })),
  });
}

/** The rules that hold heads against each other. */
export const paperComparisons: ExportRules = {
  listed: comparisons.map(listedComparison),
  check: (dossier, _context, findings) => {
    for (const rule of comparisons) {
      let reference: Scalar;
      for (const field of rule.fields) {
        const value = field.read(dossier);
        if (value === undefined || value === '') continue;
        if (reference === undefined) reference = value;
        else if (value !== reference && !sameUnder[rule.compare](reference, value)) {
          findings.push(differing(rule, dossier));
          break;
        }
      }
    }
  },
};
