import type { ListOnFile } from '#clearance';
import { formatDecimal, parseDecimal, sum, yearOf } from '#kernel';
import type { Client } from '#postgres';
import { giveBackReturned, giveBackReturnedWeights } from '#quotas';
import { returnsFinding } from '../domain/finding-codes.ts';
import { type LineGiven, linesGiven } from '../domain/given-back.ts';
import type { CaseFile } from '../storage/cases.ts';
import {
  type GivenBackRow,
  type ListLine,
  linesOf,
  noteInspection,
  type ReturnLine,
  settleClaims,
  writeGivenBack,
} from '../storage/lines.ts';
import { type FoundOfExport, inspectExported } from './inspect-export.ts';
import { listBehind } from './judge.ts';
import { type ActOn, actOn } from './officer-acts.ts';
import type { ReturnsPorts } from './ports.ts';
import { notNow, wrongGoods } from './problems.ts';
import { refuse } from './refusal.ts';
import { moveCase } from './step.ts';
import { toBook } from './to-book.ts';

/** What an officer has found of one line of goods. */
export interface FoundLine {
  readonly gnum: number;
  /** They are the goods that were sold, as they were. */
  readonly original: boolean;
  /** They may be sold again. */
  readonly saleable: boolean;
}

/** All an officer has found. */
export interface Inspection {
  readonly lines: readonly FoundLine[];
  readonly note: string;
  /** Of exported goods: why they are back, and what proves that no refund is kept. */
  readonly exported?: FoundOfExport | undefined;
}

interface Giving {
  readonly file: CaseFile;
  readonly list: ListOnFile;
  readonly claims: readonly ListLine[];
  /** The lines that are given back. */
  readonly lines: readonly ReturnLine[];
  readonly byWhom: string;
  readonly at: Date;
}

/**
 * Goods that are back have been looked at: what is original is given back, in every ledger at once, what is not is
 * refused. All of it happens in one transaction, and the ledgers' keys let none of it happen twice.
 * @throws Problem RETURNS-STATE, RETURNS-GOODS
 */
export async function inspectReturn(
  ports: ReturnsPorts,
  on: ActOn,
  { lines: found, note, exported }: Inspection,
): Promise<CaseFile> {
  return actOn(ports, on, async (client, file) => {
    if (file.kind !== 'return' || file.state !== 'arrived') throw notNow(file);
    const lines = await linesOf(client, file);
    const seen = new Map(found.map((line) => [line.gnum, line]));
    const fits = found.length === lines.length && lines.every(({ gnum }) => seen.has(gnum));
    if (!fits) throw wrongGoods([returnsFinding('RETURN-ITEM', 'lines')]);
    await noteInspection(client, file, found);
    const original = lines.filter(({ gnum }) => seen.get(gnum)?.original);
    if (file.direction === 'export') {
      if (!exported) throw wrongGoods([returnsFinding('RETURN-EXPORT-CAUSE', 'exported')]);
      const other = lines.filter((line) => !original.includes(line));
      const { byWhom } = on;
      await inspectExported(ports, client, file, { original, other, found: exported, byWhom, note });
      return () => undefined;
    }
    const { list, claims } = await listBehind(ports, client, file);
    const said = { by: 'officer', byWhom: on.byWhom, note } as const;
    if (
      !list ||
      list.waiting ||
      list.latest?.outcome !== 'released' ||
      list.latest.attempt !== file.attempt
    ) {
      const findings = [returnsFinding('RETURN-LIST-MOVED', 'invtNo')];
      await refuse(ports, client, file, { ...said, by: 'rules', byWhom: 'rules', findings });
    } else if (original.length === 0) {
      const findings = [returnsFinding('RETURN-NOT-ORIGINAL', 'lines')];
      await refuse(ports, client, file, { ...said, findings });
    } else {
      const at = ports.now();
      await giveBack(ports, client, { file, list, claims, lines: original, byWhom: on.byWhom, at });
      const rest = lines.filter(({ gnum }) => !seen.get(gnum)?.original);
      await settleClaims(client, file, settled(rest, 'freed'));
      const findings = rest.map(({ gnum }) => returnsFinding('RETURN-NOT-ORIGINAL', `lines[gnum=${gnum}]`));
      await moveCase(ports, client, file, { ...said, to: 'inspected', at, findings });
    }
    return () => undefined;
  });
}

const settled = (lines: readonly ReturnLine[], as: 'freed' | 'given') =>
  lines.map(({ gnum, quantity }) => ({
    gnum,
    freed: as === 'freed' ? quantity : '0',
    given: as === 'given' ? quantity : '0',
  }));

async function giveBack(ports: ReturnsPorts, client: Client, giving: Giving): Promise<void> {
  const { file, claims, lines, at } = giving;
  const before = new Map(claims.map(({ gnum, given }) => [gnum, given]));
  const given = linesGiven(
    lines.map(({ gnum, quantity, bought, lineTax, lineValue, lineKg }) => ({
      ...{ gnum, quantity: parseDecimal(quantity), bought: parseDecimal(bought) },
      givenBefore: parseDecimal(before.get(gnum) ?? '0'),
      ...{ lineTax: parseDecimal(lineTax), lineValue: parseDecimal(lineValue) },
      lineKg: lineKg === null ? undefined : parseDecimal(lineKg),
    })),
  );
  await settleClaims(client, file, settled(lines, 'given'));
  const rows = [
    ...given.map(({ gnum, tax }) => rowOf(gnum, 'tax', formatDecimal(tax), file.invtNo)),
    ...(await toAllowance(ports, client, giving, given)),
    ...(await toBook(ports, client, { file, lines, byWhom: giving.byWhom, at })),
  ];
  await writeGivenBack(client, file, rows, at);
  const { returnNo, orderNo, ebpCode, invtNo, attempt } = file;
  const returned = {
    ...{ returnNo, orderNo, ebpCode, invtNo, attempt: attempt ?? 0, at },
    lines: given.map(({ gnum, tax, allowance }) => ({
      ...{ gnum, tax: formatDecimal(tax), allowance: formatDecimal(allowance) },
    })),
    tax: formatDecimal(sum(given.map(({ tax }) => tax))),
  };
  for (const follower of ports.followers) await follower.givenBack(client, returned);
}

const rowOf = (gnum: number, kind: GivenBackRow['kind'], amount: string, ledger: string): GivenBackRow => ({
  ...{ gnum, kind, amount, ledger },
});

/** To the allowance of the year in which it was taken, and the yearly weights; nothing where nothing was taken. */
async function toAllowance(
  { chinaDay }: ReturnsPorts,
  client: Client,
  { file, list, at, lines }: Giving,
  given: readonly LineGiven[],
): Promise<GivenBackRow[]> {
  const buyerKey = list.latest?.buyerKey;
  if (!buyerKey || !list.latest) return [];
  const { orderNo, ebpCode, returnNo: reference } = file;
  const { attempt, acceptedAt } = list.latest;
  const year = yearOf(chinaDay(acceptedAt));
  const of = { buyerKey, year, orderNo, ebpCode, attempt, reference };
  const amount = formatDecimal(sum(given.map(({ allowance }) => allowance)));
  await giveBackReturned(client, [{ ...of, amount, day: chinaDay(at) }]);
  const heading = (gnum: number): string => lines.find((line) => line.gnum === gnum)?.gcode.slice(0, 4) ?? '';
  const weighed = Map.groupBy(
    given.flatMap(({ gnum, kg }) => (kg === undefined ? [] : [{ gnum, kg }])),
    ({ gnum }) => heading(gnum),
  );
  await giveBackReturnedWeights(
    client,
    [...weighed].map(([name, parts]) => ({
      ...{ ...of, heading: name, kg: formatDecimal(sum(parts.map(({ kg }) => kg))) },
    })),
  );
  return given.flatMap(({ gnum, allowance, kg }) => [
    rowOf(gnum, 'allowance', formatDecimal(allowance), String(year)),
    ...(kg === undefined ? [] : [rowOf(gnum, 'weight', formatDecimal(kg), heading(gnum))]),
  ]);
}
