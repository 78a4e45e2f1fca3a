import type { ImportDeclaration } from '#ceb';
import { importLists } from '#declarations';
import { keyText } from '#documents';
import { record } from '#journal';
import { type Day, formatDecimal } from '#kernel';
import type { Client } from '#postgres';
import { parseTax, type SourceTables, type TaxAssessment } from '#tax';
import { countDecisions, uncountDecisions } from '../storage/counts.ts';
import {
  addDecisions,
  type DecisionRecord,
  type LatestDecision,
  latestDecisions,
} from '../storage/decisions.ts';
import { assessedLists } from '../storage/lists-on-file.ts';
import type { ListKey } from '../storage/pages.ts';
import { waitingLists } from '../storage/waiting.ts';
import { tellRecorded } from './companions.ts';
import { journalEntry } from './judge-batch.ts';
import type { ConductorPorts } from './ports.ts';
import type { StepPorts } from './record-steps.ts';
import { giveBack } from './submissions.ts';

/** A list as it stands, held for the caller's transaction. */
export interface ListOnFile {
  readonly key: string;
  readonly document: ImportDeclaration;
  /** Who sent it. */
  readonly sender: string;
  /** It has been sent and is not judged yet. */
  readonly waiting: boolean;
  /** Its latest decision; of a list that waits, the one before. */
  readonly latest?: LatestDecision | undefined;
  /** Day of the first release of this attempt. */
  readonly releasedOn?: Day | undefined;
  readonly tax?: TaxAssessment | undefined;
}

/** A list to be cancelled. */
export interface Cancellation {
  readonly list: ListOnFile;
  /** Who lets it be cancelled. */
  readonly judge: 'engine' | 'officer';
  /** Why, as the list's page tells it. */
  readonly info: string;
}

/** What others do with lists that are on file. */
export interface ListsOnFile {
  /** Lists by business key, locked: whoever decides on one of them meanwhile waits. Unknown and deleted ones are left out. */
  hold(client: Client, lists: readonly ListKey[]): Promise<ReadonlyMap<string, ListOnFile>>;
  /**
   * Cancels held lists: what they had reserved goes back, and they may be declared anew.
   * @returns what is to be done after the commit
   */
  cancel(client: Client, at: Date, cancellations: readonly Cancellation[]): Promise<() => void>;
}

/** 审结: customs has decided on the cancellation, and the list is gone. */
const cancelled = '399';

type Ports = StepPorts & Pick<ConductorPorts, 'decided'>;

/** @param sources where sources of stored tax figures are looked up */
export function listsOnFile(ports: Ports, sources: SourceTables): ListsOnFile {
  return {
    hold: (client, lists) => hold(ports, sources, client, lists),
    cancel: (client, at, cancellations) => cancel(ports, client, at, cancellations),
  };
}

async function hold(
  { chinaDay }: Ports,
  sources: SourceTables,
  client: Client,
  keys: readonly ListKey[],
): Promise<ReadonlyMap<string, ListOnFile>> {
  const orderNos = [...new Set(keys.map(({ orderNo }) => orderNo))];
  // As whoever sends a list again or decides on it locks it: one comes first, the other sees what it did.
  await importLists.find(client, orderNos);
  const waiting = new Set((await waitingLists.lock(client, orderNos)).map(keyOf));
  const latest = new Map((await latestDecisions(client, orderNos)).map((one) => [keyOf(one), one]));
  const assessed = new Map((await assessedLists(client, orderNos)).map((one) => [keyOf(one), one]));
  const wanted = new Set(keys.map(keyOf));
  const found = new Map<string, ListOnFile>();
  for (const { key, document, sender } of await importLists.load<ImportDeclaration>(client, orderNos)) {
    if (!wanted.has(key)) continue;
    const { releasedAt, tax } = assessed.get(key) ?? {};
    found.set(key, {
      ...{ key, document, sender, waiting: waiting.has(key), latest: latest.get(key) },
      releasedOn: releasedAt ? chinaDay(releasedAt) : undefined,
      tax: tax ? parseTax(JSON.stringify(tax), sources) : undefined,
    });
  }
  return found;
}

const keyFields = ({ document: { head } }: ListOnFile): ListKey => ({
  orderNo: head.orderNo,
  ebpCode: head.ebpCode,
});

const keyOf = ({ orderNo, ebpCode }: ListKey): string => keyText([orderNo, ebpCode]);

async function cancel(
  ports: Ports,
  client: Client,
  at: Date,
  cancellations: readonly Cancellation[],
): Promise<() => void> {
  if (cancellations.length === 0) return () => undefined;
  const { rulebook, now, chinaDay, follower, companions } = ports;
  const decisions = cancellations.map((one) => decisionOf(one, at, rulebook.edition));
  const queued = new Set(
    (
      await waitingLists.remove(
        client,
        cancellations.map(({ list }) => keyFields(list)),
      )
    ).map(keyOf),
  );
  // A list that waits is judged anew: what it had been decided for before went back when it was sent again.
  const before = cancellations
    .filter(({ list }) => !queued.has(list.key))
    .flatMap(({ list: { latest } }) => latest ?? []);
  await giveBack(
    { now, chinaDay, annualLimit: (day) => formatDecimal(rulebook.annualLimit(day)) },
    client,
    before,
  );
  await addDecisions(client, decisions);
  await record(client, decisions.map(journalEntry));
  await tellRecorded(companions, client, decisions);
  await countDecisions(client, decisions);
  if (before.length > 0) await uncountDecisions(client, before);
  const left = before.filter(({ outcome }) => outcome === 'held');
  if (left.length > 0)
    await follower?.left(
      client,
      left.map(({ orderNo, ebpCode }) => ({ orderNo, ebpCode, as: 'withdrawn', at })),
    );
  return () =>
    ports.decided({
      lists: decisions.map(({ orderNo, ebpCode, outcome }) => ({ orderNo, ebpCode, state: outcome })),
      recipients: new Set(decisions.map(({ recipient }) => recipient)),
    });
}

function decisionOf({ list, judge, info }: Cancellation, at: Date, edition: string): DecisionRecord {
  const { latest, sender, document } = list;
  const { orderNo, ebpCode, tradeMode, customsCode, preNo } = document.head;
  return {
    ...{ orderNo, ebpCode, tradeMode, customsCode, judge },
    attempt: (latest?.attempt ?? 0) + 1,
    step: 0,
    acceptedAt: latest?.acceptedAt ?? at,
    decidedAt: at,
    outcome: 'withdrawn',
    returnStatus: cancelled,
    returnInfo: info,
    preNo: latest?.preNo ?? preNo ?? '',
    invtNo: latest?.invtNo ?? null,
    recipient: sender,
    ...{ dutiableValue: null, taxTotal: null, buyerKey: null },
    rulebook: edition,
    assessment: '{}',
  };
}
