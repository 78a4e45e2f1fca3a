import type { Bilingual } from '#kernel';
import { found, listed, type RuleFacts } from '#matching';
import { type EnterpriseRole, mayActOn } from '#registry';
import { parameterOn } from '#tax';
import { type ExportContext, type ExportDossier, type ExportRules, PATHS } from './dossier.ts';

/** Where there is no code in China, this stands in its place: nobody is registered under it. */
const NO_CODE = '无';

interface Registration extends RuleFacts {
  readonly roles: readonly EnterpriseRole[];
  readonly field: 'ebpCode' | 'ebcCode' | 'logisticsCode' | 'agentCode' | 'iacCode';
  readonly name: 'ebpName' | 'ebcName' | 'logisticsName' | 'agentName' | 'iacName';
}

const REGISTERED = { rule: 'R-1.8', source: 'GACC 2018-194', confidence: 'H', from: '2019-01-01' } as const;

const registrations: readonly Registration[] = [
  {
    ...REGISTERED,
    code: 'EXPORT-REGISTERED-PLATFORM',
    what: { zh: '电商平台', en: 'platform' },
    customsCode: '903011',
    roles: ['EBP'],
    field: 'ebpCode',
    name: 'ebpName',
  },
  {
    ...REGISTERED,
    code: 'EXPORT-REGISTERED-SELLER',
    what: { zh: '电商企业', en: 'seller' },
    customsCode: '903012',
    roles: ['EBC'],
    field: 'ebcCode',
    name: 'ebcName',
  },
  {
    ...REGISTERED,
    code: 'EXPORT-REGISTERED-LOGISTICS-FIRM',
    what: { zh: '物流企业', en: 'logistics firm' },
    customsCode: '903014',
    roles: ['LGS'],
    field: 'logisticsCode',
    name: 'logisticsName',
  },
  {
    ...REGISTERED,
    code: 'EXPORT-REGISTERED-DECLARANT',
    what: { zh: '申报企业', en: 'declarant' },
    customsCode: '903015',
    roles: ['DCL', 'EBC'],
    field: 'agentCode',
    name: 'agentName',
  },
  {
    ...REGISTERED,
    rule: 'R-1.18',
    code: 'EXPORT-REGISTERED-IN-ZONE',
    what: { zh: '区内企业', en: 'in-zone enterprise' },
    customsCode: '903016',
    roles: ['IAC'],
    field: 'iacCode',
    name: 'iacName',
  },
];

const listedRegistration = (rule: Registration) =>
  listed(
    rule,
    {
      zh: `${rule.what.zh}应已备案，当日有效，并具备角色${rule.roles.join('或')}；境外没有代码的（无）除外`,
      en: `The ${rule.what.en} must be registered, in force on the day, as ${rule.roles.join(' or ')}; not so abroad, where there is no code (无)`,
    },
    [`${PATHS.list}/${rule.field}`],
  );

function problemOf(rule: Registration, code: string, context: ExportContext): Bilingual | undefined {
  const enterprise = context.enterprise(code);
  if (enterprise === undefined) return { zh: '未备案', en: 'is not registered' };
  if (!mayActOn(enterprise, context.day))
    return {
      zh: `的备案在${context.day}无效或已停用`,
      en: `is registered but not in force on ${context.day}, or suspended`,
    };
  if (rule.roles.some((role) => enterprise.roles.includes(role))) return undefined;
  return { zh: `未以${rule.roles.join('或')}备案`, en: `is not registered as ${rule.roles.join(' or ')}` };
}

/** Every firm of the list is registered in its role. */
export const registered: ExportRules = {
  listed: registrations.map(listedRegistration),
  check: ({ list: { head } }, context, findings) => {
    for (const rule of registrations) {
      const code = head[rule.field];
      if (code === undefined || code === '' || code === NO_CODE) continue;
      const problem = problemOf(rule, code, context);
      if (problem === undefined) continue;
      const path = `${PATHS.list}/${rule.field}`;
      findings.push(
        found(listedRegistration(rule), {
          path,
          message: {
            zh: `${rule.what.zh}${code}（${head[rule.name]}）${problem.zh}`,
            en: `The ${rule.what.en} ${code} (${head[rule.name]}) ${problem.en}`,
          },
          remedy: {
            zh: '核对企业代码；代码无误的，由该企业办理或更新备案后重新申报',
            en: 'Compare the code; if it is right, have the enterprise register or renew, then declare again',
          },
          evidence: [{ paper: 'declaration', path, value: code }],
        }),
      );
    }
  },
};

const PAYMENT_REQUIRED = 'export.receipt_message_required';

/** Whether the payment received must be sent for lists accepted on this day. */
const paymentRequired = ({ day, parameters }: Pick<ExportContext, 'day' | 'parameters'>): boolean =>
  parameterOn(parameters, PAYMENT_REQUIRED, day)?.value === 'true';

/** The papers a list accepted on a day must have, in the order they are named. */
export const papersNeeded = (
  context: Pick<ExportContext, 'day' | 'parameters'>,
): readonly ('order' | 'waybill' | 'payment')[] =>
  paymentRequired(context) ? ['order', 'payment', 'waybill'] : ['order', 'waybill'];

const PAPERS = {
  order: { name: { zh: '订单', en: 'order' }, message: 'CEB303', root: 'Order', customsCode: '901001' },
  payment: {
    name: { zh: '收款单', en: 'payment received' },
    message: 'CEB403',
    root: 'Receipts',
    customsCode: '901002',
  },
  waybill: {
    name: { zh: '运单', en: 'waybill' },
    message: 'CEB505',
    root: 'Logistics',
    customsCode: '901003',
  },
} as const;

const MISSING = listed(
  {
    rule: 'R-1.21',
    source: 'GACC 2018-194, 2024-167',
    confidence: 'V',
    from: '2014-02-10',
    code: 'EXPORT-MISSING-PAPER',
    what: { zh: '单证', en: 'paper' },
    customsCode: '901001',
  },
  {
    zh: '出口清单须有同一订单编号的订单和清单所列运单；收款单自2024-12-15起不再要求',
    en: 'An export list needs the order of its number and the waybill it names; the payment received is no longer asked for since 2024-12-15',
  },
  Object.values(PAPERS).map(({ root }) => root),
);

/** The rule that all papers are there. */
export const missingPapers: ExportRules = {
  listed: [MISSING],
  check: (dossier: ExportDossier, context, findings) => {
    const { orderNo, logisticsNo } = dossier.list.head;
    for (const paper of papersNeeded(context)) {
      if (dossier[paper] !== undefined) continue;
      const { name, message, root, customsCode } = PAPERS[paper];
      const field = paper === 'waybill' ? 'logisticsNo' : 'orderNo';
      const number = paper === 'waybill' ? logisticsNo : orderNo;
      findings.push({
        ...found(MISSING, {
          path: root,
          message: {
            zh: `未收到编号${number}的${name.zh}`,
            en: `The ${name.en} of number ${number} has not arrived`,
          },
          remedy: {
            zh: `请发送方以该编号发送${name.zh}报文${message}，再重新申报清单`,
            en: `Have the ${name.en} sent as ${message} under this number, then declare again`,
          },
          evidence: [{ paper: 'declaration', path: `${PATHS.list}/${field}`, value: number }],
        }),
        customsCode,
      });
    }
  },
};
