import { entriesAfter, type ReadEntry } from '#journal';
import { chinaDay, formatDecimal } from '#kernel';
import type { Client } from '#postgres';
import { claimBy } from '../domain/eligibility.ts';
import { refundRateOn } from '../domain/rates.ts';
import { matchInvoices } from '../storage/invoices.ts';
import { addLines, markCancelled, markDeclared, type NewLine, rateLines } from '../storage/lines.ts';
import { moveOn, readUpTo } from '../storage/progress.ts';
import type { ClosedExport, ListName, RefundPorts } from './ports.ts';

/** Entries of the journal read at once, and declared lists (D). */
const pageOfEntries = 1_000;
const pageOfLists = 5_000;

/** Goods in a warehouse abroad are refunded with their booking, not by the line. */
const ABROAD = '9810';

/**
 * Takes in one page of what the journal tells of exports: lists that are closed, summaries that are made or cancelled. A
 * handful of statements, however many lists. Of several servers the one that moves the cursor has taken it in.
 * @returns whether there is more to read
 */
async function takeInMore(ports: RefundPorts): Promise<boolean> {
  const { database } = ports;
  const from = await readUpTo(database);
  const page = await entriesAfter(database, from, pageOfEntries);
  const to = page.at(-1)?.cursor;
  if (to === undefined) return false;
  await database.transaction(async (client) => {
    if (await moveOn(client, from, to)) await takeIn(ports, client, page);
  });
  return page.length === pageOfEntries;
}

/** All there is to take in; lines the tables had no rate for are rated first. */
export async function takeInAll(ports: RefundPorts, stopped: () => boolean): Promise<void> {
  await ports.database.transaction((client) => rateLines(client, (gcode) => ratesOf(ports, gcode)));
  for (let more = true; more && !stopped(); ) more = await takeInMore(ports);
}

const ratesOf = ({ rates }: RefundPorts, gcode: string) =>
  (rates.get(gcode) ?? []).map(({ from, to, value }) => ({
    ...{ gcode, from, to: to ?? null, rate: formatDecimal(value) },
  }));

async function takeIn(ports: RefundPorts, client: Client, page: readonly ReadEntry[]): Promise<void> {
  const named = page.filter(({ kind }) => kind === 'export-closed').map(({ body }) => body as ListName);
  if (named.length > 0) {
    const lines = (await ports.closedLists(client, named)).flatMap((list) => linesOf(ports, list));
    await addLines(client, lines, ports.now());
    for (const ebcCode of new Set(lines.map((line) => line.ebcCode)))
      await matchInvoices(client, ebcCode, ports.now());
  }
  for (const { kind, body } of page) {
    const { enterprise, sumNo, declSeqNo } = body as Record<'enterprise' | 'sumNo' | 'declSeqNo', string>;
    if (kind === 'summary-made') await declare(ports, client, enterprise, sumNo);
    if (kind === 'summary-cancelled') await markCancelled(client, enterprise, declSeqNo);
  }
}

async function declare(ports: RefundPorts, client: Client, ebcCode: string, sumNo: string): Promise<void> {
  for (let after: string | undefined = ''; after !== undefined; ) {
    const lists = await ports.declaredLists(client, { ebcCode, sumNo, after, limit: pageOfLists });
    await markDeclared(client, ebcCode, lists);
    after = lists.length === pageOfLists ? lists.at(-1)?.invtNo : undefined;
  }
}

function linesOf(ports: RefundPorts, list: ClosedExport): NewLine[] {
  if (list.tradeMode === ABROAD) return [];
  const departedOn = chinaDay(list.departedAt.getTime());
  const { ebcCode, ebpCode, orderNo, invtNo, tradeMode } = list;
  const whole = {
    ...{ ebcCode, ebpCode, orderNo, invtNo, tradeMode, departedOn },
    month: `${departedOn.slice(0, 7)}-01`,
    claimBy: claimBy(departedOn, ports.parameters) ?? null,
  };
  return list.items.map((item) => {
    const rate = refundRateOn(ports.rates, item.gcode, departedOn);
    return { ...whole, ...item, refundRate: rate === undefined ? null : formatDecimal(rate.value) };
  });
}
