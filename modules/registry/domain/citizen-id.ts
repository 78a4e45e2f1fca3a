import { citizenIdCheckCharacter, type Day, type Finding, hasCitizenIdCheck, isDay } from '#kernel';
import { checkFinding } from './check-finding.ts';
import { maskIdNumber } from './mask.ts';
import { beginsWithProvince } from './province.ts';

const PATTERN = /^\d{17}[\dXx]$/;
/** The oldest year of birth taken for real: nobody born earlier shops today (D). */
const FIRST_BIRTH_DAY = '1900-01-01';

/** The day of birth a citizen identity number carries; undefined when it carries no day of the calendar. */
export function birthDayOf(idNumber: string): Day | undefined {
  const day = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
  return isDay(day) ? day : undefined;
}

function finding(
  code: string,
  path: string,
  value: string,
  problem: [zh: string, en: string],
  remedy: [string, string],
) {
  const shown = maskIdNumber(value);
  return checkFinding(
    code,
    path,
    'R-5.3',
    {
      zh: `身份证号${shown}${problem[0]}`,
      en: `Identity number ${shown} ${problem[1]}`,
    },
    { zh: remedy[0], en: remedy[1] },
    shown,
  );
}

/**
 * Whether a number is surely sound, without making a text: nearly every number is, and every list has one.
 * A birth day from the 29th on, or in the year of the check or later, is left to the full check.
 */
function surelySound(value: string, day: Day | undefined): boolean {
  if (!hasCitizenIdCheck(value) || !beginsWithProvince(value)) return false;
  const number = (at: number) => (value.charCodeAt(at) - 48) * 10 + value.charCodeAt(at + 1) - 48;
  const [century, month, date] = [number(6), number(10), number(12)];
  if (month < 1 || month > 12 || date < 1 || date > 28 || century < 19) return false;
  return day === undefined || century === 19 || value.slice(6, 10) < day.slice(0, 4);
}

/**
 * Form, region, birth day and check character of a citizen identity number. Small `x` is taken as `X`.
 * Texts and evidence carry the number masked.
 * @param day the day of the check; a birth day after it is refused. Left out: not checked.
 */
export function checkCitizenId(value: string, path = 'idNumber', day?: Day): Finding[] {
  if (surelySound(value, day)) return [];
  if (!PATTERN.test(value)) {
    return [
      finding(
        'REG-CITIZEN-ID-FORMAT',
        path,
        value,
        ['格式不符', 'does not have the form of a citizen identity number'],
        ['应为17位数字加1位数字或X', 'Give 17 digits and one digit or X'],
      ),
    ];
  }
  const findings: Finding[] = [];
  if (!beginsWithProvince(value)) {
    findings.push(
      finding(
        'REG-CITIZEN-ID-REGION',
        path,
        value,
        ['前两位不是行政区划代码', 'does not begin with a region of China'],
        ['请对照证件核对前6位', 'Compare the first six digits with the card'],
      ),
    );
  }
  const birthDay = birthDayOf(value);
  if (birthDay === undefined || birthDay < FIRST_BIRTH_DAY || (day !== undefined && birthDay > day)) {
    findings.push(
      finding(
        'REG-CITIZEN-ID-BIRTHDAY',
        path,
        value,
        ['第7至14位不是有效的出生日期', 'carries no possible day of birth'],
        ['请对照证件核对第7至14位（年月日）', 'Compare digits 7 to 14 (year, month, day) with the card'],
      ),
    );
  }
  const right = citizenIdCheckCharacter(value.slice(0, 17));
  if (value.charAt(17).toUpperCase() !== right) {
    findings.push(
      finding(
        'REG-CITIZEN-ID-CHECK',
        path,
        value,
        ['校验位不符', 'has a wrong check character'],
        [
          `前17位若无误，第18位应为“${right}”；请对照证件核对`,
          `If the first 17 digits are right the last character is "${right}"; compare with the card`,
        ],
      ),
    );
  }
  return findings;
}
