import type { ExportOnFile } from '#exports';
import { type Day, parseDecimal } from '#kernel';
import type { Client } from '#postgres';
import {
  type ExportFacts,
  judgeExportApplication,
  judgeExportCancellation,
} from '../domain/export-application.ts';
import type { CaseFile } from '../storage/cases.ts';
import type { ExportCancellation, ExportReturn } from '../storage/documents.ts';
import { type AcceptedLine, claim, type ListLine, lockClaims, writeLines } from '../storage/lines.ts';
import type { ReturnsPorts } from './ports.ts';
import { moveCase } from './step.ts';

/** Who the rules are on record as. */
const RULES = { by: 'rules', byWhom: 'rules' } as const;

/** An export list a case is about, locked with what is claimed of it. */
interface ExportBehind {
  readonly list: ExportOnFile | undefined;
  readonly claims: readonly ListLine[];
  readonly facts: ExportFacts | undefined;
}

export async function exportBehind(
  { exportLists }: Pick<ReturnsPorts, 'exportLists'>,
  client: Client,
  { invtNo }: Pick<CaseFile, 'invtNo'>,
): Promise<ExportBehind> {
  const list = (await exportLists.hold(client, [invtNo])).get(invtNo);
  const claims = list ? await lockClaims(client, { orderNo: invtNo, ebpCode: list.standing.ebpCode }) : [];
  return { list, claims, facts: list && factsOf(list, claims) };
}

function factsOf(
  { standing, document, releasedOn, leftOn }: ExportOnFile,
  claims: readonly ListLine[],
): ExportFacts {
  const { ebcCode, ebpCode, agentCode, customsCode, tradeMode, outcome, returnStatus, goods } = standing;
  return {
    ...{ ebcCode, ebpCode, agentCode, customsCode, tradeMode, outcome, returnStatus, goods },
    ...{ releasedOn, leftOn, lines: document.items },
    claimed: new Map(claims.map(({ gnum, claimed }) => [gnum, parseDecimal(claimed)])),
  };
}

const nothing = (): void => undefined;

/** Judges a cancellation of an export list (CEB605). */
export async function judgeExportCancelled(
  ports: ReturnsPorts,
  client: Client,
  file: CaseFile,
  head: ExportCancellation['head'],
): Promise<() => void> {
  const { list, facts } = await exportBehind(ports, client, file);
  const at = ports.now();
  const verdict = judgeExportCancellation(head, facts);
  if (verdict.decision === 'refuse' || !list) {
    const findings = verdict.decision === 'refuse' ? verdict.findings : [];
    await moveCase(ports, client, file, { ...RULES, to: 'refused', at, findings });
    return nothing;
  }
  const learnt = learntOf(list);
  if (verdict.decision === 'ask') {
    await moveCase(ports, client, file, { ...RULES, to: 'applied', at, learnt });
    return nothing;
  }
  const after = await ports.exportLists.cancel(client, at, [{ list, judge: 'engine', info: file.reason }]);
  await moveCase(ports, client, file, { ...RULES, to: 'closed', at, learnt });
  return after;
}

/** Judges an application for a return of exported goods (CEB213). */
export async function judgeExportApplied(
  ports: ReturnsPorts,
  client: Client,
  file: CaseFile,
  { head, items }: ExportReturn,
): Promise<() => void> {
  const { list, facts } = await exportBehind(ports, client, file);
  const at = ports.now();
  const { ebcCode, ebpCode, customsCode, tradeMode } = head;
  const appliedOn: Day = ports.chinaDay(file.appliedAt);
  const verdict = judgeExportApplication(
    { ebcCode, ebpCode, customsCode, tradeMode, lines: items, appliedOn },
    facts,
    ports.parameters,
  );
  if (verdict.decision === 'refuse' || !list) {
    const findings = verdict.decision === 'refuse' ? verdict.findings : [];
    await moveCase(ports, client, file, { ...RULES, to: 'refused', at, findings });
    return nothing;
  }
  const returned = linesOfList(list, items);
  await claim(client, file, returned);
  await writeLines(client, file, returned);
  const { releasedOn, returnBy, taxFreeBy } = verdict.window;
  // One window: applied for and back within it.
  const window = { releasedOn, applyBy: returnBy, arriveBy: returnBy, ...(taxFreeBy ? { taxFreeBy } : {}) };
  await moveCase(ports, client, file, {
    ...{ ...RULES, to: 'accepted', at },
    learnt: { ...learntOf(list), ...window },
  });
  return nothing;
}

const learntOf = ({ standing: { attempt, tradeMode }, document }: ExportOnFile) => ({
  ...{ attempt, tradeMode, emsNo: document.head.emsNo ?? null },
});

/** The goods of a return with the value their lines left with. */
function linesOfList({ document }: ExportOnFile, lines: ExportReturn['items']): AcceptedLine[] {
  const sent = new Map(document.items.map((item) => [item.gnum, item]));
  return lines.flatMap(({ gnum, qty }) => {
    const item = sent.get(gnum);
    if (!item) return [];
    const { gcode, gname, unit, currency, totalPrice, itemRecordNo = null } = item;
    return [
      {
        ...{ gnum, gcode, gname, unit, itemRecordNo, quantity: qty, bought: item.qty, currency },
        ...{ lineTax: '0', lineValue: totalPrice, lineKg: null },
      },
    ];
  });
}
