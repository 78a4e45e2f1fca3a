import { moves } from '#transit';
import { table } from './markdown-table.ts';

type Row = Readonly<Record<string, string>>;

/** Transit: who moves one from where to where, and the corridors there are. */
export function transitPart(corridors: readonly Row[], legs: readonly Row[]): string {
  const steps = moves.map(({ act, from, to, by }) => [`\`${act}\``, from, to, by.join(', ')]);
  const lines = corridors.map((row) => {
    const own = legs.filter(({ corridor }) => corridor === row.corridor);
    const sum = (column: string) => String(own.reduce((all, leg) => all + Number(leg[column]), 0));
    return [
      ...[
        `\`${row.corridor}\``,
        row.zh ?? '',
        row.en ?? '',
        [own[0]?.from_place, ...own.map((leg) => leg.to_place)].join(' – '),
      ],
      ...[sum('km'), sum('usual_minutes'), row.limit_minutes ?? '', row.tolerance_km ?? ''],
      ...[`${row.from} – ${row.to}`, row.rule ?? '', row.source ?? '', row.confidence ?? ''],
    ];
  });
  const head = [
    ...['corridor', '中文', 'name', 'places', 'km', 'usual minutes', 'limit, minutes', 'tolerance, km'],
    ...['in force', 'rule', 'source', 'sure'],
  ];
  return [
    '## Transit 转关',
    'Who moves a transit from where to where (`modules/transit`; R-8.4, who may is ours, D).',
    table(['act', 'from', 'to', 'by'], steps),
    'Corridors, from [transit-corridors.csv](../../contracts/transit-corridors.csv) and [transit-legs.csv](../../contracts/transit-legs.csv), from the border inwards.',
    table(head, lines),
  ].join('\n\n');
}
