import type { Finding } from '#kernel';
import { checkFinding } from './check-finding.ts';

/** The 31 characters of GB 32100-2015: no I, O, S, V, Z. The place of a character is its value. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** Powers of 3 modulo 31. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const BODY_PATTERN = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{9}$/;
const ORGANISATION_BODY_PATTERN = /^[0-9A-Z]{8}$/;
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * The 18th character of a unified social credit code (GB 32100-2015, R-5.1).
 * @param first17 registering department, type, six digits of region, nine characters of organisation code.
 * @throws RangeError when it is not 17 characters of that form.
 */
export function usccCheckCharacter(first17: string): string {
  if (!BODY_PATTERN.test(first17)) {
    throw new RangeError(`"${first17}" is not the first 17 characters of a unified social credit code`);
  }
  let sum = 0;
  for (const [at, weight] of WEIGHTS.entries()) sum += ALPHABET.indexOf(first17.charAt(at)) * weight;
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/**
 * The ninth character of an organisation code (GB 11714, R-5.2).
 * @param first8 the eight characters before it.
 * @throws RangeError when it is not eight digits or capital letters.
 */
export function organisationCheckCharacter(first8: string): string {
  if (!ORGANISATION_BODY_PATTERN.test(first8)) {
    throw new RangeError(`"${first8}" is not the first eight characters of an organisation code`);
  }
  let sum = 0;
  for (const [at, weight] of ORGANISATION_WEIGHTS.entries()) {
    sum += Number.parseInt(first8.charAt(at), 36) * weight;
  }
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/** Form and check character of a unified social credit code. No findings: it is sound. */
export function checkUscc(value: string, path = 'uscc'): Finding[] {
  const body = value.slice(0, 17);
  if (value.length !== 18 || !BODY_PATTERN.test(body)) {
    return [
      checkFinding(
        'REG-USCC-FORMAT',
        path,
        'R-5.1',
        {
          zh: `统一社会信用代码“${value}”格式不符`,
          en: `"${value}" does not have the form of a unified social credit code`,
        },
        {
          zh: '应为18位：数字或大写字母（不含I、O、S、V、Z），第3至8位为行政区划数字',
          en: 'Give 18 digits or capital letters (never I, O, S, V, Z), the third to eighth being the digits of the region',
        },
        value,
      ),
    ];
  }
  const right = usccCheckCharacter(body);
  if (value.charAt(17) === right) return [];
  return [
    checkFinding(
      'REG-USCC-CHECK',
      path,
      'R-5.1',
      {
        zh: `统一社会信用代码“${value}”校验位不符`,
        en: `The check character of unified social credit code "${value}" is wrong`,
      },
      {
        zh: `前17位若无误，第18位应为“${right}”；请对照营业执照核对全部18位`,
        en: `If the first 17 characters are right the last is "${right}"; compare all 18 with the business licence`,
      },
      value,
    ),
  ];
}

/** Form and check character of an organisation code, with or without the hyphen before the last. */
export function checkOrganisationCode(value: string, path = 'organisationCode'): Finding[] {
  const code = value.replace('-', '');
  const body = code.slice(0, 8);
  if (code.length !== 9 || !ORGANISATION_BODY_PATTERN.test(body)) {
    return [
      checkFinding(
        'REG-ORGANISATION-CODE-FORMAT',
        path,
        'R-5.2',
        {
          zh: `组织机构代码“${value}”格式不符`,
          en: `"${value}" does not have the form of an organisation code`,
        },
        {
          zh: '应为8位数字或大写字母加1位校验位',
          en: 'Give eight digits or capital letters and one check character',
        },
        value,
      ),
    ];
  }
  const right = organisationCheckCharacter(body);
  if (code.charAt(8) === right) return [];
  return [
    checkFinding(
      'REG-ORGANISATION-CODE-CHECK',
      path,
      'R-5.2',
      {
        zh: `组织机构代码“${value}”校验位不符`,
        en: `The check character of organisation code "${value}" is wrong`,
      },
      {
        zh: `前8位若无误，校验位应为“${right}”`,
        en: `If the first eight characters are right the check character is "${right}"`,
      },
      value,
    ),
  ];
}
