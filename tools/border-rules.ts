import { B2B_DATA, RECOGNITION } from '#b2b';
import { B2B_OPENINGS, CRITERIA, FINISH_TABLE, type Row } from '#modes';
import { CONDITIONS } from '#refunds';
import { IMPORT_RETURN_RULE } from '#returns';
import { table } from './markdown-table.ts';

const dates = ({ from, to = '' }: { readonly from: string; readonly to?: string }): string =>
  `${from} – ${to}`;

const ruleLine = (row: Row<unknown>, outcome: string): string[] => [
  `\`${row.code}\``,
  row.sentence.zh,
  row.sentence.en,
  outcome,
  dates(row),
  row.rule,
  row.source,
  row.confidence,
];

const TAIL = ['in force', 'rule', 'source', 'sure'];

/** Supervision modes: how an export is finished, what each mode asks, since when 9710 and 9810 are open. */
export function modesPart(): string {
  const finish = FINISH_TABLE.map((row) =>
    ruleLine(row, `${row.outcome.route}, ${row.outcome.hsDigits} digits`),
  );
  const criteria = CRITERIA.map((row) => ruleLine(row, `${row.outcome.mode} ${row.outcome.direction}`));
  const openings = B2B_OPENINGS.map(({ from, districts, source, confidence }) => [
    from,
    districts?.join(', ') ?? 'all',
    source,
    confidence,
  ]);
  return [
    '## Supervision modes 监管方式',
    'How an export is finished, read from the top (`modules/modes`).',
    table(['row', '中文', 'when', 'way', ...TAIL], finish),
    'What each mode asks; all of it must hold.',
    table(['criterion', '中文', 'demand', 'mode', ...TAIL], criteria),
    'Since when 9710 and 9810 are open, by the first two digits of the customs district.',
    table(['from', 'districts', 'source', 'sure'], openings),
  ].join('\n\n');
}

/** B2B export: what a trade is recognised as, and what customs must have by then. */
export function b2bPart(): string {
  const recognised = RECOGNITION.map((row) => ruleLine(row, row.outcome.verdict));
  const data = B2B_DATA.map((row) => [
    ...[`\`${row.code}\``, row.sentence.zh, row.sentence.en, row.modes.join(', '), dates(row)],
    ...[row.rule, row.source, row.confidence],
  ]);
  return [
    '## B2B export B2B出口',
    'What a trade is taken for, read from the top (`modules/b2b`).',
    table(['row', '中文', 'when', 'taken for', ...TAIL], recognised),
    'What customs must have before it is declared; receipt and registration as long as their parameters say so.',
    table(['row', '中文', 'demand', 'modes', ...TAIL], data),
  ].join('\n\n');
}

/** Export tax and goods that come back. */
export function afterwardsPart(): string {
  const conditions = Object.entries(CONDITIONS).map(([code, { sentence, rule, source, confidence }]) => [
    `\`${code}\``,
    sentence.zh,
    sentence.en,
    rule,
    source,
    confidence,
  ]);
  const { code, sentence, source, confidence } = IMPORT_RETURN_RULE;
  return [
    '## Export tax 出口税',
    'What refund and exemption of a line rest on (`modules/refunds`); the rates stand in [export-refund-rates.csv](../../contracts/export-refund-rates.csv).',
    table(['condition', '中文', 'condition in a sentence', 'rule', 'source', 'sure'], conditions),
    '## Returns 退货',
    table(
      ['rule', '中文', 'rule in a sentence', ...TAIL],
      [[`\`${code}\``, sentence.zh, sentence.en, dates(IMPORT_RETURN_RULE), code, source, confidence]],
    ),
  ].join('\n\n');
}
