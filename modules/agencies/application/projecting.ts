import { createHash } from 'node:crypto';
import type { ImportDeclaration, ImportOrder, ImportPayment, ImportWaybill } from '#ceb';
import { type LatestDecision, latestDecisions, maskField, paymentFor, waybillFor } from '#clearance';
import { importLists } from '#declarations';
import { onlySaved } from '#exchange';
import { type ExportList, exportLists } from '#exports';
import { importOrders } from '#orders';
import { importPayments } from '#payments';
import type { Client } from '#postgres';
import type { Vault } from '#vault';
import { importWaybills } from '#waybills';
import { type Disguises, type Filing, type Projection, projectionOf } from '../domain/projection.ts';
import type { ListKey } from '../storage/questions.ts';
import type { AgencyPorts } from './ports.ts';

/** Export lists as they lie on file: what agencies see of an export is its list alone. */
async function exportFilings(
  client: Client,
  keys: readonly ListKey[],
): Promise<ReadonlyMap<ListKey, Filing>> {
  if (keys.length === 0) return new Map();
  const orderNos = [...new Set(keys.map(({ orderNo }) => orderNo))];
  const lists = await exportLists.load<ExportList>(client, orderNos);
  return new Map(
    keys.map((key) => {
      const found = lists.find(
        ({ document: { head } }) =>
          head.orderNo === key.orderNo && head.ebpCode === key.ebpCode && head.ebcCode === key.ebcCode,
      );
      return [key, found ? { export: found.document } : {}];
    }),
  );
}

/** The four papers of lists as a judge takes them, with what customs worked out; what has not come is left out. */
async function filingsOf(client: Client, keys: readonly ListKey[]): Promise<ReadonlyMap<ListKey, Filing>> {
  if (keys.length === 0) return new Map();
  const orderNos = [...new Set(keys.map(({ orderNo }) => orderNo))];
  const lists = await importLists.load<ImportDeclaration>(client, orderNos);
  const orders = await importOrders.load<ImportOrder>(client, orderNos);
  const payments = await importPayments.load<ImportPayment>(client, orderNos);
  const waybills = await importWaybills.load<ImportWaybill>(client, orderNos);
  const decisions = await latestDecisions(client, orderNos);
  const filings = new Map<ListKey, Filing>();
  for (const key of keys) {
    const mine = ({ document: { head } }: { document: { head: Omit<ListKey, 'ebcCode'> } }): boolean =>
      head.orderNo === key.orderNo && head.ebpCode === key.ebpCode;
    const ofOrder = ({ document: { head } }: { document: { head: { orderNo: string } } }): boolean =>
      head.orderNo === key.orderNo;
    const list = lists.find(mine)?.document;
    const order = orders.find(mine)?.document;
    const payment = list && paymentFor(order?.head, list.head, payments.filter(ofOrder))?.paper.document;
    const waybill = list && waybillFor(list.head, waybills.filter(ofOrder))?.paper.document;
    const decision = decisions.find(
      ({ orderNo, ebpCode }) => orderNo === key.orderNo && ebpCode === key.ebpCode,
    );
    filings.set(key, {
      ...(order && !onlySaved(order.head) ? { order } : {}),
      ...(payment && !onlySaved(payment.head) ? { payment: { ...payment, items: [] } } : {}),
      ...(waybill && !onlySaved(waybill.head) ? { waybill: { ...waybill, items: [] } } : {}),
      ...(list ? { declaration: list } : {}),
      ...(decision ? { decision: { head: workedOut(decision), items: [] } } : {}),
    });
  }
  return filings;
}

const workedOut = ({ dutiableValue, taxTotal, invtNo }: LatestDecision) => ({
  ...(dutiableValue === null ? {} : { dutiableValue }),
  ...(taxTotal === null ? {} : { taxTotal }),
  ...(invtNo === null ? {} : { invtNo }),
});

/** How personal data is told otherwise than in the clear: what one agency holds cannot be laid beside what another has. */
const disguisesOf = (vault: Pick<Vault, 'personDigest'>): Disguises => ({
  masked: maskField,
  digest: (agency, field, value) => vault.personDigest(`${agency} ${field} ${value.toUpperCase()}`),
});

/** What went, or was shown, to be told apart from anything else: keys in one order, SHA-256. */
export const digestOf = (projection: Projection): string =>
  createHash('sha256').update(JSON.stringify(projection)).digest('hex');

/** What an agency may see of lists on a day. */
export async function projectionsFor(
  { database, projections, chinaDay }: Pick<AgencyPorts, 'database' | 'projections' | 'chinaDay'>,
  client: Client,
  agency: string,
  keys: readonly ListKey[],
  at: Date,
): Promise<ReadonlyMap<ListKey, Projection>> {
  const disguises = disguisesOf(database.vault);
  const day = chinaDay(at);
  const [imports, exports] = [
    keys.filter(({ ebcCode }) => ebcCode === ''),
    keys.filter(({ ebcCode }) => ebcCode !== ''),
  ];
  const filings = [...(await filingsOf(client, imports)), ...(await exportFilings(client, exports))];
  return new Map(
    filings.map(([key, filing]) => [key, projectionOf(projections, agency, filing, day, disguises)]),
  );
}
