import type { Bilingual } from '#kernel';
import { type Enterprise, type EnterpriseRole, mayActOn } from '#registry';
import { sameUnder } from './compare.ts';
import type { Dossier, MatchingContext } from './dossier.ts';
import { declaration, evidenceOf, type HeadField, payment } from './fields.ts';
import { type Check, found, listed, type MatchFinding, type RuleFacts, type RuleGroup } from './rule.ts';

/** An enterprise of the papers that must be registered in one of these roles. */
interface Registration extends RuleFacts {
  readonly roles: readonly EnterpriseRole[];
  readonly codeField: HeadField;
  readonly nameField: HeadField;
  /** Only asked under this trade mode. */
  readonly tradeMode?: string;
}

const REGISTERED = {
  rule: 'R-1.12',
  source: 'GACC 2018-194; customs check logic published by Alipay+',
  confidence: 'V',
} as const;

/** The other papers' codes must equal these (matrix), so each enterprise is looked up once. */
const registrations: readonly Registration[] = [
  {
    ...REGISTERED,
    code: 'MATCH-REGISTERED-PLATFORM',
    what: { zh: '电商平台', en: 'platform' },
    customsCode: '903011',
    roles: ['EBP'],
    codeField: declaration((head) => head.ebpCode),
    nameField: declaration((head) => head.ebpName),
  },
  {
    ...REGISTERED,
    code: 'MATCH-REGISTERED-SELLER',
    what: { zh: '电商企业', en: 'seller' },
    customsCode: '903012',
    roles: ['EBC'],
    codeField: declaration((head) => head.ebcCode),
    nameField: declaration((head) => head.ebcName),
  },
  {
    ...REGISTERED,
    code: 'MATCH-REGISTERED-PAYMENT-FIRM',
    what: { zh: '支付企业', en: 'payment firm' },
    customsCode: '903013',
    roles: ['PAY'],
    codeField: payment((head) => head.payCode),
    nameField: payment((head) => head.payName),
  },
  {
    ...REGISTERED,
    code: 'MATCH-REGISTERED-LOGISTICS-FIRM',
    what: { zh: '物流企业', en: 'logistics firm' },
    customsCode: '903014',
    roles: ['LGS'],
    codeField: declaration((head) => head.logisticsCode),
    nameField: declaration((head) => head.logisticsName),
  },
  {
    ...REGISTERED,
    rule: 'R-1.11',
    code: 'MATCH-REGISTERED-DECLARANT',
    what: { zh: '申报企业', en: 'declarant' },
    customsCode: '903015',
    roles: ['DCL', 'EBC'],
    codeField: declaration((head) => head.agentCode),
    nameField: declaration((head) => head.agentName),
  },
  {
    ...REGISTERED,
    rule: 'R-1.18',
    source: 'CEB specification 202205, areaCode',
    code: 'MATCH-REGISTERED-IN-ZONE',
    what: { zh: '区内企业', en: 'in-zone enterprise' },
    customsCode: '903016',
    roles: ['IAC'],
    codeField: declaration((head) => head.areaCode),
    nameField: declaration((head) => head.areaName),
    tradeMode: '1210',
  },
];

const NAME = listed(
  {
    rule: 'R-1.12',
    source: 'CEB specification 202205: names are those registered with customs',
    confidence: 'D',
    mode: 'watch',
    severity: 'review',
    code: 'MATCH-REGISTERED-NAME',
    what: { zh: '企业名称', en: 'enterprise name' },
    customsCode: '903021',
  },
  {
    zh: '单证中的企业名称应与备案名称一致',
    en: 'The name of an enterprise must be the registered one',
  },
  registrations.map(({ nameField }) => nameField.path),
);

const listedRegistration = (rule: Registration) =>
  listed(
    rule,
    {
      zh: `${rule.what.zh}应已备案，当日有效，并具备角色${rule.roles.join('或')}${rule.tradeMode ? `（${rule.tradeMode}）` : ''}`,
      en: `The ${rule.what.en} must be registered, in force on the day, as ${rule.roles.join(' or ')}${rule.tradeMode ? ` (mode ${rule.tradeMode})` : ''}`,
    },
    [rule.codeField.path],
  );

function problemOf(
  rule: Registration,
  enterprise: Enterprise | undefined,
  context: MatchingContext,
): Bilingual | undefined {
  if (enterprise === undefined) return { zh: '未备案', en: 'is not registered' };
  if (!mayActOn(enterprise, context.day)) {
    return {
      zh: `的备案在${context.day}无效或已停用`,
      en: `is registered but not in force on ${context.day}, or suspended`,
    };
  }
  for (const role of rule.roles) if (enterprise.roles.includes(role)) return undefined;
  return {
    zh: `未以${rule.roles.join('或')}备案`,
    en: `is not registered as ${rule.roles.join(' or ')}`,
  };
}

function unregistered(rule: Registration, problem: Bilingual, dossier: Dossier): MatchFinding {
  const code = String(rule.codeField.read(dossier) ?? '');
  const name = String(rule.nameField.read(dossier) ?? '');
  return found(listedRegistration(rule), {
    path: rule.codeField.path,
    message: {
      zh: `${rule.what.zh}${code}（${name}）${problem.zh}`,
      en: `The ${rule.what.en} ${code} (${name}) ${problem.en}`,
    },
    remedy: {
      zh: '核对企业代码；代码无误的，由该企业办理或更新备案后重新申报',
      en: 'Compare the code; if it is right, have the enterprise register or renew, then declare again',
    },
    evidence: [evidenceOf(rule.codeField, dossier), evidenceOf(rule.nameField, dossier)],
  });
}

function misnamed(rule: Registration, registered: string, dossier: Dossier): MatchFinding {
  const name = String(rule.nameField.read(dossier) ?? '');
  return found(NAME, {
    path: rule.nameField.path,
    message: {
      zh: `${rule.what.zh}名称“${name}”与备案名称“${registered}”不符`,
      en: `The ${rule.what.en} is named "${name}" but registered as "${registered}"`,
    },
    remedy: { zh: '按海关备案名称填写', en: 'Write the name registered with customs' },
    evidence: [
      evidenceOf(rule.nameField, dossier),
      { paper: 'registry', path: 'enterprise/name', value: registered },
    ],
  });
}

const check: Check = (dossier, context, findings) => {
  for (const rule of registrations) {
    if (rule.tradeMode !== undefined && rule.tradeMode !== dossier.declaration.head.tradeMode) continue;
    const code = rule.codeField.read(dossier);
    // A payment that has not come is reported as such; an in-zone enterprise left out is not registered.
    if (code === undefined && rule.tradeMode === undefined) continue;
    const enterprise = context.enterprise(String(code ?? ''));
    const problem = problemOf(rule, enterprise, context);
    if (problem !== undefined) {
      findings.push(unregistered(rule, problem, dossier));
      continue;
    }
    const name = rule.nameField.read(dossier);
    if (enterprise === undefined || name === enterprise.name || name === undefined) continue;
    if (!sameUnder.name(name, enterprise.name)) findings.push(misnamed(rule, enterprise.name, dossier));
  }
};

/** Step 2 of the customs check: every enterprise is registered, in its role (R-1.12). */
export const enterpriseRules: RuleGroup = {
  listed: [...registrations.map(listedRegistration), NAME],
  check,
};
