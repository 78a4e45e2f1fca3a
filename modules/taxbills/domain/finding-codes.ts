import { type Finding, findingCodes } from '#kernel';

/** How a tax bill of customs differs from what was computed here. */
export const DUTY_CODES = findingCodes<
  | 'DUTY-SUM'
  | 'DUTY-LINE'
  | 'DUTY-LINES'
  | 'DUTY-GUARANTOR'
  | 'DUTY-NO-BILL'
  | 'DUTY-STATE'
  | 'DUTY-CERTIFICATE'
>({
  'DUTY-SUM': [
    'business',
    ['海关税单的税款与本平台计税不符', "The tax of customs' bill is not what was computed here"],
    [
      '以海关税单为准缴税；核对完税价格、税率与优惠，有误的向海关提出',
      "Pay what customs' bill says; compare value, rates and relief, and take it up with customs where it errs",
    ],
  ],
  'DUTY-LINE': [
    'business',
    ['税单中一项商品的税款与本平台计税不符', 'The tax of one line is not what was computed here'],
    ['核对该项商品的编码、完税价格与税率', 'Compare code, value and rates of the line'],
  ],
  'DUTY-LINES': [
    'business',
    ['税单表头税款不等于表体合计', 'The head of the bill is not the sum of its lines'],
    ['请海关核对并重新发送税单', 'Have customs check the bill and send it again'],
  ],
  'DUTY-GUARANTOR': [
    'business',
    ['税单的担保企业不是清单上的担保企业', 'The bill names another guarantor than the list'],
    ['请海关核对担保企业代码', 'Have customs check the code of the guarantor'],
  ],
  'DUTY-NO-BILL': [
    'business',
    ['本平台没有该清单的税单', 'There is no tax bill of the list here'],
    [
      '核对清单是否已放行、是否应税；税款按零计算的清单没有税单',
      'Check whether the list is released and taxed; a list whose tax is nothing has no bill',
    ],
  ],
  'DUTY-STATE': [
    'business',
    ['税单当前状态不能再改变', 'As the bill stands, nothing changes it any more'],
    [
      '已缴税或已作废的税单由运营人员与海关核对',
      'Have the operator ask customs about a bill that is paid or void',
    ],
  ],
  'DUTY-CERTIFICATE': [
    'business',
    [
      '已汇总的税单没有可用的缴款书编号，或该缴款书属于另一担保企业',
      "A merged bill names no payment certificate, or one of another guarantor's or that is settled",
    ],
    ['请海关核对缴款书编号', 'Have customs check the number of the certificate'],
  ],
});

const TEXTS = new Map(DUTY_CODES.map((one) => [one.code, one]));

/** A finding at a field of a bill. @throws RangeError for a code that is not in the table */
export function dutyFinding(code: (typeof DUTY_CODES)[number]['code'], path: string, shown = ''): Finding {
  const known = TEXTS.get(code);
  if (known === undefined) throw new RangeError(`no code ${code}`);
  const [level = 'business'] = known.levels;
  const { text, remedy } = known;
  return {
    ...{ code, level, path, remedy, rule: 'R-2.12' },
    message: shown === '' ? text : { zh: `${text.zh}：${shown}`, en: `${text.en}: ${shown}` },
  };
}
