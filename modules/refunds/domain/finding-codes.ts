import { type Finding, findingCodes } from '#kernel';

/** What is wrong with what an exporter files for its refund. */
export const REFUND_CODES = findingCodes<
  | 'REFUND-CODE'
  | 'REFUND-INVOICE-VAT'
  | 'REFUND-INVOICE-LINES'
  | 'REFUND-INVOICE-OTHER'
  | 'REFUND-INVOICE-LONG'
  | 'REFUND-FIELD-MISSING'
  | 'REFUND-FIELD-FORM'
  | 'REFUND-DAY'
  | 'REFUND-LIST-UNKNOWN'
  | 'REFUND-FX-AMOUNT'
  | 'REFUND-FX-CURRENCY'
>({
  'REFUND-CODE': [
    'field',
    ['代码不在代码表中', 'The code is in no list'],
    ['使用代码表中的计量单位或币制代码', 'Use a code of the list of units or currencies'],
  ],
  'REFUND-INVOICE-VAT': [
    'business',
    ['税额与不含税金额乘税率不符', 'The tax is not the price without tax times its rate'],
    [
      '核对发票的金额、税率和税额；相差不得超过一分',
      'Check price, rate and tax of the invoice; they may differ by a cent at most',
    ],
  ],
  'REFUND-INVOICE-LINES': [
    'field',
    [
      '同一发票的行号或同一次报送的发票号重复',
      'A line number of the invoice, or an invoice number, is there twice',
    ],
    ['每张发票、每一行只报一次', 'File each invoice, and each line of it, once'],
  ],
  'REFUND-INVOICE-OTHER': [
    'business',
    ['该发票号已以另一内容登记', 'The invoice is on file with other contents'],
    ['核对发票号；登记过的发票不得更改', 'Check the number; an invoice that is on file stays as it is'],
  ],
  'REFUND-INVOICE-LONG': [
    'structure',
    ['一张发票的行数过多', 'The invoice has too many lines'],
    ['一张发票至多200行；核对发票号', 'An invoice has 200 lines at most; check its number'],
  ],
  'REFUND-FIELD-MISSING': [
    'field',
    ['缺少内容', 'It is missing'],
    ['按发票填写该列', 'Fill the column as the invoice has it'],
  ],
  'REFUND-FIELD-FORM': [
    'field',
    ['格式不符', 'It is not written as it should be'],
    ['按模板中该列的说明填写', 'Write it as the template says of the column'],
  ],
  'REFUND-DAY': [
    'field',
    ['日期晚于今天', 'The day is later than today'],
    ['填写开票日或收汇日', 'Give the day of the invoice or of the receipt'],
  ],
  'REFUND-LIST-UNKNOWN': [
    'business',
    ['没有本企业已离境的此号清单', 'The enterprise has no list of this number whose goods have left'],
    ['核对清单编号；未结关的清单待结关后再报', 'Check the number of the list; report it once it is closed'],
  ],
  'REFUND-FX-AMOUNT': [
    'business',
    ['收汇金额小于所对应出口的货值', 'Less was received than the exports it is filed for cost'],
    [
      '改按清单编号（invtNos）对应，或待其余货款收齐后另行登记',
      'Name the lists it pays for by number (invtNos); file the rest when it is received',
    ],
  ],
  'REFUND-FX-CURRENCY': [
    'business',
    ['清单的币制与收汇币制不同', 'The list is in another currency than the receipt'],
    [
      '按清单币制登记银行结汇水单上的金额',
      'File the amount of the bank’s exchange slip in the currency of the list',
    ],
  ],
});

type Code = (typeof REFUND_CODES)[number]['code'];
const TEXTS = new Map(REFUND_CODES.map((one) => [one.code, one]));

/** A finding at a path. @throws RangeError for a code that is not in the table */
export function refundFinding(code: Code, path: string, shown = ''): Finding {
  const known = TEXTS.get(code);
  if (known === undefined) throw new RangeError(`no code ${code}`);
  const [level = 'field'] = known.levels;
  return {
    ...{ code, level, path, remedy: known.remedy, rule: 'R-3.2' },
    message: shown
      ? { zh: `${known.text.zh}：${shown}`, en: `${known.text.en}: ${shown}` }
      : { zh: known.text.zh, en: known.text.en },
  };
}
