import {
  type CodeListName,
  type ImportDeclaration,
  type ImportOrder,
  type ImportPayment,
  type ImportWaybill,
  messageTables,
} from '#ceb';
import { importLists, listsOf } from '#declarations';
import { keyText, type LoadedDocument, type PlainDocument } from '#documents';
import { onlySaved } from '#exchange';
import { Problem } from '#http';
import { type Bilingual, type Day, formatDecimal, parseDecimal, yearOf } from '#kernel';
import { importOrders } from '#orders';
import { importPayments } from '#payments';
import { allowanceOf } from '#quotas';
import { describeTax, parseTax, type TaxAssessment } from '#tax';
import { importWaybills } from '#waybills';
import { maskedFields, maskField } from '../domain/masking.ts';
import { findingsForFirm, stepsForFirm } from '../domain/privacy.ts';
import type { Rulebook } from '../domain/rulebook.ts';
import type { ListDetail } from '../http/list-detail-schemas.ts';
import { decisionsOf, type FullDecision, type ListKey, standingsOf } from '../storage/pages.ts';
import { progressOf } from '../storage/progress.ts';
import { assessmentBehind, decisionView, receiptsView, timeline } from './decision-view.ts';
import { type PagePorts, plainAmount, rowOf, sendersOf, type Viewer } from './pages.ts';
import { paymentFor, waybillFor } from './papers-of-list.ts';

export interface DetailPorts extends PagePorts {
  readonly rulebook: Rulebook;
  /** Sources of stored tax figures. */
  readonly taxSources: Parameters<typeof parseTax>[1];
  readonly chinaDay: (at: Date) => Day;
  /** Status of the receipt for an order, payment or waybill that is taken in. */
  readonly paperAccepted: string;
  /** Name of a code of a code list, for showing beside it. */
  readonly codeName: (list: CodeListName, code: string) => Bilingual | undefined;
}

type PaperKind = keyof ListDetail['papers'];

const roots = {
  order: 'CEB311Message',
  payment: 'CEB411Message',
  waybill: 'CEB511Message',
  declaration: 'CEB621Message',
} as const;

/** Everything about one list: papers, comparison, calculation, decision, and why. */
export async function listDetail(ports: DetailPorts, viewer: Viewer, key: ListKey): Promise<ListDetail> {
  const head = (await listsOf(ports.database, [key])).get(keyText([key.orderNo, key.ebpCode]));
  const mine =
    head &&
    (viewer.party === undefined ||
      [head.sender, head.ebpCode, head.ebcCode, head.agentCode].includes(viewer.party));
  // Somebody else's list is answered like one that is not there: its existence is nobody's business.
  if (!head || !mine)
    throw new Problem(404, 'LIST-NOT-FOUND', {
      zh: `没有清单 ${key.ebpCode}/${key.orderNo}`,
      en: `There is no list ${key.ebpCode}/${key.orderNo}`,
    });
  const standing = (await standingsOf(ports.database, [key.orderNo])).find(
    ({ ebpCode }) => ebpCode === key.ebpCode,
  );
  const decisions = await decisionsOf(ports.database, key);
  const { papers: loaded, missing } = await loadPapers(ports, key);
  const latest = standing?.state === 'waiting' ? undefined : decisions.at(-1);
  const progress = await progressOf(ports.database, key);
  const assessment = latest ? assessmentBehind(decisions) : {};
  const tax = assessment.tax ? parseTax(JSON.stringify(assessment.tax), ports.taxSources) : undefined;
  const all = assessment.findings ?? [];
  const firm = viewer.party !== undefined;
  const findings = firm ? findingsForFirm(all) : all;
  return {
    list: rowOf(ports, head, standing, await sendersOf(ports, [head])),
    ...waitingFor(standing, missing),
    timeline: timeline(loaded, decisions, progress, ports.paperAccepted),
    papers: Object.fromEntries(
      [...loaded].map(([kind, paper]) => [kind, paperView(ports, kind, paper, latest?.decidedAt)]),
    ),
    findings: findings.map((finding) => ({ ...finding, evidence: [...(finding.evidence ?? [])] })),
    ...(tax ? { tax: taxView(tax, loaded, firm) } : {}),
    ...(latest ? { decision: decisionView(ports, latest, findings, tax, assessment.advice) } : {}),
    receipts: receiptsView(decisions, progress),
    ...(firm ? {} : await quotaView(ports, latest)),
    now: ports.now().toISOString(),
  };
}

type Papers = Map<PaperKind, LoadedDocument<PlainDocument>>;

/** The papers of a list as a judge would take them, and which of them it still waits for. */
async function loadPapers(
  ports: DetailPorts,
  key: ListKey,
): Promise<{ papers: Papers; missing: PaperKind[] }> {
  const orderNos = [key.orderNo];
  const mine = ({ document }: { document: { head: { ebpCode: string } } }): boolean =>
    document.head.ebpCode === key.ebpCode;
  return ports.database.transaction(async (client) => {
    const order = (await importOrders.load<ImportOrder>(client, orderNos)).find(mine);
    const list = (await importLists.load<ImportDeclaration>(client, orderNos)).find(mine);
    const payments = await importPayments.load<ImportPayment>(client, orderNos);
    const waybills = await importWaybills.load<ImportWaybill>(client, orderNos);
    const payment = paymentFor(order?.document.head, key, payments);
    const waybill = waybillFor(list?.document.head ?? { logisticsCode: '', logisticsNo: '' }, waybills);
    const papers: Papers = new Map();
    const missing: PaperKind[] = [];
    const add = (kind: PaperKind, paper: LoadedDocument<PlainDocument> | undefined, named = true): void => {
      if (paper) papers.set(kind, paper);
      if (!paper || !named || onlySaved(paper.document.head)) missing.push(kind);
    };
    add('order', order);
    add('payment', payment?.paper, payment?.named);
    add('waybill', waybill?.paper, waybill?.named);
    if (list) papers.set('declaration', list);
    return { papers, missing };
  });
}

function waitingFor(
  standing: { state: string; deadline: Date | null } | undefined,
  missing: PaperKind[],
): Pick<ListDetail, 'waitingFor'> {
  if (standing?.state !== 'waiting' || standing.deadline === null) return {};
  return { waitingFor: { papers: missing, until: standing.deadline.toISOString() } };
}

function paperView(
  ports: DetailPorts,
  kind: PaperKind,
  paper: LoadedDocument<PlainDocument>,
  decidedAt: Date | undefined,
): ListDetail['papers'][PaperKind] {
  const root = roots[kind];
  const [head, items] = messageTables[root].groups;
  const fields = paper.document.head as Record<string, string | number>;
  const describe = (group: typeof head) =>
    (group?.fields ?? []).map(({ name, zh, en }) => ({
      name,
      zh,
      en,
      ...(maskedFields.has(name) ? { masked: true } : {}),
    }));
  const texts = (record: object): Record<string, string> => {
    const present = Object.entries(record).filter(([, value]) => value !== undefined);
    return Object.fromEntries(present.map(([name, value]) => [name, maskField(name, String(value))]));
  };
  const codes: Record<string, Record<string, Bilingual>> = {};
  for (const { name, codeList } of [...(head?.fields ?? []), ...(items?.fields ?? [])]) {
    if (!codeList) continue;
    for (const record of [fields, ...(paper.document.items as Record<string, string>[])]) {
      const code = record[name];
      const named = code === undefined ? undefined : ports.codeName(codeList, String(code));
      if (named) codes[name] = { ...codes[name], [String(code)]: named };
    }
  }
  return {
    root,
    receivedAt: paper.receivedAt.toISOString(),
    changedSince: decidedAt !== undefined && paper.receivedAt > decidedAt,
    version: { appType: String(fields.appType), appTime: String(fields.appTime) },
    head: texts(fields),
    items: paper.document.items.map(texts),
    headFields: describe(head),
    itemFields: describe(items),
    codes,
  };
}

function taxView(tax: TaxAssessment, papers: Papers, firm: boolean): NonNullable<ListDetail['tax']> {
  const described = describeTax(tax);
  const items = (papers.get('declaration')?.document.items ?? []) as { gnum: number; gname: string }[];
  const name = (gnum: number): string => items.find((item) => item.gnum === gnum)?.gname ?? '';
  return {
    ...described,
    lines: described.lines.map((line) => ({ ...line, gname: name(line.gnum) })),
    steps: firm ? stepsForFirm(described.steps) : [...described.steps],
  };
}

async function quotaView(
  ports: DetailPorts,
  decision: FullDecision | undefined,
): Promise<Pick<ListDetail, 'quota'>> {
  if (!decision?.buyerKey || !decision.dutiableValue) return {};
  const day = ports.chinaDay(decision.acceptedAt);
  const year = yearOf(day);
  const account = await allowanceOf(ports.database, decision.buyerKey, year);
  if (!account) return {};
  return {
    quota: {
      year,
      limit: formatDecimal(ports.rulebook.annualLimit(day), 2),
      used: formatDecimal(parseDecimal(plainAmount(account.used)), 2),
      thisList: formatDecimal(parseDecimal(plainAmount(decision.dutiableValue)), 2),
    },
  };
}
