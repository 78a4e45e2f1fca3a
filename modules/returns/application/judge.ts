import type { ListOnFile } from '#clearance';
import { type Day, formatDecimal, parseDecimal, ZERO } from '#kernel';
import type { Client } from '#postgres';
import { type TaxAssessment, weightsBought } from '#tax';
import type { AppliedLine } from '../domain/case.ts';
import {
  judgeApplication,
  judgeCancellation,
  type ListFacts,
  type ListNamed,
} from '../domain/judge-application.ts';
import { type CaseFile, type CaseName, lockCase } from '../storage/cases.ts';
import type {
  ExportCancellation,
  ExportReturn,
  ImportCancellation,
  ImportReturn,
} from '../storage/documents.ts';
import { type AcceptedLine, claim, type ListLine, lockClaims, writeLines } from '../storage/lines.ts';
import { arriveFromCentre } from './arrive.ts';
import { judgeExportApplied, judgeExportCancelled } from './judge-export.ts';
import type { ReturnsPorts } from './ports.ts';
import { documentOf, lockDocuments, moveCase } from './step.ts';

/** Who the rules are on record as. */
const RULES = { by: 'rules', byWhom: 'rules' } as const;

/** Judges one case that has come in, by the rules, in a transaction of its own; one that is judged already stays as it is. */
export async function judgeCase(ports: ReturnsPorts, key: CaseName): Promise<void> {
  const done = await ports.database.transaction(async (client) => {
    await lockDocuments(client, key);
    const file = await lockCase(client, key);
    if (file?.state !== 'received') return undefined;
    const after = await (file.direction === 'export' ? judgeExport : judgeImport)(ports, client, file);
    return { after, sender: file.sender };
  });
  done?.after();
  if (done) ports.receiptsWritten(new Set([done.sender]));
}

async function judgeImport(ports: ReturnsPorts, client: Client, file: CaseFile): Promise<() => void> {
  const { document } = await documentOf<ImportReturn | ImportCancellation>(client, file);
  const found = await listBehind(ports, client, file);
  const judge = file.kind === 'return' ? applied : cancelled;
  return judge(ports, client, file, { ...found, named: document.head, items: document.items });
}

async function judgeExport(ports: ReturnsPorts, client: Client, file: CaseFile): Promise<() => void> {
  if (file.kind === 'return') {
    const { document } = await documentOf<ExportReturn>(client, file);
    return judgeExportApplied(ports, client, file, document);
  }
  const { document } = await documentOf<ExportCancellation>(client, file);
  return judgeExportCancelled(ports, client, file, document.head);
}

interface Behind {
  readonly list: ListOnFile | undefined;
  readonly claims: readonly ListLine[];
  readonly facts: ListFacts | undefined;
}

interface Judged extends Behind {
  readonly named: ListNamed;
  readonly items: readonly object[];
}

/** The list a case is about, locked with what is claimed of it. */
export async function listBehind(
  { lists }: Pick<ReturnsPorts, 'lists'>,
  client: Client,
  file: Pick<CaseFile, 'orderNo' | 'ebpCode'>,
): Promise<Behind> {
  const [list] = (await lists.hold(client, [file])).values();
  const claims = list ? await lockClaims(client, file) : [];
  return { list, claims, facts: list && factsOf(list, claims) };
}

function factsOf(list: ListOnFile, claims: readonly ListLine[]): ListFacts {
  const { latest, document, waiting, releasedOn } = list;
  return {
    head: document.head as ListNamed,
    invtNo: latest?.invtNo ?? undefined,
    outcome: waiting ? 'waiting' : (latest?.outcome ?? 'waiting'),
    returnStatus: latest?.returnStatus ?? '',
    releasedOn,
    lines: document.items,
    claimed: new Map(claims.map(({ gnum, claimed }) => [gnum, parseDecimal(claimed)])),
  };
}

const nothing = (): void => undefined;

async function cancelled(
  ports: ReturnsPorts,
  client: Client,
  file: CaseFile,
  { list, facts, named }: Judged,
): Promise<() => void> {
  const at = ports.now();
  const verdict = judgeCancellation(named, facts);
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
  const after = await ports.lists.cancel(client, at, [{ list, judge: 'engine', info: file.reason }]);
  await moveCase(ports, client, file, { ...RULES, to: 'closed', at, learnt });
  return after;
}

async function applied(
  ports: ReturnsPorts,
  client: Client,
  file: CaseFile,
  { list, facts, named, items }: Judged,
): Promise<() => void> {
  const at = ports.now();
  const lines = items as readonly (AppliedLine & ImportReturn['items'][number])[];
  const appliedOn: Day = ports.chinaDay(file.appliedAt);
  const verdict = judgeApplication({ named, lines, appliedOn }, facts, ports.parameters);
  if (verdict.decision === 'refuse' || !list) {
    const findings = verdict.decision === 'refuse' ? verdict.findings : [];
    await moveCase(ports, client, file, { ...RULES, to: 'refused', at, findings });
    return nothing;
  }
  const returned = linesOfList(list, lines);
  await claim(client, file, returned);
  await writeLines(client, file, returned);
  const learnt = { ...learntOf(list), ...verdict.window };
  await moveCase(ports, client, file, { ...RULES, to: 'accepted', at, learnt });
  await arriveFromCentre(ports, client, file);
  return nothing;
}

function learntOf({ latest, document }: ListOnFile) {
  return {
    attempt: latest?.attempt ?? null,
    tradeMode: document.head.tradeMode,
    emsNo: document.head.emsNo ?? null,
  };
}

/** The goods of a return with the figures their lines were released for. */
function linesOfList({ document, tax }: ListOnFile, lines: readonly AppliedLine[]): AcceptedLine[] {
  const sold = new Map(document.items.map((item) => [item.gnum, item]));
  return lines.flatMap(({ gnum, qty }) => {
    const item = sold.get(gnum);
    if (!item) return [];
    const { gcode, gname, unit, itemRecordNo = null } = item;
    return [
      {
        ...{ gnum, gcode, gname, unit, itemRecordNo, quantity: qty, bought: item.qty, currency: '142' },
        ...figuresOf(tax, gnum),
      },
    ];
  });
}

/** Nothing where the tax of a list could not be worked out and an officer released it all the same. */
function figuresOf(tax: TaxAssessment | undefined, gnum: number) {
  const line = tax?.lines.find((one) => one.gnum === gnum);
  const [weight] = line ? weightsBought([line]) : [];
  const due = tax && tax.decision !== 'REJECT' ? tax.lines.find((one) => one.gnum === gnum)?.tax : undefined;
  return {
    lineTax: formatDecimal(due ?? ZERO),
    lineValue: formatDecimal(line?.dutiableValue ?? ZERO),
    lineKg: weight ? formatDecimal(weight.kg) : null,
  };
}
