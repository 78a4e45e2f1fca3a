import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type CodeFamily, errorCatalogue } from '#ceb';
import type { Bilingual } from '#kernel';
import { FINDING_FAMILIES } from '../apps/cli/finding-codes.ts';
import { table } from './markdown-table.ts';

const FAMILIES: Readonly<Record<CodeFamily, Bilingual>> = {
  status: { zh: '回执状态', en: 'Statuses of receipts' },
  customs: { zh: '海关审核结果说明', en: "Customs' results, explained" },
  enterprise: { zh: '企业', en: 'Enterprises' },
  order: { zh: '订单', en: 'Orders' },
  payment: { zh: '支付凭证', en: 'Payments' },
  waybill: { zh: '运单', en: 'Waybills' },
  'waybill-status': { zh: '运单状态', en: 'Waybill statuses' },
  declaration: { zh: '清单', en: 'Lists' },
  cancellation: { zh: '撤销申请单', en: 'Cancellations' },
  return: { zh: '退货申请单', en: 'Returns' },
  tally: { zh: '入库明细单', en: 'Tallies' },
  format: { zh: '格式', en: 'Format' },
  transport: { zh: '传输', en: 'Transport' },
};

/**
 * The page of every result code and status of the standard, with usual cause and remedy, and of the results this
 * platform decides lists with, from the table in `contracts/` under the root given; last the codes of our own findings.
 */
export function codesDocument(root: string): string {
  const [status, ...others] = (Object.keys(FAMILIES) as CodeFamily[]).map(part);
  return `${[INTRODUCTION, status, resultsPart(root), ...others, findingsPart()].join('\n\n')}\n`;
}

const INTRODUCTION = `# Result codes and statuses 回执代码与状态

Written by \`npm run docs\` from the catalogue in \`modules/ceb/errors\` and the tables of finding codes beside their makers; do not edit it by hand.

A receipt carries a \`returnStatus\`: a positive status, or a negative code when the document could not be taken in. Customs' own
result stands inside \`returnInfo\` as \`[Code:2600;Desc:放行]\`. \`*\` stands for what is filled in. A positive status not in this list
means: in progress. The codes of our own findings, such as \`CEB-LENGTH\`, stand at the end of this page.`;

function part(family: CodeFamily): string {
  const entries = errorCatalogue.filter((entry) => entry.family === family);
  const sources = [...new Set(entries.map(({ source }) => source))];
  const both = ({ zh, en }: Bilingual): string => `${zh}<br>${en}`;
  const lines = entries.map(({ code, text, cause, remedy }) => [
    `\`${code}\``,
    both(text),
    both(cause),
    both(remedy),
  ]);
  const { zh, en } = FAMILIES[family];
  const head = ['code', 'text', 'usual cause', 'remedy'];
  return `## ${en} ${zh}\n\nSource: ${sources.join('; ')}.\n\n${table(head, lines)}`;
}

function resultsPart(root: string): string {
  const file = readFileSync(join(root, 'contracts/codelists/customs_result.csv'), 'utf8');
  const rows: Readonly<Record<string, string>>[] = parse(file, { columns: true });
  const lines = rows.map((row) => [
    `\`${row.code}\``,
    row.zh,
    row.en,
    row.return_status,
    row.source,
    row.confidence,
  ]);
  const head = ['code', '中文', 'meaning', 'status', 'source', 'sure'];
  return `## Results of a list 清单审核结果\n\nFrom [customs_result.csv](../../contracts/codelists/customs_result.csv). Codes from 901001 on are our own (D): no official one is known.\n\n${table(head, lines)}`;
}

function findingsPart(): string {
  const introduction =
    'The codes of our own findings are stable: programs may go by them. What a code says here is general; the finding itself names the field, the value and what to do. At the level `structure` the form set by the standard is broken, at `field` a condition of a single field beyond that, at `business` papers, registers or rules disagree. The codes of rules (`MATCH-`, `LIST-`, `RISK-`) stand under [rules](rules.md).';
  const parts = FINDING_FAMILIES.map(({ zh, en, codes }) => {
    const lines = codes.map(({ code, levels, text, remedy }) => [
      `\`${code}\``,
      levels.join(', '),
      `${text.zh}<br>${text.en}`,
      `${remedy.zh}<br>${remedy.en}`,
    ]);
    return `### ${en} ${zh}\n\n${table(['code', 'level', 'text', 'remedy'], lines)}`;
  });
  return [`## Our own findings 本平台的检查结果`, introduction, ...parts].join('\n\n');
}
