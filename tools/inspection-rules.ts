import { table } from './markdown-table.ts';

type Row = Readonly<Record<string, string>>;

const TAIL = ['in force', 'rule', 'source', 'sure'];
const tailOf = ({ from, to = '', rule = '', source = '', confidence = '' }: Row): string[] => [
  `${from} – ${to}`,
  rule,
  source,
  confidence,
];

/** What inspections go by: grounds of the agencies, what may be wrong, and whose result counts for whom. */
export function inspectionsPart(
  reasons: readonly Row[],
  recognitions: readonly Row[],
  rates: readonly Row[],
  certificates: readonly Row[],
): string {
  const sampled = rates.map((row) => [
    `\`${row.code}\``,
    [row.hs, row.origin && `from ${row.origin}`, row.credit].filter(Boolean).join(' '),
    `${row.kind} ${row.value}${row.days ? `, ${row.days} days` : ''}`,
    row.mode ?? '',
    ...[row.zh ?? '', row.en ?? '', ...tailOf(row)],
  ]);
  const grounds = reasons
    .filter(({ kind }) => kind === 'ground')
    .map((row) => [`\`${row.code}\``, row.agency ?? '', row.zh ?? '', row.en ?? '', ...tailOf(row)]);
  const faults = reasons
    .filter(({ kind }) => kind === 'fault')
    .map((row) => [`\`${row.code}\``, `\`${row.desk_reason}\``, row.zh ?? '', row.en ?? '', ...tailOf(row)]);
  const recognised = recognitions.map((row) => [
    `\`${row.code}\``,
    `${row.by_agency} \`${row.by_ground}\``,
    `${row.for_agency} \`${row.for_ground}\``,
    `${row.valid_days} days`,
    row.zh ?? '',
    row.en ?? '',
    ...tailOf(row),
  ]);
  const certified = certificates.map((row) => [
    `\`${row.code}\``,
    `\`${row.kind}\``,
    `${row.for_agency} \`${row.for_requirement || row.for_ground}\``,
    row.zh ?? '',
    row.en ?? '',
    ...tailOf(row),
  ]);
  return [
    '## Inspections 查验',
    'Grounds and faults, from [inspection-reasons.csv](../../contracts/inspection-reasons.csv).',
    table(['ground', 'agency', '中文', 'meaning', ...TAIL], grounds),
    table(['fault', 'what the desk does', '中文', 'meaning', ...TAIL], faults),
    'Mutual recognition, from [mutual-recognition.csv](../../contracts/mutual-recognition.csv).',
    table(['row', 'what was found by', 'counts for', 'good for', '中文', 'meaning', ...TAIL], recognised),
    'What accepted certificates of goods count for, requirements of agencies and grounds of inspections, from [certificate-recognition.csv](../../contracts/certificate-recognition.csv).',
    table(['row', 'certificate', 'counts for', '中文', 'meaning', ...TAIL], certified),
    'Rates of sampling at release, from [sampling-rates.csv](../../contracts/sampling-rates.csv).',
    table(['row', 'of', 'rate', 'mode', '中文', 'meaning', ...TAIL], sampled),
  ].join('\n\n');
}
