import { addReceipts, type Sender } from '#exchange';
import { chinaDay, parseDecimal, ZERO } from '#kernel';
import type { Database } from '#postgres';
import { centreRecord } from '#return-centre';
import type { ExportBackFollower, GiveBackFollower } from '#returns';
import { voidFor } from '#taxbills';
import { exportedBack } from '../../modules/b2b/wiring.ts';
import type { Clearance } from '../../modules/clearance/wiring.ts';
import type { Exchange } from '../../modules/exchange/wiring.ts';
import type { Exports } from '../../modules/exports/wiring.ts';
import { exportReturned, refundedLines } from '../../modules/refunds/wiring.ts';
import { wireReturnCentre } from '../../modules/return-centre/wiring.ts';
import { type Returns, wireReturns } from '../../modules/returns/wiring.ts';
import type { TaxBook } from '../../modules/tax/wiring.ts';
import type { EnterpriseBook } from './enterprise-book.ts';
import { type Lists, returnTime } from './lists.ts';

/** How often cases are looked for that another server took in or a fault stopped, milliseconds (D). */
const lookMs = 5_000;

/** The tax of goods that came back is no longer owed; of a list whose tax was paid, it is to be paid back. */
const taxOfReturns: GiveBackFollower = {
  givenBack: async (client, { returnNo, orderNo, ebpCode, tax, at }) => {
    const amount = parseDecimal(tax);
    if (amount <= ZERO) return;
    const ports = { chinaDay: (when: Date) => chinaDay(when.getTime()), returnTime };
    const wish = { amount, at, reference: `return ${returnNo}`, reason: 'return' };
    const given = await voidFor(ports, client, { orderNo, ebpCode }, wish);
    if (given.outcome === 'too-much')
      throw new RangeError(`return ${returnNo} gives back more than was owed`);
  },
};

/** Of exported goods that came back no refund is claimed any more, or it is repaid. */
const refundOfReturns: ExportBackFollower = {
  exportBack: async (client, back) => void (await exportReturned(client, back)),
};

/** Goods that went into a warehouse abroad and came back lie there no more. */
const stockOfReturns: ExportBackFollower = {
  exportBack: (client, { ebcCode: enterprise, invtNo: exportNo, returnNo, at, lines }) =>
    exportedBack(client, {
      ...{ enterprise, exportNo, returnNo, at, day: chinaDay(at.getTime()) },
      lines: lines.map(({ itemNo, unit, backInAll }) => ({ goodsNo: itemNo, unit, backInAll })),
    }),
};

/** Puts cancellations, returns and their centres together; what is applied for by form goes in as messages go. */
export function composeReturns(parts: {
  readonly database: Database;
  readonly sweepMs: number | undefined;
  readonly now: () => Date;
  readonly taxBook: Pick<TaxBook, 'parameters'>;
  readonly clearance: Pick<Clearance, 'onFile'>;
  readonly exports: Pick<Exports, 'onFile'>;
  readonly exchange: () => Pick<Exchange, 'takeWritten'>;
  readonly enterprises: Pick<EnterpriseBook, 'parties'>;
  readonly sender: (customsCode: string) => Promise<Sender | undefined>;
  readonly receiptsWritten: (recipients: ReadonlySet<string>) => void;
  readonly fault: (error: unknown, what: string) => void;
}): Returns {
  const { database, now, sender, receiptsWritten, fault } = parts;
  const shared = {
    ...{ database, now, parameters: parts.taxBook.parameters, lists: parts.clearance.onFile },
    chinaDay: (at: Date) => chinaDay(at.getTime()),
  };
  const returns = wireReturns({
    ...{ ...shared, sender, receiptsWritten, addReceipts, returnTime },
    lookMs: parts.sweepMs ?? lookMs,
    exportLists: parts.exports.onFile,
    centre: centreRecord,
    followers: [taxOfReturns],
    exportFollowers: [refundOfReturns, stockOfReturns],
    refunded: refundedLines,
    take: (bytes, from) => parts.exchange().takeWritten(bytes, from),
    fault: (error) => fault(error, 'cancellations and returns'),
  });
  const centres = wireReturnCentre({
    ...{ ...shared, apply: returns.apply, sorted: returns.sorted },
    isActive: async (code) => (await parts.enterprises.parties(new Set([code]))).get(code)?.active === true,
  });
  return {
    ...returns,
    register: (app) => {
      returns.register(app);
      centres.register(app);
    },
  };
}

/** Who takes documents in, and is told of them after their commit: lists first, then what is done with them. */
export const withReturns = (
  lists: Pick<Lists, 'handlers' | 'papersArrived'>,
  returns: Returns,
  live: boolean,
): Pick<Lists, 'handlers' | 'papersArrived'> => ({
  // Where customs decides, cancellations and returns are its business alone.
  handlers: live ? lists.handlers : [...lists.handlers, ...returns.handlers],
  papersArrived: (papers) => {
    lists.papersArrived(papers);
    returns.papersArrived(papers);
  },
});
