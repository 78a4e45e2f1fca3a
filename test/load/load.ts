import { type Batch, makeBatch } from '../../apps/demo/batches.ts';
import { makeExportBatch } from '../../apps/demo/exports/batches.ts';
import type { PlatformUnderLoad } from './platform.ts';

/** What a run is of: purchases from abroad, or exports by list. */
export type LoadOf = 'import' | 'export';

/** The messages of a batch; which dossiers they hold matters to nobody who only sends them. */
type Sent = Pick<Batch, 'messages'>;

export interface LoadSettings {
  /** Purchases from abroad where it is left out. */
  readonly of?: LoadOf;
  /** Stop sending after this long; what is on its way is waited for. */
  readonly seconds: number;
  /** Batches of 100 dossiers made before the clock starts. */
  readonly batches: number;
  /** Batches on their way at the same time. */
  readonly inFlight: number;
  readonly faultShare: number;
  readonly seed: string;
}

export interface LoadResult {
  /** Dossiers whose list has its final receipt. */
  readonly dossiers: number;
  /** From the first message sent to the last final receipt read. */
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Final receipts by returnStatus. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Lists accepted that had no final receipt when waiting ended; anything but 0 is a fault. */
  readonly unanswered: number;
}

/** Longer than any backlog takes; a list still open then has been lost. */
const graceMs = 30_000;

/** Makes the messages of a run. */
export function prepareLoad(platform: PlatformUnderLoad, settings: LoadSettings): Sent[] {
  const orderedAt = Date.now() - 3_600_000;
  return Array.from({ length: settings.batches }, (_, i) =>
    (settings.of === 'export' ? makeExportBatch : makeBatch)(platform.zone, {
      seed: settings.seed,
      from: i * 100,
      count: 100,
      faultShare: settings.faultShare,
      orderedAt,
    }),
  );
}

/** Sends the batches as fast as the platform takes them, and reads the receipts as the senders' programs do. */
export async function runLoad(
  platform: PlatformUnderLoad,
  batches: readonly Sent[],
  settings: LoadSettings,
): Promise<LoadResult> {
  const acceptedAt = new Map<string, number>();
  const waits: number[] = [];
  const statuses: Record<string, number> = {};
  let sending = true;
  let giveUpAt = Number.POSITIVE_INFINITY;
  let lastReceipt = 0;
  const brokers = new Set(
    batches.flatMap(({ messages }) =>
      messages.filter(({ kind }) => kind === 'declaration').map(({ sender }) => sender.customsCode),
    ),
  );
  const start = performance.now();
  const reading = [...brokers].map((broker) =>
    readReceipts(
      platform,
      { broker, type: settings.of === 'export' ? 'CEB604' : 'CEB622' },
      () => sending || (acceptedAt.size > 0 && performance.now() < giveUpAt),
      (orderNo, status) => {
        const at = performance.now();
        const accepted = acceptedAt.get(orderNo);
        if (accepted === undefined) return false;
        acceptedAt.delete(orderNo);
        waits.push(at - accepted);
        statuses[status] = (statuses[status] ?? 0) + 1;
        lastReceipt = at;
        return true;
      },
    ),
  );
  const queue = batches[Symbol.iterator]();
  const sender = async (): Promise<void> => {
    for (const batch of queue) {
      if (performance.now() - start > settings.seconds * 1000) return;
      await sendBatch(platform, batch, acceptedAt);
    }
  };
  await Promise.all(Array.from({ length: settings.inFlight }, sender));
  sending = false;
  giveUpAt = performance.now() + graceMs;
  await Promise.all(reading);
  waits.sort((a, b) => a - b);
  const quantile = (share: number): number =>
    waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0;
  return {
    dossiers: waits.length,
    seconds: (lastReceipt - start) / 1000,
    p50Ms: quantile(0.5),
    p99Ms: quantile(0.99),
    statuses,
    unanswered: acceptedAt.size,
  };
}

/** The papers of a batch in any order, its lists at the same time. */
async function sendBatch(
  platform: PlatformUnderLoad,
  batch: Sent,
  acceptedAt: Map<string, number>,
): Promise<void> {
  await Promise.all(
    batch.messages.map(async ({ kind, sender, bytes }) => {
      const answer = await postMessage(platform, sender.customsCode, bytes);
      if (kind !== 'declaration') return;
      const now = performance.now();
      for (const { key, verdict } of answer.documents)
        if (verdict === 'accepted') acceptedAt.set(key.orderNo, now);
    }),
  );
}

interface Answer {
  readonly documents: readonly {
    readonly key: { readonly orderNo: string };
    readonly verdict: string;
    readonly status: string;
  }[];
}

export async function postMessage(
  platform: PlatformUnderLoad,
  customsCode: string,
  bytes: Uint8Array,
  query = '',
): Promise<Answer> {
  const response = await fetch(`${platform.url}/api/messages${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/xml', authorization: `Bearer ${platform.keys.get(customsCode)}` },
    body: new Uint8Array(bytes),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

/** A list may be judged before its sender has read the acknowledgement: such a receipt is looked at again. */
async function readReceipts(
  platform: PlatformUnderLoad,
  { broker, type }: { readonly broker: string; readonly type: string },
  more: () => boolean,
  seen: (orderNo: string, status: string) => boolean,
): Promise<void> {
  let cursor = '';
  const early = new Map<string, string>();
  while (more()) {
    const response = await fetch(
      `${platform.url}/api/receipts?type=${type}&limit=5000&wait=1${cursor && `&cursor=${cursor}`}`,
      {
        headers: { authorization: `Bearer ${platform.keys.get(broker)}` },
      },
    );
    const page = (await response.json()) as {
      next?: string;
      receipts: { orderNo: string; returnStatus: string }[];
    };
    cursor = page.next ?? cursor;
    for (const { orderNo, returnStatus } of page.receipts)
      if (returnStatus !== '2') early.set(orderNo, returnStatus);
    for (const [orderNo, status] of early) if (seen(orderNo, status)) early.delete(orderNo);
  }
}
