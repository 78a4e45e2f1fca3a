import { type Finding, gtinCheckDigit } from '#kernel';
import { checkFinding } from './check-finding.ts';

const PATTERN = /^(?:\d{8}|\d{12}|\d{13}|\d{14})$/;

/** Whether the number was issued by GS1 China: prefix 690 to 699 of its GTIN-13. */
export function issuedInChina(gtin: string): boolean {
  const prefix = gtin.padStart(14, '0').slice(1, 4);
  return gtin.length >= 12 && prefix >= '690' && prefix <= '699';
}

/** Length and check digit of a GTIN-8, -12, -13 or -14. */
export function checkGtin(value: string, path = 'barCode'): Finding[] {
  if (!PATTERN.test(value)) {
    return [
      checkFinding(
        'REG-GTIN-FORMAT',
        path,
        'R-5.4',
        { zh: `条码“${value}”不是GTIN`, en: `Bar code "${value}" is not a GTIN` },
        {
          zh: '应为8、12、13或14位数字；没有条码填“无”',
          en: 'Give 8, 12, 13 or 14 digits; without a bar code write 无',
        },
        value,
      ),
    ];
  }
  const right = gtinCheckDigit(value.slice(0, -1));
  if (value.endsWith(right)) return [];
  return [
    checkFinding(
      'REG-GTIN-CHECK',
      path,
      'R-5.4',
      { zh: `条码“${value}”校验位不符`, en: `The check digit of bar code "${value}" is wrong` },
      {
        zh: `其余各位若无误，末位应为“${right}”；请对照包装核对`,
        en: `If the other digits are right the last is "${right}"; compare with the package`,
      },
      value,
    ),
  ];
}
