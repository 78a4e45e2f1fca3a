import { keyText, type LoadedDocument, type PlainDocument } from '#documents';
import { onlySaved } from '#exchange';
import type { Client } from '#postgres';
import type {
  ExportDossier,
  ExportList,
  ExportOrder,
  ExportPayment,
  ExportWaybill,
} from '../domain/dossier.ts';
import { listKey } from '../domain/export-list.ts';
import { papersNeeded } from '../domain/parties.ts';
import { exportLists, exportOrders, exportPayments, exportWaybills } from '../storage/export-papers.ts';
import type { WaitingExport } from '../storage/waiting.ts';
import type { ExportPorts } from './ports.ts';

/** An export list that can be judged now, with its papers. */
export interface LoadedExport {
  readonly waiting: WaitingExport;
  readonly dossier: ExportDossier;
  readonly preNo: string;
  readonly sender: string;
  /** The message it came in. */
  readonly messageId: string;
  /** Business key, as the table of lists makes it. */
  readonly key: string;
}

/** The dossiers that are complete, or whose time is up, in the order of acceptance: one query a kind of paper. */
export async function loadExports(
  ports: Pick<ExportPorts, 'chinaDay' | 'rules'>,
  client: Client,
  waiting: readonly WaitingExport[],
  at: Date,
): Promise<LoadedExport[]> {
  const needs = neededOf(ports, waiting);
  const orderNos = [...new Set(waiting.map(({ orderNo }) => orderNo))];
  const orders = byKey(declared(await exportOrders.load<ExportOrder>(client, orderNos)));
  const asked = waiting.some((one) => needs(one).includes('payment'));
  const payments = byKey(asked ? declared(await exportPayments.load<ExportPayment>(client, orderNos)) : []);
  const logisticsNos = [...new Set(waiting.map(({ logisticsNo }) => logisticsNo))];
  const waybills = byKey(declared(await exportWaybills.load<ExportWaybill>(client, logisticsNos)));
  const papersOf = (one: WaitingExport) => ({
    order: orders.get(listKey(one))?.document,
    payment: payments.get(listKey(one))?.document,
    waybill: waybills.get(keyText([one.logisticsNo, one.logisticsCode]))?.document,
  });
  // The wide lists are read last, and not at all for those that lack a paper and have time.
  const ready = waiting.filter(
    (one) => one.deadline <= at || needs(one).every((paper) => papersOf(one)[paper] !== undefined),
  );
  if (ready.length === 0) return [];
  const lists = byKey(
    await exportLists.load<ExportList>(
      client,
      ready.map(({ orderNo }) => orderNo),
    ),
  );
  return ready
    .flatMap((one): LoadedExport[] => {
      const loaded = lists.get(listKey(one));
      if (!loaded) return [];
      const { document, key, sender, messageId, extra } = loaded;
      const dossier = { list: document, ...papersOf(one) };
      return [{ waiting: one, key, sender, messageId, preNo: extra[0] ?? '', dossier }];
    })
    .sort((one, other) => one.waiting.acceptedAt.getTime() - other.waiting.acceptedAt.getTime());
}

/** Which papers a list must have, looked up once a day. */
function neededOf(
  { chinaDay, rules }: Pick<ExportPorts, 'chinaDay' | 'rules'>,
  waiting: readonly WaitingExport[],
) {
  const days = new Map(
    [...new Set(waiting.map(({ acceptedAt }) => chinaDay(acceptedAt)))].map((day) => [
      day,
      papersNeeded({ day, parameters: rules.parameters }),
    ]),
  );
  return ({ acceptedAt }: WaitingExport) => days.get(chinaDay(acceptedAt)) ?? [];
}

/** A paper that is only saved has not come yet. */
const declared = <D extends PlainDocument>(documents: readonly LoadedDocument<D>[]): LoadedDocument<D>[] =>
  documents.filter(({ document }) => !onlySaved(document.head));

const byKey = <D extends PlainDocument>(
  documents: readonly LoadedDocument<D>[],
): Map<string, LoadedDocument<D>> => new Map(documents.map((loaded) => [loaded.key, loaded]));
