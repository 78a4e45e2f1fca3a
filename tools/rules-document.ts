import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

import { listRules } from '#clearance';
import { exportRules } from '#exports';
import { type MatchingRule, matchingRules } from '#matching';
import { TAX_RULES } from '#tax';
import { afterwardsPart, b2bPart, modesPart } from './border-rules.ts';
import { inspectionsPart } from './inspection-rules.ts';
import { table } from './markdown-table.ts';
import { transitPart } from './transit-rules.ts';

type Row = Readonly<Record<string, string>>;

const INTRODUCTION = `# Rules and figures 规则与参数

Written by \`npm run docs\` from the rules in the code and the tables in \`contracts/\`; do not edit it by hand.

Confidence: **V** seen in a public page or file · **H** well known, not checked against the official text · **M** likely ·
**L** doubtful · **D** our own default, not law. Before going live every figure that is not V is to be checked against the gazette.`;

/** The page of all rules and figures, from the tables in \`contracts/\` under the root given. */
export function rulesDocument(root: string): string {
  const rows = (path: string): Row[] => parse(readFileSync(join(root, path), 'utf8'), { columns: true });
  const parts = [
    INTRODUCTION,
    matchingPart(),
    listPart(),
    exportPart(),
    riskPart(rows('contracts/risk-rules.csv')),
    taxPart(),
    modesPart(),
    b2bPart(),
    afterwardsPart(),
    transitPart(rows('contracts/transit-corridors.csv'), rows('contracts/transit-legs.csv')),
    deskPart(rows('contracts/desk-reasons.csv'), rows('contracts/desk-four-eyes.csv')),
    heldExportsPart(rows('contracts/export-reasons.csv'), rows('contracts/export-four-eyes.csv')),
    inspectionsPart(
      rows('contracts/inspection-reasons.csv'),
      rows('contracts/mutual-recognition.csv'),
      rows('contracts/sampling-rates.csv'),
      rows('contracts/certificate-recognition.csv'),
    ),
    parametersPart(rows('contracts/parameters.csv')),
    tariffPart(rows('contracts/tariff.csv')),
  ];
  const lists = readdirSync(join(root, 'contracts/codelists')).filter((file) => file.endsWith('.csv'));
  return [...parts, codeListsPart(lists.map((file) => [file, rows(`contracts/codelists/${file}`)]))]
    .join('\n\n')
    .concat('\n');
}

const MATCHING_HEAD = ['rule', '中文', 'demand', 'if broken', 'in force', 'rulebook', 'source', 'sure'];

const matchingLines = (rules: readonly MatchingRule[]): string[][] =>
  rules.map((rule) => [
    `\`${rule.code}\``,
    rule.text.zh,
    rule.text.en,
    rule.mode === 'live' ? OUTCOMES[rule.severity] : 'watched only',
    `${rule.from} – ${rule.to ?? ''}`,
    rule.rule,
    rule.source,
    rule.confidence,
  ]);

function exportPart(): string {
  return `## Export lists 出口清单\n\nIn the order they run (\`modules/exports\`); how a list is finished stands in the table of ways below.\n\n${table(MATCHING_HEAD, matchingLines(exportRules))}`;
}

function matchingPart(): string {
  return `## Matching 三单比对\n\nIn the order they run (\`modules/matching\`). What a field may say by itself (currency, kind of identity document, what bonded lists must carry) is refused before, with the message: see [messages](../messages/README.md).\n\n${table(MATCHING_HEAD, matchingLines(matchingRules))}`;
}

function listPart(): string {
  const lines = listRules.map((rule) => [
    `\`${rule.code}\``,
    rule.text.zh,
    rule.text.en,
    rule.mode === 'live' ? OUTCOMES[rule.severity] : 'watched only',
    `\`${rule.parameter}\``,
    `${rule.from} –`,
    rule.rule,
    rule.source,
    rule.confidence,
  ]);
  const head = ['rule', '中文', 'demand', 'if broken', 'setting', 'in force', 'rulebook', 'source', 'sure'];
  return `## The list as a whole 清单整体\n\nAsked by \`modules/clearance\` itself; the settings stand in the parameters below.\n\n${table(head, lines)}`;
}

function riskPart(rules: readonly Row[]): string {
  const lines = rules.map((row) => [
    `\`${row.rule}\` ${row.version}`,
    row.zh,
    row.en,
    row.mode === 'watch' ? 'watched only' : row.veto === 'yes' ? 'inspected' : row.weight && `+${row.weight}`,
    row.thresholds,
    `${row.from} – ${row.to}`,
    row.source,
    row.confidence,
  ]);
  const head = ['rule, version', '中文', 'sign', 'if seen', 'settings', 'in force', 'source', 'sure'];
  return `## Risk 风险\n\nFrom [risk-rules.csv](../../contracts/risk-rules.csv). Points of live rules add up to a class; one that inspects is red by itself.\n\n${table(head, lines)}`;
}

function taxPart(): string {
  const lines = TAX_RULES.map(({ code, sentence, from, source, confidence }) => [
    `\`${code}\``,
    sentence.zh,
    sentence.en,
    `${from} –`,
    source,
    confidence,
  ]);
  const head = ['rule', '中文', 'rule in a sentence', 'in force', 'source', 'sure'];
  return `## Tax 税\n\nCarried out step by step by \`modules/tax\`; the figures stand in the tables below.\n\n${table(head, lines)}`;
}

const OUTCOMES = { refuse: 'refused', review: 'held' };

function heldExportsPart(reasons: readonly Row[], rules: readonly Row[]): string {
  const head = ['reason', 'act', '中文', 'meaning', 'in force', 'sure'];
  const lines = reasons.map((row) => [
    `\`${row.code}\``,
    ...[row.act, row.zh, row.en].map((cell) => cell ?? ''),
    `${row.from} – ${row.to}`,
    row.confidence ?? '',
  ]);
  const ruleHead = ['rule', 'act', 'value over, CNY', '中文', 'meaning', 'in force', 'sure'];
  const ruleLines = rules.map((row) => [
    `\`${row.code}\``,
    ...[row.act, row.value_over_cny, row.zh, row.en].map((cell) => cell ?? ''),
    `${row.from} – ${row.to}`,
    row.confidence ?? '',
  ]);
  return `## Held exports 出口处置\n\nReasons, from [export-reasons.csv](../../contracts/export-reasons.csv).\n\n${table(head, lines)}\n\nWhat takes two officers, from [export-four-eyes.csv](../../contracts/export-four-eyes.csv).\n\n${table(ruleHead, ruleLines)}`;
}

function deskPart(reasons: readonly Row[], rules: readonly Row[]): string {
  const reasonHead = ['reason', 'act', 'status', 'in the receipt', '中文', 'meaning', 'in force', 'sure'];
  const reasonLines = reasons.map((row) => [
    `\`${row.code}\``,
    ...[row.act, row.status, row.customs_code, row.zh, row.en].map((cell) => cell ?? ''),
    `${row.from} – ${row.to}`,
    row.confidence ?? '',
  ]);
  const ruleHead = ['rule', 'act', 'class of risk', 'value over, CNY', '中文', 'meaning', 'in force', 'sure'];
  const ruleLines = rules.map((row) => [
    `\`${row.code}\``,
    ...[row.act, row.risk_class, row.value_over_cny, row.zh, row.en].map((cell) => cell ?? ''),
    `${row.from} – ${row.to}`,
    row.confidence ?? '',
  ]);
  return `## The officer's desk 作业台\n\nReasons, from [desk-reasons.csv](../../contracts/desk-reasons.csv).\n\n${table(reasonHead, reasonLines)}\n\nWhat takes two officers, from [desk-four-eyes.csv](../../contracts/desk-four-eyes.csv).\n\n${table(ruleHead, ruleLines)}`;
}

function parametersPart(parameters: readonly Row[]): string {
  const lines = parameters.map((row) => {
    const days = `${row.from} – ${row.to}`;
    return [
      `\`${row.key}\``,
      row.zh,
      row.en,
      `${row.value} ${row.unit}`,
      days,
      row.rule,
      row.source,
      row.confidence,
    ];
  });
  const head = ['parameter', '中文', 'meaning', 'value', 'in force', 'rule', 'source', 'sure'];
  return `## Limits, factors and deadlines\n\nFrom [parameters.csv](../../contracts/parameters.csv).\n\n${table(head, lines)}`;
}

function tariffPart(tariff: readonly Row[]): string {
  const categories = [...new Set(tariff.map((row) => row.category ?? ''))];
  const lines = categories.map((category) => {
    const goods = tariff.filter((row) => row.category === category);
    return [
      category,
      count(goods),
      count(goods.filter((row) => row.positive_list === 'yes')),
      ...sure(goods),
    ];
  });
  const head = ['goods', 'lines', 'on the positive list', ...GRADES];
  return `## Rates of goods\n\nFrom [tariff.csv](../../contracts/tariff.csv): duty, VAT, consumption tax and positive list by commodity code.\n\n${table(head, lines)}`;
}

function codeListsPart(lists: readonly (readonly [string, readonly Row[]])[]): string {
  const lines = lists.map(([file, rows]) => [
    `[${file}](../../contracts/codelists/${file})`,
    count(rows),
    ...sure(rows),
  ]);
  return `## Code lists\n\n${table(['list', 'codes', ...GRADES], lines)}`;
}

const GRADES = ['V', 'H', 'M', 'L', 'D'];

function sure(rows: readonly Row[]): string[] {
  return GRADES.map((grade) => count(rows.filter((row) => row.confidence === grade)));
}

function count(rows: readonly Row[]): string {
  return rows.length === 0 ? '' : String(rows.length);
}
