import { type Confidence, type Day, type Finding, holdsOn, isDay } from '#kernel';
import { checkFinding } from './check-finding.ts';
import type { CodeLists } from './code-lists.ts';
import { type EnterpriseRole, enterpriseRoles } from './enterprise.ts';
import type { Licence } from './enterprise-file.ts';

/** Which licence a role needs: one of several kinds, from a day on. */
export interface LicenceRequirement {
  readonly role: EnterpriseRole;
  /** Any one of these is enough. */
  readonly kinds: readonly string[];
  readonly from: Day;
  readonly to?: Day;
  readonly rule: string;
  readonly source: string;
  readonly confidence: Confidence;
}

/** A row of `contracts/licence-requirements.csv`. */
export type LicenceRequirementRow = Readonly<Record<string, string>>;

/** Reads the table of requirements. @throws RangeError naming the row that is unsound */
export function licenceRequirementsOf(
  rows: readonly LicenceRequirementRow[],
  lists: CodeLists,
): LicenceRequirement[] {
  return rows.map((row, at) => {
    const { role = '', kinds = '', from = '', to = '', rule = '', source = '', confidence = '' } = row;
    const names = kinds.split(' ');
    const sound =
      (enterpriseRoles as readonly string[]).includes(role) &&
      names.every((kind) => lists.has('licence_kind', kind)) &&
      isDay(from) &&
      (to === '' || isDay(to)) &&
      /^R-\d/.test(rule) &&
      source !== '' &&
      /^[VHMLD]$/.test(confidence);
    if (!sound) throw new RangeError(`row ${at + 2} of the licence requirements is unsound`);
    return {
      ...{ role: role as EnterpriseRole, kinds: names, from, rule, source },
      ...(to === '' ? {} : { to }),
      confidence: confidence as Confidence,
    };
  });
}

/** Form and days of each licence; one that has run out is told, too. */
export function checkLicences(licences: readonly Licence[], lists: CodeLists, day: Day): Finding[] {
  return licences.flatMap((licence, at) => checkLicence(licence, `licences[${at + 1}]`, lists, day));
}

function checkLicence({ kind, number, issuer, from, to }: Licence, path: string, lists: CodeLists, day: Day) {
  const findings: Finding[] = [];
  const found = (code: string, field: string, zh: string, en: string, remedyZh: string, remedyEn: string) =>
    findings.push(
      checkFinding(code, `${path}.${field}`, 'R-1.9', { zh, en }, { zh: remedyZh, en: remedyEn }),
    );
  if (!lists.has('licence_kind', kind))
    found(
      ...([
        'REG-LICENCE-KIND',
        'kind',
        `没有“${kind}”这种许可证`,
        `There is no kind of licence "${kind}"`,
      ] as const),
      '从许可证种类代码表中选择',
      'Choose from the code list licence_kind',
    );
  for (const [field, text, limit] of [
    ['number', number, 60],
    ['issuer', issuer, 100],
  ] as const) {
    if (text.trim() !== '' && [...text].length <= limit) continue;
    found(
      ...(['REG-LICENCE-TEXT', field] as const),
      `许可证的${field === 'number' ? '编号' : '发证机关'}为空或超过${limit}字`,
      `The ${field} of the licence is empty or longer than ${limit} characters`,
      `填写1至${limit}字`,
      `Give 1 to ${limit} characters`,
    );
  }
  const sound = isDay(from) && (to === undefined || (isDay(to) && from <= to));
  if (!sound)
    found(
      ...([
        'REG-LICENCE-PERIOD',
        'from',
        '许可证有效期不成立',
        'The period of the licence does not hold',
      ] as const),
      '起止日期应为YYYY-MM-DD，且止日不早于起日',
      'Give days as YYYY-MM-DD, the last not before the first',
    );
  else if (to !== undefined && to < day)
    found(
      ...(['REG-LICENCE-ENDED', 'to', `许可证已于${to}到期`, `The licence ran out on ${to}`] as const),
      '填写延续后的许可证，或删除此项',
      'Give the licence as it was renewed, or leave it out',
    );
  return findings;
}

/** What the roles of an enterprise need and its licences do not give on a day. */
export function missingLicences(
  roles: readonly EnterpriseRole[],
  licences: readonly Licence[],
  requirements: readonly LicenceRequirement[],
  lists: CodeLists,
  day: Day,
): Finding[] {
  const held = new Set(
    licences.filter((one) => isDay(one.from) && holdsOn(one, day)).map(({ kind }) => kind),
  );
  const wanting = requirements.filter(
    (one) => roles.includes(one.role) && holdsOn(one, day) && !one.kinds.some((kind) => held.has(kind)),
  );
  return wanting.map(({ role, kinds, rule }) => {
    const names = (language: 'zh' | 'en', or: string) =>
      kinds.map((kind) => lists.name('licence_kind', kind, language) ?? kind).join(or);
    return checkFinding(
      'REG-LICENCE-MISSING',
      'licences',
      rule,
      {
        zh: `角色${lists.name('enterprise_role', role, 'zh') ?? role}（${role}）须有在效的${names('zh', '或')}`,
        en: `Role ${role} needs a licence in force: ${names('en', ' or ')}`,
      },
      { zh: '补充许可证，或去掉该角色', en: 'Add the licence, or leave the role out' },
    );
  });
}
