import { Problem } from '#http';
import { record } from '#journal';
import { formatDecimal, parseDecimal } from '#kernel';
import type { Client } from '#postgres';
import { abroadFinding } from '../domain/finding-codes.ts';
import { postStock, type StockWish } from '../domain/stock.ts';
import {
  addBatch,
  type Batch,
  type BatchLine,
  type BatchLineStand,
  batchesPage,
  batchLines,
  batchOf,
  lockBatch,
  markCancelled,
  markDeparted,
} from '../storage/batches.ts';
import { type StockTelling, standOf, stockMovements, writeStock } from '../storage/stock.ts';
import { warehouseOf } from '../storage/warehouses.ts';
import { checkCodes } from './codes.ts';
import type { B2bPorts, Doer } from './ports.ts';
import { batchState, noBatch, noWarehouse } from './refusals.ts';

export type { Batch, BatchLine, BatchLineStand };

/** Goods an exporter books into an overseas warehouse. */
export interface Booking
  extends Pick<
    Batch,
    'batchNo' | 'warehouseNo' | 'consignee' | 'packages' | 'grossWeight' | 'plannedOn' | 'sellerKind'
  > {
  readonly lines: readonly BatchLine[];
}

/** Books goods into an open warehouse. @throws Problem 404, 409 where the number is taken or the warehouse closed, 422 */
export async function book(ports: B2bPorts, by: Doer, { lines, ...booking }: Booking): Promise<Batch> {
  checkCodes(
    ports,
    lines.map(({ unit }, at) => ({ list: 'unit', code: unit, path: `lines[${at}].unit` })),
  );
  const bookedAt = ports.now();
  const enterprise = by.customsCode;
  await ports.database.transaction(async (client) => {
    const warehouse = await warehouseOf(client, enterprise, booking.warehouseNo);
    if (!warehouse) throw noWarehouse(booking.warehouseNo);
    if (warehouse.closedOn !== null)
      throw new Problem(409, 'WAREHOUSE-CLOSED', {
        zh: `海外仓 ${booking.warehouseNo} 已停用`,
        en: `The overseas warehouse ${booking.warehouseNo} is closed`,
      });
    if (!(await addBatch(client, { ...booking, enterprise, bookedAt, by: by.id }, lines)))
      throw new Problem(409, 'BATCH-NUMBER-TAKEN', {
        zh: `订仓单号 ${booking.batchNo} 已被使用`,
        en: `There is a booking ${booking.batchNo} already`,
      });
    await tell(client, 'warehouse-booked', { enterprise, batchNo: booking.batchNo }, bookedAt, {
      warehouseNo: booking.warehouseNo,
    });
  });
  return {
    ...booking,
    enterprise,
    bookedAt,
    state: 'booked',
    exportNo: null,
    departedOn: null,
    claimedOn: null,
  };
}

const tell = (
  client: Client,
  kind: string,
  { enterprise, batchNo }: Pick<Batch, 'enterprise' | 'batchNo'>,
  at: Date,
  more: Readonly<Record<string, string | number>> = {},
): Promise<void> =>
  record(client, [
    { at, kind, subject: `${enterprise}/${batchNo}`, body: { recipient: enterprise, batchNo, ...more } },
  ]);

async function locked(client: Client, enterprise: string, batchNo: string): Promise<Batch> {
  const batch = await lockBatch(client, enterprise, batchNo);
  if (!batch) throw noBatch(batchNo);
  return batch;
}

/**
 * Notes that a booked batch has left under an export list or declaration: all of it is on the way, and the refund rates
 * of that day are kept with it.
 * @throws Problem 404, 409 where it has left, was cancelled, or the number belongs to another batch
 */
export async function depart(
  ports: B2bPorts,
  by: Doer,
  batchNo: string,
  left: { readonly exportNo: string; readonly on: string },
): Promise<Batch> {
  const at = ports.now();
  return ports.database.transaction(async (client) => {
    const batch = await locked(client, by.customsCode, batchNo);
    if (batch.state !== 'booked') throw batchState();
    const lines = await batchLines(client, by.customsCode, batchNo);
    const rates = lines.map(({ line, gcode }) => {
      const rate = ports.refundRate(gcode, left.on);
      return { line, rate: rate === undefined ? null : formatDecimal(rate) };
    });
    await markDeparted(client, batch, left, rates).catch((error: { constraint?: string }) => {
      if (error.constraint !== 'batch_by_export') throw error;
      throw new Problem(409, 'BATCH-EXPORT-USED', {
        zh: `${left.exportNo} 已是另一订仓单的出口单号`,
        en: `${left.exportNo} is the export of another booking`,
      });
    });
    await post(
      client,
      by,
      batch,
      at,
      lines.map(({ line, quantity }) => departure(line, quantity, left)),
    );
    await tell(client, 'warehouse-departed', batch, at, { exportNo: left.exportNo });
    return { ...batch, state: 'departed', exportNo: left.exportNo, departedOn: left.on };
  });
}

const departure = (
  line: number,
  quantity: string,
  { exportNo, on }: { readonly exportNo: string; readonly on: string },
): StockTelling => ({
  ...{ line, kind: 'depart', quantity: parseDecimal(quantity), reference: exportNo, day: on },
});

/** Cancels a booking that has not left. @throws Problem 404, 409 */
export async function cancelBooking(ports: B2bPorts, by: Doer, batchNo: string): Promise<Batch> {
  const at = ports.now();
  return ports.database.transaction(async (client) => {
    const batch = await locked(client, by.customsCode, batchNo);
    if (batch.state !== 'booked') throw batchState();
    await markCancelled(client, batch);
    await tell(client, 'warehouse-booking-cancelled', batch, at);
    return { ...batch, state: 'cancelled' };
  });
}

/** What became of goods abroad, as the exporter tells it. */
export interface Telling extends Omit<StockTelling, 'quantity' | 'kind'> {
  readonly kind: Exclude<StockWish['kind'], 'depart'>;
  readonly quantity: string;
}

export interface TellingAnswer {
  readonly outcome: 'posted' | 'repeated' | 'refused';
  readonly finding?: ReturnType<typeof abroadFinding>;
}

/** Writes what became of goods of a batch; each telling is answered by itself, and one told again is a repeat. */
export async function tellStock(
  ports: B2bPorts,
  by: Doer,
  batchNo: string,
  tellings: readonly Telling[],
): Promise<TellingAnswer[]> {
  checkCodes(
    ports,
    tellings.flatMap(({ currency }, at) =>
      currency === undefined ? [] : [{ list: 'currency', code: currency, path: `movements[${at}].currency` }],
    ),
  );
  const at = ports.now();
  return ports.database.transaction(async (client) => {
    const batch = await locked(client, by.customsCode, batchNo);
    if (batch.state !== 'departed') throw batchState();
    const wishes = tellings.map((one) => ({ ...one, quantity: parseDecimal(one.quantity) }));
    const results = await post(client, by, batch, at, wishes);
    const sold = results.filter(({ outcome, wish }) => outcome === 'posted' && wish.kind === 'sell').length;
    if (sold > 0) await tell(client, 'warehouse-sold', batch, at, { sales: sold });
    return results.map((one, place) =>
      one.outcome === 'refused'
        ? { outcome: 'refused', finding: abroadFinding(one.refusal, `movements[${place}]`, one.there) }
        : { outcome: one.outcome },
    );
  });
}

async function post(
  client: Client,
  by: Doer,
  { enterprise, batchNo }: Batch,
  at: Date,
  wishes: readonly StockTelling[],
) {
  const stand = await standOf(client, enterprise, batchNo, wishes);
  const { results, lines } = postStock(stand, wishes);
  const posted = results.filter(({ outcome }) => outcome === 'posted').map(({ wish }) => wish);
  await writeStock(client, { enterprise, batchNo, at, by: by.id }, posted, lines);
  return results;
}

/** Whose batch is looked at: the exporter's own, or that of the exporter named where somebody of the zone looks. */
export interface BatchKey {
  readonly enterprise: string;
  readonly batchNo: string;
}

/** A batch with its lines. @throws Problem 404 */
export async function batchFor(
  ports: B2bPorts,
  { enterprise, batchNo }: BatchKey,
): Promise<{ readonly batch: Batch; readonly lines: readonly BatchLineStand[] }> {
  const { readers } = ports.database;
  const batch = await batchOf(readers, enterprise, batchNo);
  if (!batch) throw noBatch(batchNo);
  return { batch, lines: await batchLines(readers, enterprise, batchNo) };
}

export const batchesBefore = (ports: B2bPorts, wish: Parameters<typeof batchesPage>[1]) =>
  batchesPage(ports.database.readers, wish);

export const movementsBefore = (ports: B2bPorts, wish: Parameters<typeof stockMovements>[1]) =>
  stockMovements(ports.database.readers, wish);
