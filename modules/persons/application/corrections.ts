import { standingsOf } from '#clearance';
import { cursorOf, readCursor } from '#http';
import { record } from '#journal';
import type { Client } from '#postgres';
import {
  type CorrectionOutcome,
  isChangeable,
  operatorHolds,
  type RefusalReason,
  whyNot,
} from '../domain/correction.ts';
import {
  correctionById,
  correctionsPage,
  endCorrection,
  type KeptCorrection,
  lockCorrection,
  openOfHolder,
} from '../storage/corrections.ts';
import { openWritten, sealWritten } from '../storage/sealed.ts';
import { noteShowing } from '../storage/showings.ts';
import { correctionRefusal } from './correction-refusals.ts';
import { digestOf, standingOf } from './own-corrections.ts';
import type { OwnDataPorts } from './own-data.ts';
import { type NamedPaper, papersIn, partiesOf, personalOf, type Reader, readerOf } from './showing-list.ts';

type Ports = Pick<OwnDataPorts, 'database' | 'now'>;

/**
 * Requests as those who answer them see them: an enterprise its own, the operator those of the zone; nothing a person
 * has written.
 */
export async function correctionsSeenBy(
  { database, now }: Ports,
  party: string | undefined,
  query: { readonly state: 'open' | 'ended'; readonly limit: number; readonly cursor?: string | undefined },
) {
  const [at = '', requestId = ''] = query.cursor === undefined ? [] : readCursor(query.cursor, 2);
  const open = query.state === 'open';
  const rows = await correctionsPage(database.readers, {
    ...{ holder: party, open, limit: query.limit },
    before: query.cursor === undefined ? undefined : { at, requestId },
  });
  const last = rows.length === query.limit ? rows.at(-1) : undefined;
  const lastAt = open ? last?.dueAt : last?.endedAt;
  return {
    corrections: rows.map((row) => standingOf(row, now())),
    ...(last && lastAt ? { next: cursorOf(lastAt.toISOString(), last.requestId) } : {}),
  };
}

/** Whether somebody may open and answer a request: its holder, and the operator what is late or the platform's own. */
function mayDeal({ holder, dueAt }: KeptCorrection, party: string | undefined, now: Date): boolean {
  if (party !== undefined) return holder === party;
  return holder === operatorHolds || dueAt.getTime() <= now.getTime();
}

/** What a person has written, and what their paper says now; on record before it is shown, like every reading in full. */
export async function openCorrection(ports: Ports, reader: Reader, requestId: string) {
  const { database, now } = ports;
  const one = await correctionById(database, requestId);
  if (!one || !mayDeal(one, reader.party, now())) throw correctionRefusal('CORRECTION-NOT-FOUND');
  const { caller, address } = reader;
  await noteShowing(database, {
    ...{ kind: 'correction', ebpCode: one.ebpCode ?? '', number: one.orderNo ?? requestId, at: now() },
    ...{ persons: [one.person], parties: one.holder === operatorHolds ? [] : [one.holder] },
    ...{ papers: [one.paper ?? 'account'], readerId: caller.id, role: caller.role, address },
    ...{ reader: readerOf(caller), reason: `R-10.1 ${one.wish}` },
  });
  const { words, answer } = one;
  const paper = await database.transaction((client) => paperNow(client, one));
  const answered = answer && openWritten(database.vault, 'answer', requestId, answer);
  return {
    ...openWritten(database.vault, 'words', requestId, words),
    ...{ changeable: paper.changeable, changed: paper.changed },
    ...(paper.value === undefined ? {} : { present: paper.value }),
    ...(answered ? { answer: answered.text } : {}),
    ...(answered?.value ? { answerValue: answered.value } : {}),
  };
}

interface PaperNow {
  readonly value: string | undefined;
  readonly changed: boolean;
  readonly changeable: boolean;
  /** All living papers of the order. */
  readonly papers: readonly NamedPaper[];
}

/** What the paper a request is about says now, and whether it may still be changed. */
async function paperNow(client: Client, one: KeptCorrection): Promise<PaperNow> {
  const { paper: name, orderNo, ebpCode, field, valueDigest } = one;
  if (!name || !orderNo || !field) return { value: undefined, changed: true, changeable: false, papers: [] };
  const papers = await papersIn(client, [orderNo]);
  const codeOf = ({ document }: NamedPaper) => (document.head as { ebpCode?: string }).ebpCode;
  const paper = papers.find((each) => each.name === name && (codeOf(each) ?? null) === ebpCode);
  const value = paper && personalOf(paper)[field];
  // A waybill names no platform: then every list of the order counts.
  const standings = (await standingsOf(client, [orderNo])).filter(
    (each) => ebpCode === null || each.ebpCode === ebpCode,
  );
  return {
    ...{ value, papers },
    changed: value === undefined || digestOf(client, field, value) !== valueDigest,
    changeable: standings.every(({ state }) => isChangeable(state)),
  };
}

export interface CorrectionAnswer {
  readonly outcome: CorrectionOutcome;
  readonly reason?: RefusalReason | undefined;
  readonly text: string;
  /** What is right, where a note stands beside the paper; what the person wants is taken where it is left out. */
  readonly value?: string | undefined;
}

/** Answers a request. What was corrected or noted is told to every enterprise that has a paper of the purchase. */
export async function answerCorrection(
  ports: Ports,
  { caller, party }: Reader,
  requestId: string,
  { outcome, reason, text, value }: CorrectionAnswer,
): Promise<void> {
  const { database, now } = ports;
  await database.transaction(async (client) => {
    const at = now();
    const one = await lockCorrection(client, requestId);
    if (!one || !mayDeal(one, party, at)) throw correctionRefusal('CORRECTION-NOT-FOUND');
    const standing = await paperNow(client, one);
    const stop = whyNot({ ...one, ofPaper: one.paper !== null }, outcome, standing);
    if (stop) throw correctionRefusal(stop);
    if (outcome === 'refused' && !reason) throw correctionRefusal('CORRECTION-REASON');
    const wanted = openWritten(database.vault, 'words', requestId, one.words).value;
    const right = outcome === 'noted' ? (value ?? wanted) : undefined;
    await endCorrection(client, requestId, {
      ...{ state: 'answered', at, outcome, reason: outcome === 'refused' ? reason : undefined },
      answer: sealWritten(database.vault, 'answer', requestId, { text, ...(right ? { value: right } : {}) }),
      ...{ answeredAs: party ?? operatorHolds, answeredBy: caller.accountId ?? caller.id },
    });
    const { orderNo, ebpCode, paper, field, holder } = one;
    const told = { requestId, outcome, ...(orderNo ? { orderNo, ebpCode, paper, field } : {}) };
    const by = caller.accountId ?? caller.id;
    const made = outcome === 'corrected' || outcome === 'noted';
    const concerned = made ? [...new Set(standing.papers.flatMap(partiesOf))] : [];
    await record(client, [
      { at, kind: 'correction-answered', subject: requestId, body: { ...told, recipient: holder, by } },
      ...concerned.map((recipient) => ({
        ...{ at, kind: 'correction-made', subject: requestId },
        body: { ...told, recipient },
      })),
    ]);
  });
}

/** What waits for an answer of an enterprise, and of that what is late. */
export const openCorrections = ({ database, now }: Ports, holder: string) =>
  openOfHolder(database.readers, holder, now());
