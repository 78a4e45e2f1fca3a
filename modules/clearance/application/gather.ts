import type { LoadedDocument } from '#documents';
import { keyText } from '#documents';
import { onlySaved } from '#exchange';
import type { Dossier } from '#matching';
import type { Client } from '#postgres';
import type { WaitingList } from '../storage/waiting.ts';
import type { ConductorPorts } from './ports.ts';

/** A list that can be judged now, with its papers. */
export interface LoadedDossier {
  readonly waiting: WaitingList;
  readonly dossier: Dossier;
  readonly preNo: string;
  readonly sender: string;
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
  const payments = byPlatform(declared(await papers.payments(client, orderNos)));
  const waybills = declared(await papers.waybills(client, orderNos));
  const byCarrier = byKey(waybills);
  const byOrder = new Map(waybills.map((loaded) => [loaded.document.head.orderNo, loaded]));
  // The wide lists are read last and only when their papers are all there or their time is up.
  const ready = waiting.filter(({ orderNo, ebpCode, deadline }) => {
    const key = keyText([orderNo, ebpCode]);
    return deadline <= at || (orders.has(key) && payments.has(key) && byOrder.has(orderNo));
  });
  if (ready.length === 0) return [];
  const lists = byKey(
    await papers.declarations(
      client,
      ready.map(({ orderNo }) => orderNo),
    ),
  );
  const dossiers: LoadedDossier[] = [];
  for (const list of ready) {
    const key = keyText([list.orderNo, list.ebpCode]);
    const loaded = lists.get(key);
    if (!loaded) continue;
    const { head } = loaded.document;
    const order = orders.get(key)?.document;
    const payment = payments.get(key)?.document;
    // The carrier's own number first; else the order's waybill, so that the mismatch can be shown.
    const waybill = (
      byCarrier.get(keyText([list.orderNo, head.logisticsCode, head.logisticsNo])) ??
      byOrder.get(list.orderNo)
    )?.document;
    dossiers.push({
      waiting: list,
      preNo: loaded.extra[0] ?? '',
      sender: loaded.sender,
      buyerKey: ports.buyerKey(head.buyerIdType, head.buyerIdNumber),
      dossier: {
        declaration: loaded.document,
        ...(order ? { order } : {}),
        ...(payment ? { payment } : {}),
        ...(waybill ? { waybill } : {}),
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

function byPlatform<D extends { head: { orderNo: string; ebpCode: string }; items: readonly object[] }>(
  documents: readonly LoadedDocument<D>[],
) {
  return new Map(
    documents.map((loaded) => [
      keyText([loaded.document.head.orderNo, loaded.document.head.ebpCode]),
      loaded,
    ]),
  );
}
