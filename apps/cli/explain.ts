import { parseArgs } from 'node:util';
import type { ListDetail } from '#clearance';
import type { Bilingual } from '#kernel';
import { OperatorError } from '#postgres';
import { platformOf } from './platform-client.ts';

/** `explain NUMBER`: why a list stands as it does, in Chinese and English. */
export async function explainCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { url: { type: 'string' }, key: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const [number] = positionals;
  if (!number || positionals.length > 1)
    throw new OperatorError({
      zh: '请给出一个编号：订单编号、运单编号、清单编号、预录入编号或企业内部编号。',
      en: 'Give one number: of the order, the waybill, the list (invtNo, preNo) or your own (copNo).',
    });
  const platform = await platformOf(values);
  const key = platform.keyFor(undefined);
  const headers = key ? { authorization: `Bearer ${key}` } : {};
  const page = await platform.fetch(`/api/lists?search=${encodeURIComponent(number)}&limit=20`, { headers });
  const found = (await page.json()) as {
    lists?: { orderNo: string; ebpCode: string }[];
    zh?: string;
    en?: string;
  };
  if (!page.ok)
    throw new OperatorError({ zh: found.zh ?? `HTTP ${page.status}`, en: found.en ?? `HTTP ${page.status}` });
  if (!found.lists?.length)
    throw new OperatorError({
      zh: `没有编号为 ${number} 的清单。`,
      en: `There is no list with the number ${number}.`,
    });
  // A number that is one list's whole number means that list, not those that begin with it.
  const exact = found.lists.filter(({ orderNo }) => orderNo === number);
  for (const { ebpCode, orderNo } of exact.length > 0 ? exact : found.lists) {
    const path = `/api/lists/${encodeURIComponent(ebpCode)}/${encodeURIComponent(orderNo)}`;
    const detail = (await (await platform.fetch(path, { headers })).json()) as ListDetail;
    process.stdout.write(values.json ? `${JSON.stringify(detail)}\n` : textOf(detail));
  }
  return 0;
}

/** The whole story of one list as text. */
export function textOf(detail: ListDetail): string {
  const { list, decision, findings, tax, timeline, quota } = detail;
  const lines: string[] = [];
  const say = (indent: string, { zh, en }: Bilingual): void =>
    void lines.push(`${indent}${zh}`, `${indent}${en}`);
  lines.push(
    `清单 list ${list.invtNo ?? list.preNo ?? ''}  订单 order ${list.ebpCode}/${list.orderNo}  ${list.tradeMode}`,
  );
  lines.push('', '经过 timeline');
  for (const entry of timeline) lines.push(`  ${entry.at}  ${entry.status ?? ''}  ${entry.zh} · ${entry.en}`);
  if (decision) {
    lines.push('', `决定 decision  ${decision.statusCode} ${decision.returnInfo}`);
    say('  ', decision);
  }
  if (findings.length > 0) lines.push('', '发现 findings');
  for (const finding of findings) {
    lines.push(
      `  ${finding.code}  ${finding.path}  ${finding.rule ?? ''}${finding.mode === 'watch' ? '  (watch)' : ''}`,
    );
    say('    ', finding.message);
    for (const { paper, path, value } of finding.evidence) lines.push(`      ${paper} ${path} = ${value}`);
    say('    → ', finding.remedy);
  }
  if (tax) {
    lines.push('', `税 tax  ${tax.decision}  ${tax.taxTotal ?? ''} CNY`);
    for (const step of tax.steps) {
      const figures = step.formula ? `${step.formula} = ${step.result}` : step.result;
      lines.push(`  ${step.gnum === undefined ? '' : `[${step.gnum}] `}${step.zh} · ${step.en}: ${figures}`);
      lines.push(`      ${step.rule ?? ''} ${step.source ?? ''} (${step.confidence ?? ''})`);
    }
  }
  if (quota)
    lines.push(
      '',
      `额度 allowance ${quota.year}: ${quota.used} / ${quota.limit} CNY (本单 this list ${quota.thisList})`,
    );
  if (decision) {
    lines.push('', `规则 rules  ${decision.rulebookVersion}`);
    for (const rule of decision.rules) {
      lines.push(
        `  ${rule.code} v${rule.version} (${rule.confidence}; ${rule.source}; ${rule.from}–${rule.to ?? ''})`,
      );
      say('    ', rule.sentence);
    }
  }
  return `${lines.join('\n')}\n\n`;
}
