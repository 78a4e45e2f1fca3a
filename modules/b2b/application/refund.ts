import { Problem } from '#http';
import { record } from '#journal';
import { add, type Decimal, formatDecimal, parseDecimal, ZERO } from '#kernel';
import { parameterOn } from '#tax';
import { type DepartureRefund, departureRefund, PREREFUND_MARK } from '../domain/departure-refund.ts';
import { type Batch, type BatchLineStand, lockBatch, markClaimed } from '../storage/batches.ts';
import { type BatchKey, batchFor } from './batches.ts';
import type { B2bPorts, Doer } from './ports.ts';
import { batchState, noBatch } from './refusals.ts';

/** How the refund of a line stands; amounts in CNY, quantities in its unit, decimal texts. */
export interface LineRefund {
  readonly line: number;
  readonly gname: string;
  /** Null where the table at hand has no rate for the code. */
  readonly refundRate: string | null;
  readonly sold: string;
  readonly soldAtClaim: string | null;
  readonly claimed?: string;
  readonly prerefund?: string;
  readonly finalRefund?: string;
  readonly repay?: string;
  /** Last day to tell of sales; what is not sold by then is paid back. */
  readonly deadline?: string;
}

/** The refund of a batch on departure. */
export interface BatchRefund {
  readonly batchNo: string;
  readonly claimedOn: string | null;
  /** Mark of the pre-refund in the claim. */
  readonly mark: string;
  readonly lines: readonly LineRefund[];
  readonly total: {
    readonly claimed: string;
    readonly prerefund: string;
    readonly finalRefund: string;
    readonly repay: string;
  };
}

/** How the refund of a batch that has left stands. @throws Problem 404, 409 where it has not left */
export async function refundFor(ports: B2bPorts, key: BatchKey): Promise<BatchRefund> {
  const { batch, lines } = await batchFor(ports, key);
  if (batch.state !== 'departed') throw batchState();
  const on = batch.claimedOn ?? ports.today();
  const left = batch.departedOn ?? on;
  if (parameterOn(ports.parameters, 'export.prerefund_reconcile_by', left) === undefined)
    throw new Problem(422, 'BATCH-NO-REFUND', {
      zh: '离境即退税自2025-01-27起实行，此前出口的货物不适用（R-3.5）',
      en: 'The refund on departure began on 2025-01-27; goods that left before have none (R-3.5)',
    });
  return viewOf(ports, batch, lines, on);
}

function viewOf(ports: B2bPorts, batch: Batch, lines: readonly BatchLineStand[], on: string): BatchRefund {
  const told = lines.map((line) => ({ line, refund: refundOf(ports, line, on) }));
  const sum = (of: (refund: DepartureRefund) => Decimal | undefined): string =>
    formatDecimal(
      told.reduce((whole, { refund }) => add(whole, (refund && of(refund)) ?? ZERO), ZERO),
      2,
    );
  return {
    ...{ batchNo: batch.batchNo, claimedOn: batch.claimedOn, mark: PREREFUND_MARK },
    lines: told.map(({ line, refund }) => ({
      ...{ line: line.line, gname: line.gname, refundRate: line.refundRate },
      ...{ sold: line.sold, soldAtClaim: line.soldAtClaim },
      ...(refund ? amountsOf(refund) : {}),
    })),
    total: {
      claimed: sum(({ claimed }) => claimed),
      prerefund: sum(({ prerefund }) => prerefund?.prerefund),
      finalRefund: sum(({ prerefund }) => prerefund?.finalRefund),
      repay: sum(({ prerefund }) => prerefund?.repay),
    },
  };
}

function refundOf(ports: B2bPorts, line: BatchLineStand, on: string): DepartureRefund | undefined {
  if (line.refundRate === null) return undefined;
  return departureRefund(
    {
      quantity: parseDecimal(line.quantity),
      netPurchase: parseDecimal(line.netPurchase),
      refundRate: parseDecimal(line.refundRate),
      sold: parseDecimal(line.sold),
      soldAtClaim: line.soldAtClaim === null ? undefined : parseDecimal(line.soldAtClaim),
    },
    on,
    ports.parameters,
  );
}

function amountsOf({ claimed, prerefund }: DepartureRefund) {
  return {
    claimed: formatDecimal(claimed, 2),
    ...(prerefund
      ? {
          prerefund: formatDecimal(prerefund.prerefund, 2),
          finalRefund: formatDecimal(prerefund.finalRefund, 2),
          repay: formatDecimal(prerefund.repay, 2),
          deadline: prerefund.deadline,
        }
      : {}),
  };
}

/** Claims the refund of a batch, once: what is sold by now as ever, the rest as a pre-refund. @throws Problem 404, 409 */
export async function claimRefund(ports: B2bPorts, by: Doer, batchNo: string): Promise<BatchRefund> {
  const key = { enterprise: by.customsCode, batchNo };
  const at = ports.now();
  // Also tells whether there can be one at all.
  await refundFor(ports, key);
  await ports.database.transaction(async (client) => {
    const batch = await lockBatch(client, by.customsCode, batchNo);
    if (!batch) throw noBatch(batchNo);
    if (batch.claimedOn !== null)
      throw new Problem(409, 'BATCH-CLAIMED', {
        zh: `该批货物已于 ${batch.claimedOn} 申报退税，不得重复申报`,
        en: `Its refund was claimed on ${batch.claimedOn}; it is claimed once`,
      });
    await markClaimed(client, batch, ports.today());
    await record(client, [
      {
        ...{ at, kind: 'warehouse-refund-claimed', subject: `${by.customsCode}/${batchNo}` },
        body: { recipient: by.customsCode, batchNo, by: by.id },
      },
    ]);
  });
  return refundFor(ports, key);
}
