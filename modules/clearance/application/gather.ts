import type { LoadedDocument } from '#documents';
import { keyText } from '#documents';
import { onlySaved } from '#exchange';
import type { Dossier } from '#matching';
import type { Client } from '#postgres';
import type { WaitingList } from '../storage/waiting.ts';
import { paymentFor, waybillFor } from './papers-of-list.ts';
import type { ConductorPorts } from './ports.ts';

/** A list that can be judged now, with its papers. */
export interface LoadedDossier {
  readonly waiting: WaitingList;
  readonly dossier: Dossier;
  readonly preNo: string;
  readonly sender: string;
  /** The message it came in. */
  readonly messageId: string;
  /** Business key, as the table of lists makes it. */
  readonly key: string;
  readonly buyerKey: string;
}

/** The dossiers that are complete, or whose time is up; in the order of acceptance. */
export async function loadDossiers(
  ports: ConductorPorts,
  client: Client,
  waiting: readonly WaitingList[],
  at: Date,
): Promise<LoadedDossier[]> {
  const orderNos = [...new Set(waiting.map(({ orderNo }) => orderNo))];
  const { papers } = ports;
  const orders = byKey(declared(await papers.orders(client, orderNos)));
  const payments = byOrder(declared(await papers.payments(client, orderNos)));
  const waybills = byOrder(declared(await papers.waybills(client, orderNos)));
  // The wide lists are read last, and not at all for orders that lack a paper and have time.
  const worthReading = waiting.filter(
    ({ orderNo, ebpCode, deadline }) =>
      deadline <= at ||
      (orders.has(keyText([orderNo, ebpCode])) && payments.has(orderNo) && waybills.has(orderNo)),
  );
  if (worthReading.length === 0) return [];
  const lists = byKey(
    await papers.declarations(
      client,
      worthReading.map(({ orderNo }) => orderNo),
    ),
  );
  const dossiers: LoadedDossier[] = [];
  for (const list of worthReading) {
    const key = keyText([list.orderNo, list.ebpCode]);
    const loaded = lists.get(key);
    if (!loaded) continue;
    const { head } = loaded.document;
    const order = orders.get(key)?.document;
    const payment = paymentFor(order?.head, head, payments.get(list.orderNo) ?? []);
    const waybill = waybillFor(head, waybills.get(list.orderNo) ?? []);
    const complete = order && payment?.named && waybill?.named;
    if (!complete && list.deadline > at) continue;
    dossiers.push({
      waiting: list,
      preNo: loaded.extra[0] ?? '',
      sender: loaded.sender,
      messageId: loaded.messageId,
      key,
      buyerKey: ports.buyerKey(head.buyerIdType, head.buyerIdNumber),
      dossier: {
        declaration: loaded.document,
        ...(order ? { order } : {}),
        ...(payment ? { payment: payment.paper.document } : {}),
        ...(waybill ? { waybill: waybill.paper.document } : {}),
      },
    });
  }
  return dossiers.sort((a, b) => a.waiting.acceptedAt.getTime() - b.waiting.acceptedAt.getTime());
}

/** A paper that is only saved has not come yet. */
function declared<D extends { head: object; items: readonly object[] }>(
  documents: readonly LoadedDocument<D>[],
): LoadedDocument<D>[] {
  return documents.filter(({ document }) => !onlySaved(document.head));
}

function byKey<D extends { head: object; items: readonly object[] }>(
  documents: readonly LoadedDocument<D>[],
) {
  return new Map(documents.map((loaded) => [loaded.key, loaded]));
}

function byOrder<D extends { head: { orderNo: string }; items: readonly object[] }>(
  documents: readonly LoadedDocument<D>[],
): Map<string, LoadedDocument<D>[]> {
  const orders = new Map<string, LoadedDocument<D>[]>();
  for (const loaded of documents) {
    const { orderNo } = loaded.document.head;
    const known = orders.get(orderNo);
    if (known) known.push(loaded);
    else orders.set(orderNo, [loaded]);
  }
  return orders;
}
