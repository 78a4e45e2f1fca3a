import { styleText } from 'node:util';
import type { ListDetail } from '#clearance';
import type { Bilingual } from '#kernel';

/**
 * The whole story of one list for people: what came, what was decided and why, the tax step by step.
 * @param withRules all rules that were asked; else only how many, and how to see them.
 */
export function inWords(detail: ListDetail, withRules: boolean): string {
  const parts = [
    head(detail),
    timeline(detail),
    waiting(detail),
    decision(detail),
    findings(detail),
    tax(detail),
    allowance(detail),
    withRules ? rules(detail) : ruleCount(detail),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n\n`;
}

const heading = (zh: string, en: string, more = ''): string =>
  `${styleText('bold', `${zh} · ${en}`)}${more && `  ${more}`}`;

const both = (indent: string, { zh, en }: Bilingual): string[] => [`${indent}${zh}`, `${indent}${en}`];

/** `2026-03-10 10:03:00`, Beijing time. */
const beijing = (instant: string): string =>
  new Date(instant).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' });

function head({ list }: ListDetail): string[] {
  const { invtNo, preNo, ebpCode, orderNo, tradeMode } = list;
  return [
    `${heading('清单', 'list', invtNo ?? preNo ?? '')}  订单 · order ${ebpCode}/${orderNo}  ${tradeMode}`,
  ];
}

function timeline({ timeline }: ListDetail): string[] {
  const entries = timeline.map(
    ({ at, status = '', zh, en }) => `  ${beijing(at)}  ${status.padEnd(4)} ${zh} · ${en}`,
  );
  return [heading('经过', 'timeline', '北京时间 · Beijing time'), ...entries];
}

function waiting({ waitingFor }: ListDetail): string[] {
  if (!waitingFor) return [];
  const { papers, until } = waitingFor;
  return [heading('等待', 'waiting for', `${papers.join(', ')}  至 · until ${beijing(until)}`)];
}

function decision({ decision }: ListDetail): string[] {
  if (!decision) return [];
  const { statusCode, returnInfo } = decision;
  return [heading('决定', 'decision', `${statusCode} ${returnInfo}`), ...both('  ', decision)];
}

function findings({ findings }: ListDetail): string[] {
  if (findings.length === 0) return [];
  const lines = findings.flatMap(({ code, path, rule = '', mode, message, evidence, remedy }) => [
    `  ${code}  ${path}  ${rule}${mode === 'watch' ? '  （仅提示 · only pointed out）' : ''}`,
    ...both('    ', message),
    ...evidence.map((seen) => `      ${seen.paper}  ${seen.path} = ${seen.value}`),
    ...both('    → ', remedy),
  ]);
  return [heading('发现', 'findings'), ...lines];
}

function tax({ tax }: ListDetail): string[] {
  if (!tax) return [];
  const lines = tax.steps.flatMap(({ gnum, zh, en, formula, result, rule, source, confidence }) => {
    const line = gnum === undefined ? '' : `[${gnum}] `;
    const equals = result === '✓' || result === '✗' ? ' ' : ' = ';
    const why = [rule, source, confidence && `(${confidence})`].filter(Boolean).join(' ');
    return [
      `  ${line}${zh} · ${en}`,
      `      ${formula === undefined ? '' : `${formula}${equals}`}${result}   ${styleText('dim', why)}`,
    ];
  });
  return [heading('税', 'tax', tax.taxTotal === undefined ? tax.decision : `${tax.taxTotal} CNY`), ...lines];
}

function allowance({ quota }: ListDetail): string[] {
  if (!quota) return [];
  const { year, used, limit, thisList } = quota;
  return [heading('额度', `allowance ${year}`, `${used} / ${limit} CNY（本单 · this list ${thisList}）`)];
}

function ruleCount({ decision }: ListDetail): string[] {
  if (!decision) return [];
  const { rules, rulebookVersion } = decision;
  const hint = `共 ${rules.length} 条，--rules 列出 · ${rules.length} were asked, --rules lists them`;
  return [heading('规则', 'rules', `${rulebookVersion}  ${hint}`)];
}

function rules({ decision }: ListDetail): string[] {
  if (!decision) return [];
  const lines = decision.rules.flatMap(({ code, version, confidence, source, from, to = '', sentence }) => [
    `  ${code} v${version}  ${styleText('dim', `${source} (${confidence}), ${from}–${to}`)}`,
    ...both('    ', sentence),
  ]);
  return [heading('规则', 'rules', decision.rulebookVersion), ...lines];
}
