import { type Bilingual, type Day, type Finding, isDay } from '#kernel';
import { checkFinding } from './check-finding.ts';
import type { CodeLists } from './code-lists.ts';
import { checkCustomsCode } from './customs-code.ts';
import { checkUscc } from './uscc.ts';

/** The roles an enterprise may hold (code list `enterprise_role`). */
export const enterpriseRoles = [
  'EBP',
  'EBC',
  'PAY',
  'LGS',
  'DCL',
  'IAC',
  'SVC',
  'OWH',
  'PARK',
  'BANK',
  'INS',
] as const;

export type EnterpriseRole = (typeof enterpriseRoles)[number];

/** An enterprise as it is registered. */
export interface Enterprise {
  /** Ten characters, the key of the register. */
  readonly customsCode: string;
  /** Unified social credit code. */
  readonly uscc: string;
  /** The name registered with customs. */
  readonly name: string;
  /** One or more; none twice. */
  readonly roles: readonly EnterpriseRole[];
  /** Four digits of the customs office it is registered with. */
  readonly customsOffice: string;
  /** Its address on the data exchange platform, `DXPENT` and ten digits. */
  readonly dxpId?: string;
  readonly validFrom: Day;
  /** Last day of the registration, inclusive; open when absent. */
  readonly validTo?: Day;
  readonly state: 'active' | 'suspended' | 'closed';
}

/** Whether the enterprise may act on a day: registered by then, not run out, not suspended or closed. */
export function mayActOn(enterprise: Enterprise, day: Day): boolean {
  return (
    enterprise.state === 'active' &&
    enterprise.validFrom <= day &&
    (enterprise.validTo === undefined || day <= enterprise.validTo)
  );
}

const enterpriseFinding = (code: string, path: string, zh: string, en: string, remedy: Bilingual): Finding =>
  checkFinding(code, path, 'R-1.10', { zh, en }, remedy);

function checkPeriod(enterprise: Enterprise): Finding[] {
  const { validFrom, validTo } = enterprise;
  const sound = isDay(validFrom) && (validTo === undefined || (isDay(validTo) && validFrom <= validTo));
  if (sound) return [];
  return [
    enterpriseFinding(
      'REG-ENTERPRISE-PERIOD',
      'validFrom',
      '登记有效期不成立',
      'The period of registration does not hold',
      {
        zh: '起止日期应为YYYY-MM-DD，且止日不早于起日',
        en: 'Give days as YYYY-MM-DD, the last not before the first',
      },
    ),
  ];
}

function checkRoles(roles: readonly EnterpriseRole[]): Finding[] {
  const known: ReadonlySet<string> = new Set(enterpriseRoles);
  const wrong = roles.filter((role, at) => !known.has(role) || roles.indexOf(role) !== at);
  if (roles.length > 0 && wrong.length === 0) return [];
  return [
    enterpriseFinding(
      'REG-ENTERPRISE-ROLES',
      'roles',
      roles.length === 0 ? '企业没有角色' : `企业角色“${wrong.join('、')}”重复或不存在`,
      roles.length === 0
        ? 'The enterprise has no role'
        : `Role "${wrong.join('", "')}" is unknown or given twice`,
      {
        zh: `至少一个角色，取自：${enterpriseRoles.join('、')}`,
        en: `Give at least one of: ${enterpriseRoles.join(', ')}`,
      },
    ),
  ];
}

/**
 * Everything a register entry must satisfy before it is stored: codes and check characters, name,
 * roles, customs office, exchange address, period. No findings: it is sound.
 * @param lists where given, the customs office must be in its list.
 */
export function checkEnterprise(enterprise: Enterprise, lists?: CodeLists): Finding[] {
  const findings = [
    ...checkCustomsCode(enterprise.customsCode),
    ...checkUscc(enterprise.uscc),
    ...checkRoles(enterprise.roles),
    ...checkPeriod(enterprise),
  ];
  const name = enterprise.name.trim();
  if (name === '' || [...name].length > 100) {
    findings.push(
      enterpriseFinding(
        'REG-ENTERPRISE-NAME',
        'name',
        '企业名称为空或超过100字',
        'The name is empty or longer than 100 characters',
        { zh: '填写海关注册登记名称', en: 'Give the name registered with customs' },
      ),
    );
  }
  const office = enterprise.customsOffice;
  if (!/^\d{4}$/.test(office) || (lists !== undefined && !lists.has('customs_offices', office))) {
    findings.push(
      enterpriseFinding(
        'REG-ENTERPRISE-OFFICE',
        'customsOffice',
        `关区代码“${office}”不存在`,
        `There is no customs office "${office}"`,
        { zh: '填写4位关区代码，如8601', en: 'Give the four digits of the office, e.g. 8601' },
      ),
    );
  }
  if (enterprise.dxpId !== undefined && !/^[0-9A-Z]{1,30}$/.test(enterprise.dxpId)) {
    findings.push(
      enterpriseFinding(
        'REG-ENTERPRISE-DXP-ID',
        'dxpId',
        `传输编号“${enterprise.dxpId}”格式不符`,
        `"${enterprise.dxpId}" is not an exchange address`,
        {
          zh: '如DXPENT0000012345：最多30位数字或大写字母',
          en: 'At most 30 digits or capital letters, e.g. DXPENT0000012345',
        },
      ),
    );
  }
  return findings;
}
