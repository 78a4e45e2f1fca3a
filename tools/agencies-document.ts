import { agencies } from '#access';
import { formatDecimal } from '#kernel';
import type { ProjectionRow } from '../modules/agencies/domain/projection.ts';
import { loadProjections, loadRequirements } from '../modules/agencies/wiring.ts';
import { table } from './markdown-table.ts';

const INTRODUCTION = `# What each agency decides and sees 各部门的决定与可见字段

Written by \`npm run docs\` from \`contracts/agency-requirements.csv\` and \`contracts/projections.csv\`; do not edit it by hand.

An agency gets of a filing the fields named here and no other, over its link or at its desk; each time is on record and shown to the
enterprise (\`GET /api/lists/{ebpCode}/{orderNo}/agencies\`). \`masked\` is what a screen shows, \`digest\` cannot be turned back and differs from
agency to agency. Confidence as in [rules](rules.md); what is (D) is our own default and to be settled with the agency.
各部门只能得到本表所列字段，经对接送达或在工作台查看；每次均留痕并向企业展示。`;

const dates = ({ from, to = '' }: { readonly from: string; readonly to?: string }): string =>
  `${from} – ${to}`;

/** Rows of who has to decide about which lists. */
function requirementsPart(): string {
  const rows = loadRequirements().rows.map((row) => {
    const conditions = [
      row.modes.join(' '),
      row.goods.length > 0 ? `goods ${row.goods.join(' ')}` : '',
      row.origins.length > 0 ? `origin ${row.origins.join(' ')}` : '',
      row.minValue === undefined ? '' : `≥ ${formatDecimal(row.minValue)} CNY`,
      row.minQuantity === undefined ? '' : `≥ ${formatDecimal(row.minQuantity)} pieces`,
    ];
    return [
      ...[`\`${row.id}\``, agencies[row.agency as keyof typeof agencies].zh, row.why.zh, row.why.en],
      conditions.filter((part) => part !== '').join(' · '),
      ...[row.value, dates(row), row.rule, row.source, row.confidence],
    ];
  });
  const head = [
    'row',
    '部门',
    '何时',
    'when',
    'lists',
    'the table says',
    'in force',
    'rule',
    'source',
    'sure',
  ];
  return table(head, rows);
}

const HEAD = ['document', 'fields', 'form', 'for what', 'by which law', 'in force', 'rule', 'source', 'sure'];

/** What one agency may see: fields of one document, form, purpose and law in one row. */
function projectionPart(rows: readonly ProjectionRow[]): string {
  const groups = Map.groupBy(rows, ({ field: _, ...alike }) => JSON.stringify(alike));
  return table(
    HEAD,
    [...groups.values()].flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const fields = group.map(({ field }) => `\`${field}\``).join(' ');
      return [
        [
          ...[first.document, fields, first.value, `${first.purpose.zh} ${first.purpose.en}`, first.basis],
          ...[dates(first), first.rule, first.source, first.confidence],
        ],
      ];
    }),
  );
}

/** The page of what agencies decide about and what each may see. */
export function agenciesDocument(): string {
  const projections = loadProjections();
  const parts = Object.entries(agencies).map(
    ([agency, { zh, en }]) =>
      `### ${zh} ${en}\n\n${projectionPart(projections.filter((row) => row.agency === agency))}`,
  );
  const judges =
    '`officer`: one of its officers decides; an agency whose link is `live` is asked itself, whatever the table says.';
  return [
    INTRODUCTION,
    `## Who has to decide 须由谁决定\n\n${judges}\n\n${requirementsPart()}`,
    `## What each may see 各部门可见字段\n\n${parts.join('\n\n')}`,
  ]
    .join('\n\n')
    .concat('\n');
}
