import { type Finding, findingCodes } from '#kernel';

/** What is wrong with a certificate of goods as it is filed. */
export const GOODS_CERT_CODES = findingCodes<
  | 'CERT-KIND'
  | 'CERT-ORIGIN'
  | 'CERT-PERIOD'
  | 'CERT-RUN-OUT'
  | 'CERT-TOO-LONG'
  | 'CERT-QUANTITY'
  | 'CERT-NO-QUANTITY'
  | 'CERT-OTHER'
>({
  'CERT-KIND': [
    'field',
    ['没有此证书种类', 'There is no such kind of certificate'],
    ['从证书种类表中选择', 'Choose one of the table of kinds'],
  ],
  'CERT-ORIGIN': [
    'field',
    ['原产国代码不在代码表中', 'The country of origin is in no list'],
    ['使用国别代码表中的三位代码，或不填', 'Use a code of the list of countries, or leave it out'],
  ],
  'CERT-PERIOD': [
    'field',
    ['截止日早于起始日', 'The last day is before the first'],
    ['核对证书上的起止日期', 'Check both days on the certificate'],
  ],
  'CERT-RUN-OUT': [
    'business',
    ['证书已过期', 'The certificate has run out'],
    ['换发新证后再报', 'File the one that was issued in its place'],
  ],
  'CERT-TOO-LONG': [
    'business',
    ['有效期长于该种类的最长期限', 'It lasts longer than its kind may'],
    ['核对截止日；期限见证书种类表', 'Check the last day; the table of kinds says how long it may last'],
  ],
  'CERT-QUANTITY': [
    'field',
    ['按数量核销的证书须填数量，且大于零', 'A certificate that is used up needs its quantity, above zero'],
    ['填写证书载明的数量', 'Give the quantity on the certificate'],
  ],
  'CERT-NO-QUANTITY': [
    'field',
    ['此种类不按数量核销', 'This kind is not used up by quantity'],
    ['不填数量', 'Leave the quantity out'],
  ],
  'CERT-OTHER': [
    'business',
    ['该证书号已以另一内容登记', 'A certificate of this number is on file with other contents'],
    ['核对证书号；内容有误的先撤回再报', 'Check the number; take the one on file back first if it is wrong'],
  ],
});

const TEXTS = new Map(GOODS_CERT_CODES.map((one) => [one.code, one]));

/** A finding at a field of what was filed. @throws RangeError for a code that is not in the table */
export function goodsCertFinding(
  code: (typeof GOODS_CERT_CODES)[number]['code'],
  path: string,
  shown: string,
): Finding {
  const known = TEXTS.get(code);
  if (known === undefined) throw new RangeError(`no code ${code}`);
  const [level = 'field'] = known.levels;
  return {
    ...{ code, level, path, remedy: known.remedy, rule: 'R-1.51' },
    message: { zh: `${known.text.zh}：${shown}`, en: `${known.text.en}: ${shown}` },
  };
}
