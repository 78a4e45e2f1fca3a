/**
 * One field of the tables of notice 2018 No. 179 (annex, 1.6.3), in their notation: `C..36` up to 36 characters, `N19,5` a decimal number.
 */
export interface PaymentDataField {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly type: `C..${number}` | 'N19,5' | 'digits';
  readonly required: boolean;
  /** Allowed values, with what they mean. */
  readonly values?: Readonly<Record<string, readonly [zh: string, en: string]>>;
  /** A further condition on the text. */
  readonly form?: 'guid' | 'stamp' | 'links';
}

type Row = readonly [
  name: string,
  type: PaymentDataField['type'],
  need: 'required' | 'optional',
  zh: string,
  en: string,
  more?: Pick<PaymentDataField, 'values' | 'form'>,
];

const table = (rows: readonly Row[]): readonly PaymentDataField[] =>
  rows.map(([name, type, need, zh, en, more]) => ({
    name,
    type,
    required: need === 'required',
    zh,
    en,
    ...more,
  }));

const VERIFIERS = {
  1: ['银联', 'UnionPay'],
  2: ['网联', 'NetsUnion'],
  3: ['其他', 'other'],
} as const;

const PAYMENT_TYPES = {
  1: ['APP', 'app'],
  2: ['PC', 'computer'],
  3: ['扫码', 'scanned code'],
  4: ['其他', 'other'],
} as const;

/** Head of the raw payment data, in the order of the notice. */
export const HEAD_FIELDS = table([
  ['guid', 'C..36', 'required', '系统唯一序号', 'unique number', { form: 'guid' }],
  ['initalRequest', 'C..8000', 'required', '原始请求', 'raw request to the payment firm'],
  ['initalResponse', 'C..8000', 'required', '原始响应', 'raw answer of the payment firm'],
  ['ebpCode', 'C..18', 'required', '电商平台代码', 'code of the platform'],
  ['payCode', 'C..18', 'required', '支付企业代码', 'code of the payment firm'],
  ['payTransactionId', 'C..60', 'required', '交易流水号', 'payment transaction number'],
  ['totalAmount', 'N19,5', 'required', '交易金额', 'amount paid'],
  ['currency', 'C..4', 'required', '币制', 'currency'],
  ['verDept', 'C..1', 'required', '验核机构', 'verifying body', { values: VERIFIERS }],
  ['payType', 'C..1', 'optional', '支付类型', 'kind of payment', { values: PAYMENT_TYPES }],
  ['tradingTime', 'C..14', 'required', '交易成功时间', 'time of the payment', { form: 'stamp' }],
  ['note', 'C..1000', 'optional', '备注', 'note'],
]);

/** One order of the payment; `goodsInfo` stands between `orderNo` and `recpAccount`. */
export const ORDER_FIELDS = table([
  ['orderNo', 'C..60', 'required', '订单编号', 'order number'],
  ['recpAccount', 'C..60', 'required', '收款账号', 'account of the payee'],
  ['recpCode', 'C..18', 'optional', '收款企业代码', 'code of the payee'],
  ['recpName', 'C..100', 'required', '收款企业名称', 'name of the payee'],
]);

export const GOODS_FIELDS = table([
  ['gname', 'C..250', 'required', '商品名称', 'name of the goods'],
  ['itemLink', 'C..3000', 'required', '商品展示链接地址', 'link to the goods', { form: 'links' }],
]);

/** What stands around head and orders. The notice gives no lengths here: those are design limits (D). */
const SESSION = ['sessionID', 'C..128', 'required', '会话ID', 'session'] as const;
const SERVICE_TIME = ['serviceTime', 'digits', 'required', '系统时间', 'system time'] as const;

export const REQUEST_FIELDS = table([
  ['orderNo', 'C..60', 'required', '订单编号', 'order number'],
  SESSION,
  SERVICE_TIME,
]);

export const ENVELOPE_FIELDS = table([SESSION, SERVICE_TIME]);

export const SIGNATURE_FIELDS = table([
  ['certNo', 'C..128', 'required', '证书编号', 'number of the certificate'],
  ['signValue', 'C..2000', 'required', '签名结果值', 'signature'],
]);
