import { z } from 'zod';
import { finding } from '#http';

const time = z.iso.datetime();
const day = z.iso.date().meta({ description: 'YYYY-MM-DD, in China.' });
const bookNo = z
  .string()
  .regex(/^[A-Z0-9]{6,20}$/)
  .meta({ description: 'Number of the account book (emsNo).', example: 'T5301W000001' });
const enterprise = z
  .string()
  .regex(/^[0-9A-Z]{10}$/)
  .meta({ description: 'Customs code of an enterprise.' });
const mostItems = 999_999_999;
const askedItem = z.coerce.number().int().min(1).max(mostItems);
const itemNo = z.int().min(1).max(mostItems).meta({ description: 'Number of the goods in the book.' });
/** What JSON numbers would round: decimals are texts. */
const decimal = z
  .string()
  .regex(/^\d{1,14}(\.\d{1,5})?$/)
  .meta({ description: 'A decimal of at most 19 digits, 5 of them after the point.', example: '12.5' });
const note = z
  .string()
  .trim()
  .max(200)
  .regex(/^\P{Cc}*$/u);
const reference = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^\P{Cc}*$/u)
  .meta({ description: 'Number of the paper it is written for: a line of it is written once.' });

export const newBook = z
  .object({
    bookNo,
    owner: enterprise,
    tradeMode: z.enum(['1210', '1239']),
    customsCode: z.string().regex(/^\d{4}$/),
    areaCode: z.string().regex(/^[0-9A-Z]{2,5}$/),
    areaName: z.string().trim().min(1).max(50),
    openedOn: day,
    validTo: day.meta({ description: 'Last day of the book.' }),
  })
  .refine(({ openedOn, validTo }) => openedOn <= validTo, {
    path: ['validTo'],
    error: 'must not be before openedOn',
  })
  .meta({
    id: 'AccountBook',
    examples: [
      {
        ...{
          bookNo: 'T5301W000001',
          owner: '5301361234',
          tradeMode: '1210',
          customsCode: '8628',
          areaCode: '5301',
        },
        ...{ areaName: '昆明综合保税区', openedOn: '2026-01-01', validTo: '2026-12-31' },
      },
    ],
  });

const item = z.object({
  itemNo,
  itemRecordNo: z.string().trim().min(1).max(30),
  goodsNo: z.string().trim().min(1).max(30).meta({ description: "The enterprise's article number." }),
  gcode: z.string().regex(/^\d{10}$/),
  gname: z.string().trim().min(1).max(250),
  unit: z
    .string()
    .regex(/^\d{3}$/)
    .meta({ description: 'Unit of the book, of the unit list.' }),
  unitValue: decimal.meta({ description: 'CNY a unit.' }),
});

export const newItems = z.object({ items: z.array(item).min(1).max(1_000) }).meta({
  id: 'NewBookItems',
  examples: [
    {
      items: [
        {
          ...{
            itemNo: 1,
            itemRecordNo: 'IR-0001',
            goodsNo: 'SKU-0001',
            gcode: '1901101090',
            gname: '婴幼儿配方奶粉',
          },
          ...{ unit: '142', unitValue: '180' },
        },
      ],
    },
  ],
});
export const itemsFiled = z.object({ filed: z.int(), known: z.int() }).meta({ id: 'BookItemsFiled' });

export const bookParams = z.object({ bookNo });
const cursor = z.string().max(120).optional().meta({ description: 'Opaque: `next` of the page before.' });
const limit = z.coerce.number().int().min(1).max(200).default(50);
export const pageQuery = z.object({ cursor, limit });

export const booksPage = z
  .object({ books: z.array(newBook), next: z.string().optional() })
  .meta({ id: 'AccountBooks' });

export const itemsPageSchema = z
  .object({
    items: z.array(item.extend({ stock: decimal, display: decimal, pending: decimal })),
    next: z.string().optional(),
  })
  .meta({
    id: 'BookItems',
    description:
      'stock: in the warehouse; display: out on display under guarantee; pending: set aside to leave the book.',
  });

export const expiringPage = z
  .object({
    lots: z.array(
      z.object({
        itemNo,
        gname: z.string(),
        expiresOn: day,
        quantity: decimal,
        state: z.enum(['expired', 'soon']),
      }),
    ),
  })
  .meta({ id: 'ExpiringLots', description: 'Goods that expire first are taken to have left first.' });

const cause = z.enum(['return', 'ship-back', 'destruction']).meta({
  description:
    'return: a buyer sent it back; ship-back: out of the country; destruction: under supervision. Goods come in by an entry checklist and the gate, and what lay there before the book was kept here by a count that customs approves.',
});
export const newMovements = z
  .object({
    movements: z
      .array(
        z.object({
          itemNo,
          cause,
          quantity: decimal,
          reference,
          line: z.int().min(1).max(99_999).optional().meta({ description: '1 where it is left out.' }),
          day: day.optional(),
          note: note.optional(),
          expiresOn: day.optional(),
        }),
      )
      .min(1)
      .max(1_000),
  })
  .meta({
    id: 'NewBookMovements',
    examples: [
      {
        movements: [
          {
            itemNo: 1,
            cause: 'return',
            quantity: '2',
            reference: 'R20260311-0001',
            line: 1,
            expiresOn: '2027-08-31',
          },
        ],
      },
    ],
  });
export const movementAnswers = z
  .object({
    movements: z.array(
      z.object({
        outcome: z.enum(['posted', 'repeated', 'refused']),
        stock: z.string().optional().meta({ description: 'What lies in stock now.' }),
        finding: finding.optional(),
      }),
    ),
  })
  .meta({
    id: 'BookMovementAnswers',
    description: 'In the order they were asked for; what is refused is refused alone.',
  });

export const movementsQuery = pageQuery.extend({ itemNo: askedItem.optional() });
export const movementsPageSchema = z
  .object({
    movements: z.array(
      z.object({
        movementNo: z.string(),
        at: time,
        day,
        itemNo,
        gname: z.string(),
        kind: z.enum(['IN', 'OUT', 'RETURN', 'ADJUST', 'DISPLAY', 'MOVE']),
        cause: z.string(),
        from: z.enum(['stock', 'display', 'pending']).nullable(),
        to: z.enum(['stock', 'display', 'pending']).nullable(),
        quantity: decimal,
        reference: z.string(),
        line: z.int(),
        note: z.string(),
        stockAfter: decimal,
      }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'BookMovements' });

export const itemParams = bookParams.extend({ itemNo: askedItem });
export const daysQuery = z.object({ days: z.coerce.number().int().min(1).max(366).default(90) });
export const stockDaysSchema = z
  .object({ days: z.array(z.object({ day, came: decimal, left: decimal, stock: decimal })) })
  .meta({ id: 'StockDays', description: 'Days on which something moved, the oldest first.' });

export const newTransfer = z
  .object({
    fromBook: bookNo,
    fromItem: itemNo,
    toBook: bookNo,
    toItem: itemNo,
    quantity: decimal,
    note: note.optional(),
  })
  .meta({
    id: 'NewBookTransfer',
    examples: [{ fromBook: 'T5301W000001', fromItem: 1, toBook: 'T5301W000002', toItem: 7, quantity: '24' }],
  });
export const transfer = z
  .object({
    ...{
      transferId: z.uuid(),
      fromBook: bookNo,
      fromItem: itemNo,
      toBook: bookNo,
      toItem: itemNo,
      quantity: decimal,
    },
    state: z.enum(['proposed', 'accepted', 'declined', 'withdrawn']),
    ...{
      sender: enterprise,
      receiver: enterprise,
      note: z.string(),
      proposedAt: time,
      settledAt: time.optional(),
    },
  })
  .meta({ id: 'BookTransfer' });
export const transfersPageSchema = z
  .object({ transfers: z.array(transfer), next: z.string().optional() })
  .meta({ id: 'BookTransfers' });
export const transferParams = z.object({ transferId: z.uuid() });

export const newCount = z
  .object({
    lines: z
      .array(z.object({ itemNo, counted: decimal }))
      .min(1)
      .max(1_000),
    note: note.optional(),
  })
  .meta({ id: 'NewStockCount', examples: [{ lines: [{ itemNo: 1, counted: '478' }], note: '年度盘点' }] });
export const count = z
  .object({
    countId: z.uuid(),
    bookNo,
    state: z.enum(['proposed', 'approved', 'rejected']),
    note: z.string(),
    proposedAt: time,
    settledAt: time.optional(),
    reason: z.string(),
    lines: z.array(z.object({ itemNo, counted: decimal, inBook: decimal })),
  })
  .meta({ id: 'StockCount' });
export const countsPageSchema = z
  .object({ counts: z.array(count), next: z.string().optional() })
  .meta({ id: 'StockCounts' });
export const countParams = z.object({ countId: z.uuid() });
export const countVerdict = z
  .object({ verdict: z.enum(['approved', 'rejected']), reason: note.optional() })
  .meta({ id: 'CountVerdict', examples: [{ verdict: 'approved', reason: '监盘无异议' }] });
