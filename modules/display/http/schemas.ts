import { z } from 'zod';

const time = z.iso.datetime();
const day = z.iso.date().meta({ description: 'YYYY-MM-DD, in China.' });
const shopId = z.uuid();
const displayNo = z
  .string()
  .regex(/^ZS\d{6}E\d{9}$/)
  .meta({
    description: 'Number of goods on display; lists that sell them name it in the note of each goods line.',
    example: 'ZS862826E000000007',
  });
const enterprise = z
  .string()
  .regex(/^[0-9A-Z]{10}$/)
  .meta({ description: 'Customs code of an enterprise.' });
const office = z
  .string()
  .regex(/^\d{4}$/)
  .meta({ description: 'Customs office, four digits.', example: '8628' });
const bookNo = z
  .string()
  .regex(/^[A-Z0-9]{6,20}$/)
  .meta({ description: 'Number of the account book (emsNo).', example: 'T5301W000001' });
const decimal = z
  .string()
  .regex(/^\d{1,14}(\.\d{1,5})?$/)
  .meta({ description: 'A decimal of at most 19 digits, 5 of them after the point.', example: '12.5' });
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^\P{Cc}*$/u);
const note = text(200);
const itemNo = z.int().min(1).max(999_999_999);
const amount = z.object({ itemNo, quantity: decimal.meta({ description: 'In the unit of the book.' }) });
const amounts = z.array(amount).min(1).max(1_000);

const cursor = z.string().max(160).optional().meta({ description: 'Opaque: `next` of the page before.' });
const limit = z.coerce.number().int().min(1).max(200).default(50);
export const pageQuery = z.object({ cursor, limit });
const state = z.enum(['made', 'out', 'closed', 'cancelled']);
export const displaysQuery = z.object({
  cursor,
  limit,
  state: state.optional(),
  overdue: z
    .enum(['true'])
    .optional()
    .meta({ description: 'Only those whose time is over and that are not accounted for.' }),
});
export const shopParams = z.object({ shopId });
export const displayParams = z.object({ displayNo });
export const countParams = z.object({ countId: z.uuid() });

export const newShop = z
  .object({ name: text(60).min(1), address: text(120).min(1), customsCode: office })
  .meta({
    id: 'NewDisplayShop',
    examples: [{ name: '昆明南屏街保税展示店', address: '昆明市五华区示例路8号', customsCode: '8628' }],
  });
export const shop = z
  .object({
    ...{ shopId, owner: enterprise, name: z.string(), address: z.string(), customsCode: office },
    state: z.enum(['proposed', 'approved', 'rejected', 'closed']),
    pickUp: z.boolean().meta({ description: 'Whether buyers may take goods away from it (R-8.6).' }),
    ...{ proposedAt: time, settledAt: time.optional(), reason: z.string() },
  })
  .meta({ id: 'DisplayShop' });
export const shopsPage = z
  .object({ shops: z.array(shop), next: z.string().optional() })
  .meta({ id: 'DisplayShops' });
export const shopVerdict = z
  .object({
    verdict: z.enum(['approved', 'rejected', 'closed']),
    pickUp: z
      .boolean()
      .optional()
      .meta({ description: 'Goods may be taken away from it; false where left out.' }),
    reason: note.optional(),
  })
  .meta({
    id: 'DisplayShopVerdict',
    examples: [{ verdict: 'approved', pickUp: true, reason: '场地与监控符合要求' }],
  });

export const newDisplay = z.object({ shopId, bookNo, grossKg: decimal, goods: amounts }).meta({
  id: 'NewDisplay',
  examples: [
    {
      ...{ shopId: '7f3a0000-0000-4000-8000-000000000001', bookNo: 'T5301W000001', grossKg: '14' },
      goods: [{ itemNo: 1, quantity: '12' }],
    },
  ],
});
const display = z
  .object({
    ...{ displayNo, shopId, owner: enterprise, bookNo, customsCode: office },
    checklistNo: z.string().meta({ description: 'The checklist on which they go out; it is put on a pass.' }),
    ...{ state, madeAt: time },
    outOn: day.optional(),
    dueOn: day.optional().meta({ description: 'Last day on display.' }),
    overdue: z.boolean(),
    prolonged: z.boolean(),
    settledAt: time.optional(),
    goods: z.array(
      z.object({
        ...{ itemNo: z.int(), gname: z.string(), unit: z.string() },
        quantity: decimal.meta({ description: 'What went out.' }),
        ...{ sold: decimal, back: decimal, returning: decimal, lost: decimal },
        there: decimal.meta({ description: 'What is there to be sold or sent back.' }),
        cover: decimal.meta({ description: 'CNY: the tax all of it would bear, reserved at the beginning.' }),
      }),
    ),
  })
  .meta({ id: 'Display' });
export const displaysPage = z
  .object({ displays: z.array(display), next: z.string().optional() })
  .meta({ id: 'Displays' });

const handOver = z.enum(['pick-up', 'courier']).meta({
  description:
    'pick-up: the buyer takes them away, where customs has approved that of the shop; courier: brought to the buyer.',
});
export const paper = z
  .object({
    paperNo: z.string().meta({ description: 'Of the checklist by which goods come back, or of the sale.' }),
    displayNo,
    kind: z.enum(['return', 'sale']),
    state: z.enum(['made', 'done', 'cancelled']),
    handOver: handOver.optional(),
    ...{ lists: z.int(), madeAt: time },
  })
  .meta({ id: 'DisplayPaper' });
export const newReturn = z
  .object({ grossKg: decimal, goods: amounts })
  .meta({ id: 'NewDisplayReturn', examples: [{ grossKg: '7', goods: [{ itemNo: 1, quantity: '6' }] }] });
export const newSale = z
  .object({
    lists: z
      .array(z.object({ ebpCode: enterprise, orderNo: text(60).min(1) }))
      .min(1)
      .max(1_000),
    handOver,
  })
  .meta({
    id: 'NewDisplaySale',
    examples: [{ lists: [{ ebpCode: '5301363602', orderNo: '20260310-0001' }], handOver: 'courier' }],
  });
export const longer = z
  .object({ dueOn: day, reason: note.optional() })
  .meta({ id: 'LongerDisplay', examples: [{ dueOn: '2026-07-31', reason: '展会延期' }] });

const countLine = z.object({ itemNo, counted: decimal });
export const newCount = z
  .object({ lines: z.array(countLine).min(1).max(1_000), note: note.optional() })
  .meta({ id: 'NewShopCount', examples: [{ lines: [{ itemNo: 1, counted: '5' }], note: '月末盘点' }] });
export const count = z
  .object({
    ...{
      countId: z.uuid(),
      displayNo,
      state: z.enum(['proposed', 'approved', 'rejected']),
      note: z.string(),
    },
    lines: z.array(z.object({ itemNo: z.int(), counted: decimal, expected: decimal })),
    ...{ proposedAt: time, settledAt: time.optional(), reason: z.string() },
  })
  .meta({ id: 'ShopCount' });
export const countVerdict = z
  .object({ verdict: z.enum(['approved', 'rejected']), reason: note.optional() })
  .meta({ id: 'ShopCountVerdict', examples: [{ verdict: 'approved', reason: '现场复核属实' }] });

export const wholeDisplay = display
  .extend({ papers: z.array(paper), counts: z.array(count) })
  .meta({ id: 'WholeDisplay' });
