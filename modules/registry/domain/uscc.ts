import {
  type Finding,
  isOrganisationBody,
  isUsccBody,
  organisationCheckCharacter,
  usccCheckCharacter,
} from '#kernel';
import { checkFinding } from './check-finding.ts';

/** Form and check character of a unified social credit code. No findings: it is sound. */
export function checkUscc(value: string, path = 'uscc'): Finding[] {
  const body = value.slice(0, 17);
  if (value.length !== 18 || !isUsccBody(body)) {
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
  if (code.length !== 9 || !isOrganisationBody(body)) {
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
