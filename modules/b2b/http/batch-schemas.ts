import { z } from 'zod';
import { finding } from '#http';
import {
  cny,
  cursor,
  day,
  decimal,
  enterprise,
  exportNo,
  gcode,
  limit,
  line,
  ownNumber,
  plain,
  threeDigits,
  time,
} from './schemas.ts';

const positive = decimal.refine((text) => Number(text) > 0, { error: 'must be above zero' });

const bookedLine = z.object({
  line,
  goodsNo: plain(60),
  gcode,
  gname: plain(250),
  unit: threeDigits.meta({ description: 'Of the unit list.' }),
  quantity: positive,
  netPurchase: cny.meta({ description: 'CNY without VAT, of the whole line.' }),
});

export const newBatch = z
  .object({
    batchNo: ownNumber.meta({ description: 'Number of the booking (订仓单号), your own.' }),
    warehouseNo: ownNumber,
    consignee: plain(100),
    packages: z.int().min(1).max(999_999),
    grossWeight: positive.meta({ description: 'Kilograms.' }),
    plannedOn: day,
    sellerKind: z.enum(['trader', 'factory']),
    lines: z.array(bookedLine).min(1).max(500),
  })
  .strict()
  .refine(({ lines }) => new Set(lines.map((one) => one.line)).size === lines.length, {
    path: ['lines'],
    error: 'each line number once',
  })
  .meta({
    id: 'NewWarehouseBooking',
    examples: [
      {
        ...{
          batchNo: 'BK-2026-001',
          warehouseNo: 'VTE-01',
          consignee: 'Vientiane Example Trading',
          packages: 12,
        },
        ...{ grossWeight: '340', plannedOn: '2026-03-12', sellerKind: 'trader' },
        lines: [
          {
            ...{ line: 1, goodsNo: 'SKU-8', gcode: '0902303100', gname: '普洱茶饼', unit: '035' },
            ...{ quantity: '300', netPurchase: '24000.00' },
          },
        ],
      },
    ],
  });

const batchFields = {
  enterprise,
  batchNo: z.string(),
  warehouseNo: z.string(),
  consignee: z.string(),
  packages: z.int(),
  grossWeight: z.string(),
  plannedOn: day,
  sellerKind: z.enum(['trader', 'factory']),
  state: z.enum(['booked', 'departed', 'cancelled']),
  bookedAt: time,
  exportNo: z.string().nullable(),
  departedOn: day.nullable(),
  claimedOn: day.nullable(),
};
export const batch = z.object(batchFields).meta({ id: 'WarehouseBooking' });
export const batchesPage = z
  .object({ batches: z.array(batch), next: z.string().optional() })
  .meta({ id: 'WarehouseBookingsPage' });
export const batchesQuery = z.object({ cursor, limit, warehouseNo: ownNumber.optional() });

export const batchDetail = z
  .object({
    ...batchFields,
    lines: z.array(
      bookedLine.extend({
        ...{ quantity: z.string(), netPurchase: z.string() },
        refundRate: z.string().nullable(),
        soldAtClaim: z.string().nullable(),
        ...{
          transit: z.string(),
          warehouse: z.string(),
          sold: z.string(),
          returned: z.string(),
          lost: z.string(),
        },
      }),
    ),
  })
  .meta({ id: 'WarehouseBookingDetail' });

export const batchParams = z.object({ batchNo: ownNumber });
export const batchOfParams = z.object({ enterprise, batchNo: ownNumber });

export const departure = z
  .object({ exportNo, on: day })
  .strict()
  .meta({ id: 'WarehouseDeparture', examples: [{ exportNo: '860120260000000123', on: '2026-03-12' }] });

export const newStockMovements = z
  .object({
    movements: z
      .array(
        z
          .object({
            line,
            kind: z.enum(['receive', 'sell', 'return', 'lose', 'lose-in-transit']),
            quantity: positive,
            reference: plain(60).meta({ description: 'Number of the paper: a thing is told once.' }),
            day,
            proof: plain(300).optional().meta({ description: 'Of a sale: where its proof is found.' }),
            amount: cny.optional().meta({ description: 'Of a sale: what it brought.' }),
            currency: threeDigits.optional().meta({ description: 'Customs code of the currency.' }),
          })
          .strict()
          .refine(
            ({ kind, proof, amount, currency }) =>
              kind !== 'sell' || (proof !== undefined && amount !== undefined && currency !== undefined),
            { path: ['proof'], error: 'a sale needs proof, amount and currency' },
          ),
      )
      .min(1)
      .max(500),
  })
  .strict()
  .meta({
    id: 'NewStockMovements',
    examples: [
      {
        movements: [
          { line: 1, kind: 'receive', quantity: '300', reference: 'GRN-7', day: '2026-03-20' },
          {
            ...{ line: 1, kind: 'sell', quantity: '120', reference: 'SO-881', day: '2026-04-02' },
            ...{ proof: 'https://shop.example/orders/881', amount: '2400.00', currency: '502' },
          },
        ],
      },
    ],
  });

export const stockAnswers = z
  .object({
    movements: z.array(
      z.object({ outcome: z.enum(['posted', 'repeated', 'refused']), finding: finding.optional() }),
    ),
  })
  .meta({ id: 'StockMovementAnswers' });

export const stockMovementsPage = z
  .object({
    movements: z.array(
      z.object({
        ...{ movementNo: z.string(), at: time, day, line: z.int() },
        kind: z.enum(['depart', 'receive', 'sell', 'return', 'lose', 'lose-in-transit']),
        ...{ quantity: z.string(), reference: z.string(), proof: z.string().nullable() },
        ...{ amount: z.string().nullable(), currency: z.string().nullable() },
      }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'StockMovementsPage' });

const amounts = { claimed: z.string(), prerefund: z.string(), finalRefund: z.string(), repay: z.string() };
export const batchRefund = z
  .object({
    batchNo: z.string(),
    claimedOn: day.nullable(),
    mark: z.string().meta({ description: 'Business type of the pre-refund in the claim.' }),
    lines: z.array(
      z.object({
        ...{ line: z.int(), gname: z.string(), refundRate: z.string().nullable() },
        ...{ sold: z.string(), soldAtClaim: z.string().nullable() },
        ...{ claimed: z.string().optional(), prerefund: z.string().optional() },
        ...{ finalRefund: z.string().optional(), repay: z.string().optional() },
        deadline: day.optional().meta({ description: 'Last day to tell of sales.' }),
      }),
    ),
    total: z.object(amounts),
  })
  .meta({ id: 'DepartureRefund' });
