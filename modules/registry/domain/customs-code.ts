import type { Finding } from '#kernel';
import { checkFinding } from './check-finding.ts';
import { beginsWithProvince } from './province.ts';

const PATTERN = /^\d{4}[1-9W][1-9A-D][0-9A-Z]{4}$/;

/** The parts of a customs enterprise code. */
export interface CustomsCode {
  /** Four digits of the region of registration: 5301 is Kunming. */
  readonly place: string;
  /** A code of list `trade_area_type`. */
  readonly areaType: string;
  /** A code of list `trade_ent_type`. */
  readonly firmType: string;
  readonly serial: string;
}

/** The parts of a customs enterprise code; undefined when it does not have the form. */
export function readCustomsCode(value: string): CustomsCode | undefined {
  if (!PATTERN.test(value)) return undefined;
  return {
    place: value.slice(0, 4),
    areaType: value.charAt(4),
    firmType: value.charAt(5),
    serial: value.slice(6),
  };
}

/** Form and place of a ten-character customs enterprise code. It carries no check digit. */
export function checkCustomsCode(value: string, path = 'customsCode'): Finding[] {
  const parts = readCustomsCode(value);
  if (parts === undefined) {
    return [
      checkFinding(
        'REG-CUSTOMS-CODE-FORMAT',
        path,
        'R-5.5',
        {
          zh: `海关注册编码“${value}”格式不符`,
          en: `"${value}" does not have the form of a customs enterprise code`,
        },
        {
          zh: '应为10位：4位地区数字、1位区域类型（1-9、W）、1位企业类型（1-9、A-D）、4位流水号（数字或大写字母）',
          en: 'Give 10 characters: four digits of place, area type (1-9, W), firm type (1-9, A-D), four digits or capital letters',
        },
        value,
      ),
    ];
  }
  if (beginsWithProvince(parts.place)) return [];
  return [
    checkFinding(
      'REG-CUSTOMS-CODE-PLACE',
      path,
      'R-5.5',
      {
        zh: `海关注册编码“${value}”前两位不是省级行政区划`,
        en: `Customs enterprise code "${value}" does not begin with a province`,
      },
      {
        zh: '请对照海关注册登记证书核对前4位',
        en: 'Compare the first four digits with the registration certificate',
      },
      value,
    ),
  ];
}
