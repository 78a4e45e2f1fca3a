import type { ImportDeclaration, ImportOrder, ImportPayment, ImportWaybill } from '#ceb';
import { findingsForFirm, type JudgedFinding, previewList, stepsForFirm } from '#clearance';
import type { PlainDocument } from '#documents';
import type { Sender } from '#exchange';
import { chinaDay } from '#kernel';
import { describeTax, type TaxAssessment } from '#tax';
import type { PaperKind } from '../domain/kinds.ts';
import { type Consequence, type PlacedFinding, placedBetween } from '../domain/placing.ts';
import type { CheckedDocument } from '../http/check-schemas.ts';
import { isPartyOf, type PapersOnFile, papersOnFile } from './on-file.ts';
import type { EntryPorts } from './ports.ts';
import { headFieldsOf } from './writing.ts';

interface Among extends Pick<CheckedDocument, 'compared' | 'tax'> {
  readonly findings: readonly PlacedFinding[];
}

const nothing: Among = { compared: [], findings: [] };

/** While a document is written, the other papers may well be on their way. */
const notYet = 'MATCH-MISSING-PAPER';

/** How a document agrees with the papers of its purchase that are on file, and of a list its tax. */
export async function amongPapers(
  ports: EntryPorts,
  sender: Sender,
  kind: PaperKind,
  document: PlainDocument,
): Promise<Among> {
  const head = document.head as {
    orderNo: string;
    ebpCode?: string;
    logisticsCode?: string;
    logisticsNo?: string;
  };
  const { orderNo, ebpCode, logisticsCode, logisticsNo } = head;
  const found = await papersOnFile(ports.database.readers, { orderNo, ebpCode, logisticsCode, logisticsNo });
  const onFile: Partial<PapersOnFile> = isPartyOf(found, sender) ? found : {};
  const papers = { ...documentsOf(onFile), [kind]: document };
  const { declaration, order, payment, waybill } = papers as {
    declaration?: ImportDeclaration;
    order?: ImportOrder;
    payment?: ImportPayment;
    waybill?: ImportWaybill;
  };
  if (!declaration) return nothing;
  const day = chinaDay(ports.now().getTime());
  const enterprises = await ports.enterprises(codesIn([declaration, order, payment, waybill]));
  const dossier = { declaration, order, payment, waybill };
  const { findings, tax } = previewList(dossier, ports.rulebook, day, (code) => enterprises.get(code));
  const names = new Set(headFieldsOf(kind).map(({ name }) => name));
  return {
    compared: (Object.keys(papers) as PaperKind[]).filter((one) => one !== kind),
    findings: findingsForFirm(findings)
      .filter((finding) => finding.code !== notYet && concerns(finding, kind))
      .map((finding) => placedBetween(finding, consequenceOf(finding), kind, names)),
    ...(tax && kind === 'declaration' ? { tax: taxView(tax, declaration) } : {}),
  };
}

/** What is wrong between other papers alone is not this one's to mend. */
const concerns = ({ evidence = [] }: JudgedFinding, kind: PaperKind): boolean =>
  kind === 'declaration' || evidence.some(({ paper }) => paper === kind);

function consequenceOf({ mode, severity }: JudgedFinding): Consequence {
  if (mode === 'watch') return 'advice';
  return severity === 'refuse' ? 'returned' : 'review';
}

function documentsOf(papers: Partial<PapersOnFile>): Partial<Record<PaperKind, PlainDocument>> {
  return Object.fromEntries(
    Object.entries(papers).flatMap(([kind, paper]) => (paper ? [[kind, paper.document]] : [])),
  );
}

const firms = ['ebpCode', 'ebcCode', 'payCode', 'logisticsCode', 'agentCode', 'areaCode', 'assureCode'];

function codesIn(papers: readonly (PlainDocument | undefined)[]): Set<string> {
  const codes = papers.flatMap((paper) => {
    const head = (paper?.head ?? {}) as Readonly<Record<string, unknown>>;
    return firms.map((name) => head[name]);
  });
  return new Set(codes.filter((code) => typeof code === 'string'));
}

function taxView(tax: TaxAssessment, { items }: ImportDeclaration): NonNullable<CheckedDocument['tax']> {
  const described = describeTax(tax);
  const name = (gnum: number): string => items.find((item) => item.gnum === gnum)?.gname ?? '';
  return {
    ...described,
    lines: described.lines.map((line) => ({ ...line, gname: name(line.gnum) })),
    steps: stepsForFirm(described.steps),
  };
}
