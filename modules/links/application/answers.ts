import { createHash } from 'node:crypto';
import type { Finding } from '#kernel';
import type { Client } from '#postgres';
import { documentOf } from '../domain/match.ts';
import { isLate, type Timed } from '../domain/order-of-answers.ts';
import { answeredRoot, namesIn, type Reference } from '../domain/references.ts';
import { type Answer, addAnswers, knownAnswers } from '../storage/arrivals.ts';
import { documentsNamed, type HandedDocument } from '../storage/documents.ts';
import { type ArrivedIn, answerOf } from './arrived.ts';
import { recordFormatReceipt } from './format-receipts.ts';
import { type AgencyReceipt, type LinkPorts, linkFinding } from './ports.ts';
import { type MatchedReceipt, relay } from './relay.ts';

/** A receipt on its way through the books. */
interface Incoming extends Timed {
  readonly receipt: AgencyReceipt;
  readonly place: number;
  readonly root: string | undefined;
  readonly names: readonly Reference[];
  readonly digest: Buffer;
}

/** Finds whose documents receipts speak of, records them and what follows; what it returns is done after the commit. */
export async function recordReceipts(
  ports: LinkPorts,
  client: Client,
  receipts: readonly AgencyReceipt[],
  arrived: ArrivedIn,
): Promise<(() => void)[]> {
  const incoming = receipts.map((receipt, place) => incomingOf(ports, receipt, place, arrived));
  const found = await documentsNamed(
    client,
    ports.agency,
    incoming.flatMap(({ names }) => names),
  );
  // Asked after the locks: who noted the same receipt a moment ago is then seen.
  const known = await knownAnswers(
    client,
    ports.agency,
    incoming.map(({ digest }) => digest),
  );
  const fresh = onlyNew(incoming, known);
  const afterwards: (() => void)[] = [];
  const format = fresh.filter(({ receipt }) => receipt.type === 'CEB900');
  for (const { receipt, returnStatus, returnTime, place, digest } of format)
    afterwards.push(
      ...(await recordFormatReceipt(ports, client, receipt, {
        ...arrived,
        place,
        answer: digest,
        returnStatus,
        returnTime,
      })),
    );
  const others = fresh.filter(({ receipt }) => receipt.type !== 'CEB900');
  const { matched, unmatched } = matchAll(others, found);
  if (unmatched.length > 0) await addAnswers(client, ports.agency, unmatchedAnswers(unmatched, arrived));
  if (matched.length > 0) afterwards.push(...(await relay(ports, client, matched, arrived)));
  return afterwards;
}

function incomingOf(
  ports: LinkPorts,
  receipt: AgencyReceipt,
  place: number,
  { arrivedAt }: ArrivedIn,
): Incoming {
  const { fields, type } = receipt;
  const root = answeredRoot(type);
  const returnTime = /^\d{17}$/.test(fields.returnTime ?? '')
    ? (fields.returnTime ?? '')
    : ports.returnTime(arrivedAt);
  return {
    ...{ receipt, place, root, returnTime },
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
function onlyNew(incoming: readonly Incoming[], known: ReadonlySet<string>): Incoming[] {
  const seen = new Set(known);
  return incoming
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
  readonly incoming: Incoming;
  readonly finding: Finding;
}

function matchAll(
  incoming: readonly Incoming[],
  found: readonly (HandedDocument & { value: string; field: string })[],
): { matched: MatchedReceipt[]; unmatched: Unmatched[] } {
  const matched: MatchedReceipt[] = [];
  const unmatched: Unmatched[] = [];
  const newest = new Map<string, Timed>();
  for (const one of incoming) {
    const named = new Set(one.names.map(({ field, value }) => `${field} ${value}`));
    const candidates = found.filter(
      ({ root, field, value }) => root === one.root && named.has(`${field} ${value}`),
    );
    const match = documentOf(one.receipt.fields, candidates);
    if (!match.found) {
      unmatched.push({ incoming: one, finding: unmatchedFindings[match.why] });
      continue;
    }
    const document = match.found;
    const name = `${document.messageId} ${document.place}`;
    const before = newest.get(name) ?? newestOf(document);
    const late = isLate(one, before);
    if (!late) newest.set(name, one);
    const { receipt, place, digest, returnStatus, returnTime } = one;
    matched.push({ receipt, place, digest, returnStatus, returnTime, document, late });
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
function unmatchedAnswers(unmatched: readonly Unmatched[], arrived: ArrivedIn): Answer[] {
  return unmatched.map(({ incoming, finding }) => ({
    ...answerOf(incoming.receipt, incoming, arrived),
    digest: createHash('sha256').update(incoming.digest).update(arrived.digest).digest(),
    standing: 'unmatched',
    findings: [...incoming.receipt.findings, finding],
    sender: null,
    messageId: null,
  }));
}
