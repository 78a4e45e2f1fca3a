import { exportedLines } from '#bonded';
import type { ExportOnFile } from '#exports';
import { add, formatDecimal, parseDecimal, ZERO } from '#kernel';
import type { Client } from '#postgres';
import { returnsFinding } from '../domain/finding-codes.ts';
import { linesGiven } from '../domain/given-back.ts';
import { type ExportFound, freedomOf, taxedFindings } from '../domain/tax-freedom.ts';
import { type CaseFile, lockCase } from '../storage/cases.ts';
import {
  type GivenBackRow,
  type ListLine,
  noteFreedom,
  type ReturnLine,
  settleClaims,
  writeGivenBack,
} from '../storage/lines.ts';
import { exportBehind } from './judge-export.ts';
import type { ReturnsPorts } from './ports.ts';
import { notNow, wrongGoods } from './problems.ts';
import { refuse } from './refusal.ts';
import { moveCase } from './step.ts';
import { toBook } from './to-book.ts';

/** Who decides, and what the decision rests on. */
interface Decided {
  readonly byWhom: string;
  readonly reason: string;
}

/** What an officer has found beside the goods themselves. */
export type FoundOfExport = Pick<ExportFound, 'cause' | 'proof'>;

interface Seen {
  readonly original: readonly ReturnLine[];
  readonly other: readonly ReturnLine[];
  readonly found: FoundOfExport;
  readonly byWhom: string;
  readonly note: string;
}

/**
 * Exported goods that are back have been looked at. Original ones are told free of tax or taxed, with the reasons
 * and their value is given back once, those of an account book besides to its stock: free of tax they are
 * released at once, the others when their tax is paid.
 */
export async function inspectExported(
  ports: ReturnsPorts,
  client: Client,
  file: CaseFile,
  { original, other, found, byWhom, note }: Seen,
): Promise<void> {
  const { list, claims } = await exportBehind(ports, client, file);
  const said = { by: 'officer', byWhom, note } as const;
  if (!list || !['released', 'closed'].includes(list.standing.outcome) || file.arrivedOn === null) {
    const findings = [returnsFinding('RETURN-LIST-MOVED', 'invtNo')];
    await refuse(ports, client, file, { ...said, by: 'rules', byWhom: 'rules', findings });
    return;
  }
  if (original.length === 0) {
    const findings = [returnsFinding('RETURN-NOT-ORIGINAL', 'lines')];
    await refuse(ports, client, file, { ...said, findings });
    return;
  }
  await checkProof(ports, client, list, original, found);
  const at = ports.now();
  const { tradeMode, customsCode, statisticsFlag } = list.standing;
  const { releasedOn, leftOn } = list;
  const freedom = freedomOf(
    { tradeMode, customsCode, statisticsFlag, releasedOn, leftOn },
    original,
    { ...found, arrivedOn: file.arrivedOn, office: file.customsCode },
    ports.parameters,
  );
  await noteFreedom(client, file, freedom);
  await settleClaims(
    client,
    file,
    other.map(({ gnum, quantity }) => ({ gnum, freed: quantity, given: '0' })),
  );
  const values = await valuesBack(client, file, original, claims);
  const stock = await toBook(ports, client, {
    ...{ file, at, byWhom },
    lines: await fromBook(client, file, original),
  });
  await writeGivenBack(client, file, [...values, ...stock], at);
  const lines = linesBack(list, original, claims);
  const back = { returnNo: file.returnNo, ebcCode: list.standing.ebcCode, invtNo: file.invtNo, at, lines };
  for (const follower of ports.exportFollowers) await follower.exportBack(client, back);
  const taxFree = freedom.every((line) => line.taxFree);
  const findings = [
    ...other.map(({ gnum }) => returnsFinding('RETURN-NOT-ORIGINAL', `lines[gnum=${gnum}]`)),
    ...taxedFindings(freedom),
  ];
  const { cause, proof } = found;
  const learnt = { cause, taxFree, proofKind: proof?.kind ?? null, proofNo: proof?.number ?? null };
  await moveCase(ports, client, file, { ...said, to: 'inspected', at, findings, learnt, untold: taxFree });
  if (!taxFree) return;
  const now = await lockCase(client, file);
  if (now) await moveCase(ports, client, now, { by: 'rules', byWhom: 'rules', to: 'closed', at });
}

/** A paper that nothing was refunded is none where the tax bureau has refunded it: then it is repaid. */
async function checkProof(
  ports: Pick<ReturnsPorts, 'refunded'>,
  client: Client,
  { standing: { ebcCode, invtNo } }: ExportOnFile,
  lines: readonly ReturnLine[],
  { proof }: FoundOfExport,
): Promise<void> {
  if (proof?.kind !== 'not-refunded' || !invtNo) return;
  const gnums = await ports.refunded(client, { ebcCode, invtNo, gnums: lines.map(({ gnum }) => gnum) });
  const findings = gnums.map((gnum) =>
    returnsFinding('RETURN-PROOF-REFUNDED', 'exported.proof', String(gnum)),
  );
  if (findings.length > 0) throw wrongGoods(findings);
}

function linesBack({ document }: ExportOnFile, lines: readonly ReturnLine[], claims: readonly ListLine[]) {
  const items = new Map(document.items.map((item) => [item.gnum, item]));
  const before = new Map(claims.map(({ gnum, given }) => [gnum, given]));
  return lines.map(({ gnum, quantity, unit }) => ({
    ...{ gnum, quantity, unit, itemNo: items.get(gnum)?.itemNo ?? '' },
    backInAll: formatDecimal(add(parseDecimal(before.get(gnum) ?? '0'), parseDecimal(quantity))),
  }));
}

/** What left its account book: nothing else can go back into it. */
async function fromBook(
  client: Client,
  { emsNo, invtNo }: CaseFile,
  lines: readonly ReturnLine[],
): Promise<ReturnLine[]> {
  if (emsNo === null) return [];
  const left = await exportedLines(client, emsNo, invtNo);
  return lines.filter(({ gnum }) => left.has(gnum));
}

/** By how much less of each line the export counts; all returns of a line together give back what it left with. */
async function valuesBack(
  client: Client,
  file: CaseFile,
  lines: readonly ReturnLine[],
  claims: readonly ListLine[],
): Promise<GivenBackRow[]> {
  const before = new Map(claims.map(({ gnum, given }) => [gnum, given]));
  const currencies = new Map(lines.map(({ gnum, currency }) => [gnum, currency]));
  const given = linesGiven(
    lines.map(({ gnum, quantity, bought, lineValue }) => ({
      ...{ gnum, quantity: parseDecimal(quantity), bought: parseDecimal(bought) },
      givenBefore: parseDecimal(before.get(gnum) ?? '0'),
      ...{ lineTax: ZERO, lineValue: parseDecimal(lineValue) },
    })),
  );
  await settleClaims(
    client,
    file,
    lines.map(({ gnum, quantity }) => ({ gnum, freed: '0', given: quantity })),
  );
  return given.map(({ gnum, allowance }) => ({
    ...({ gnum, kind: 'value', amount: formatDecimal(allowance) } as const),
    ledger: currencies.get(gnum) ?? '',
  }));
}

/** An officer releases taxed goods: the reason names the paper their tax was paid by. @throws Problem RETURNS-STATE */
export async function releaseTaxed(
  ports: ReturnsPorts,
  client: Client,
  file: CaseFile,
  { byWhom, reason }: Decided,
): Promise<void> {
  if (file.state !== 'inspected') throw notNow(file);
  await moveCase(ports, client, file, {
    ...{ to: 'closed', by: 'officer', byWhom, at: ports.now() },
    note: reason,
  });
}

/** An officer lets an export list be cancelled whose goods have not left meanwhile. @returns what is done after the commit */
export async function cancelReleased(
  ports: ReturnsPorts,
  client: Client,
  file: CaseFile,
  { byWhom, reason }: Decided,
): Promise<() => void> {
  const { list } = await exportBehind(ports, client, file);
  const moved = whatMoved(list, file);
  if (!list || moved) {
    const findings = [returnsFinding(moved ?? 'RETURN-LIST-MOVED', 'invtNo')];
    await refuse(ports, client, file, { by: 'rules', byWhom: 'rules', findings });
    return () => undefined;
  }
  const at = ports.now();
  const after = await ports.exportLists.cancel(client, at, [{ list, judge: 'officer', info: file.reason }]);
  await moveCase(ports, client, file, { to: 'closed', by: 'officer', byWhom, at, note: reason });
  return after;
}

function whatMoved(list: ExportOnFile | undefined, { attempt }: CaseFile) {
  if (list?.standing.goods === 'departed') return 'CANCEL-DEPARTED' as const;
  const still = list?.standing.outcome === 'released' && list.standing.attempt === attempt;
  return still ? undefined : ('RETURN-LIST-MOVED' as const);
}
