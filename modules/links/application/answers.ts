import { createHash } from 'node:crypto';
import type { Finding } from '#kernel';
import type { Client } from '#postgres';
import { documentOf } from '../domain/match.ts';
import { isLate, type Timed } from '../domain/order-of-answers.ts';
import { answeredRoot, learnedFrom, namesIn, type Reference } from '../domain/references.ts';
import { type Answer, addAnswers, knownAnswers } from '../storage/arrivals.ts';
import { documentsNamed, type HandedDocument } from '../storage/documents.ts';
import { type ArrivedReceipt, answerOf } from './arrived.ts';
import { recordFormatReceipt } from './format-receipts.ts';
import { type AgencyReceipt, type LinkPorts, linkFinding } from './ports.ts';
import { type MatchedReceipt, relay } from './relay.ts';

/** A receipt in a piece that has just been kept. */
export interface ReceiptInPiece {
  readonly receipt: AgencyReceipt;
  readonly place: number;
  /** Digest of the piece. */
  readonly arrival: Buffer;
}

/** Finds whose documents receipts speak of, records them and what follows; what it returns is done after the commit. */
export async function recordReceipts(
  ports: LinkPorts,
  client: Client,
  receipts: readonly ReceiptInPiece[],
  arrivedAt: Date,
): Promise<(() => void)[]> {
  if (receipts.length === 0) return [];
  const arrived = receipts.map((one) => arrivedReceipt(ports, one, arrivedAt));
  const found = await documentsNamed(
    client,
    ports.agency,
    arrived.flatMap(({ names }) => names),
  );
  // Asked after the locks: who noted the same receipt a moment ago is then seen.
  const known = await knownAnswers(
    client,
    ports.agency,
    arrived.map(({ digest }) => digest),
  );
  const fresh = onlyNew(arrived, known);
  const afterwards: (() => void)[] = [];
  const isFormat = ({ receipt }: ArrivedReceipt): boolean => receipt.type === 'CEB900';
  for (const one of fresh.filter(isFormat))
    afterwards.push(...(await recordFormatReceipt(ports, client, one)));
  const { matched, unmatched } = matchAll(
    fresh.filter((one) => !isFormat(one)),
    found,
  );
  if (unmatched.length > 0) await addAnswers(client, ports.agency, unmatched.map(unmatchedAnswer));
  if (matched.length > 0) afterwards.push(...(await relay(ports, client, matched, arrivedAt)));
  return afterwards;
}

function arrivedReceipt(
  ports: LinkPorts,
  { receipt, place, arrival }: ReceiptInPiece,
  arrivedAt: Date,
): ArrivedReceipt {
  const { fields, type } = receipt;
  const root = answeredRoot(type);
  const { returnTime = '' } = fields;
  return {
    ...{ receipt, place, arrival, arrivedAt, root },
    returnTime: /^\d{17}$/.test(returnTime) ? returnTime : ports.returnTime(arrivedAt),
    returnStatus: statusOf(fields.returnStatus ?? fields.status ?? ''),
    names: root === undefined ? [] : namesIn(root, fields),
    digest: digestOf(receipt),
  };
}

/** The standard gives a status ten characters; what is none at all counts as in progress, and stands in the body as it came. */
const statusOf = (text: string): string => /^[-+\w]{1,10}$/.exec(text.trim())?.[0] ?? '0';

/** Of what a receipt says; the E-Port may give the same one another guid when it sends it again. */
function digestOf({ type, fields, items }: AgencyReceipt): Buffer {
  const said = Object.entries(fields)
    .filter(([name]) => name !== 'guid')
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([type, said, items?.rows ?? []]))
    .digest();
}

/** In the order of the agency's clock; of the same receipt twice, the first. */
function onlyNew(arrived: readonly ArrivedReceipt[], known: ReadonlySet<string>): ArrivedReceipt[] {
  const seen = new Set(known);
  return arrived
    .filter(({ digest }) => {
      const name = digest.toString('hex');
      const again = seen.has(name);
      seen.add(name);
      return !again;
    })
    .sort((one, other) =>
      one.returnTime < other.returnTime ? -1 : one.returnTime > other.returnTime ? 1 : 0,
    );
}

interface Unmatched {
  readonly arrived: ArrivedReceipt;
  readonly finding: Finding;
}

type Named = HandedDocument & { readonly value: string; readonly field: string };

const numberOf = ({ root, field, value }: Reference): string => `${root} ${field} ${value}`;

function matchAll(
  arrived: readonly ArrivedReceipt[],
  found: readonly Named[],
): { matched: MatchedReceipt[]; unmatched: Unmatched[] } {
  const matched: MatchedReceipt[] = [];
  const unmatched: Unmatched[] = [];
  const newest = new Map<string, Timed>();
  const byNumber = Map.groupBy(found, numberOf);
  for (const one of arrived) {
    const candidates = one.names.flatMap((name) => byNumber.get(numberOf(name)) ?? []);
    const match = documentOf(one.receipt.fields, candidates);
    if (!match.found) {
      unmatched.push({ arrived: one, finding: unmatchedFindings[match.why] });
      continue;
    }
    const document = match.found;
    const name = `${document.messageId} ${document.place}`;
    // A push says nothing of how its list stands: it is neither late nor makes others so.
    const push = one.receipt.fields.returnStatus === undefined;
    const late = !push && isLate(one, newest.get(name) ?? newestOf(document));
    if (!late && !push) newest.set(name, one);
    // A tax bill may arrive together with the receipt that first tells the number it names its list by.
    for (const reference of learnedFrom(document.root, one.receipt.fields)) {
      const known = byNumber.get(numberOf(reference)) ?? [];
      byNumber.set(numberOf(reference), [...known, { ...document, ...reference }]);
    }
    matched.push({ arrived: one, document, late });
  }
  return { matched, unmatched };
}

function newestOf({ returnStatus, returnTime }: HandedDocument): Timed | undefined {
  return returnStatus === null || returnTime === null ? undefined : { returnStatus, returnTime };
}

const unmatchedFindings = {
  unknown: linkFinding(
    'LINK-UNKNOWN-DOCUMENT',
    '',
    {
      zh: '回执所指的单证不是经本平台转报的',
      en: 'The receipt speaks of a document that was not forwarded from here',
    },
    {
      zh: '核对回执中的编号；企业由其他途径申报的单证在此查不到',
      en: 'Check its numbers; what an enterprise has declared by another way is not known here',
    },
  ),
  contradiction: linkFinding(
    'LINK-CONTRADICTION',
    '',
    {
      zh: '回执中的编号与代码分属不同单证',
      en: 'The numbers of the receipt are one document’s and its codes are another’s',
    },
    {
      zh: '由运营人员与海关核对这份回执，确认后按单证编号人工处理',
      en: 'Have the operator compare the receipt with customs and see to the document by hand',
    },
  ),
  several: linkFinding(
    'LINK-SEVERAL-DOCUMENTS',
    '',
    {
      zh: '回执可指多份单证，无法确定是哪一份',
      en: 'The receipt may speak of several documents, and does not tell which',
    },
    {
      zh: '由运营人员与海关核对；企业内部编号不要重复使用',
      en: 'Have the operator ask customs; an enterprise should not use a number of its own twice',
    },
  ),
} as const;

/** Kept and shown; if the same receipt comes again it is looked at again, and may have been explained by then. */
function unmatchedAnswer({ arrived, finding }: Unmatched): Answer {
  return {
    ...answerOf(arrived),
    digest: createHash('sha256').update(arrived.digest).update(arrived.arrival).digest(),
    standing: 'unmatched',
    findings: [...arrived.receipt.findings, finding],
    sender: null,
    messageId: null,
  };
}
