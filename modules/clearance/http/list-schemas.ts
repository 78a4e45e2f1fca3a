import { z } from 'zod';
import { bilingual } from '#http';

/**
 * The read views of the lists as promised over HTTP: what the portal and an enterprise's own
 * programs see. Personal data leaves the house masked (name 张*, ID 530102********4321): masking is
 * the server's work, so no view ever holds the clear text. Amounts are decimal strings in CNY,
 * instants ISO 8601 with offset; documents keep the standard's own field names and spellings.
 */

export const amount = z
  .string()
  .regex(/^-?\d+(\.\d{1,5})?$/)
  .meta({ description: 'CNY, decimal text, at most 5 decimals.' });
export const instant = z.iso.datetime({ offset: true });

/** How sure we are of a rule's wording: V seen in a public page, H well known, M and L to be checked, D our design default. */
export const confidence = z.enum(['V', 'H', 'M', 'L', 'D']).meta({ id: 'Confidence' });

const listState = z.enum(['waiting', 'forwarded', 'released', 'held', 'refused', 'withdrawn']).meta({
  id: 'ListState',
  description:
    'waiting: for its papers or its turn; forwarded: customs has been asked and has not decided (申报中); held: manual review, inspection or detention; withdrawn: deleted by its sender.',
});

export const paperKind = z.enum(['order', 'payment', 'waybill', 'declaration']).meta({ id: 'PaperKind' });
export const ruleMode = z
  .enum(['live', 'watch'])
  .meta({ id: 'RuleMode', description: 'watch: reports and does not decide.' });
const importMode = z.enum(['9610', '1210']).meta({ id: 'ImportMode' });

const counts = z
  .object({
    waiting: z.int(),
    forwarded: z.int(),
    released: z.int(),
    held: z.int(),
    refused: z.int(),
    withdrawn: z.int(),
  })
  .meta({ id: 'StateCounts' });

/** GET /api/lists */
export const listsQuery = z.object({
  state: listState.optional(),
  mode: importMode.optional(),
  search: z
    .string()
    .trim()
    .max(60)
    .optional()
    .meta({ description: 'Beginning of orderNo, logisticsNo, copNo, preNo or invtNo.' }),
  office: z
    .string()
    .regex(/^\d{4}$/)
    .optional()
    .meta({ description: 'Customs office code of the declaration.' }),
  cursor: z.string().max(200).optional().meta({ description: 'Opaque: `next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const firm = z.object({ code: z.string(), name: z.string() });

export const listRow = z
  .object({
    orderNo: z.string(),
    ebpCode: z.string(),
    ebpName: z.string(),
    ebcName: z.string(),
    agentName: z.string(),
    sentByDelegate: z
      .object({ by: firm, for: firm })
      .optional()
      .meta({ description: 'Who handed it in for whom, where that was done by delegation.' }),
    copNo: z.string().optional(),
    preNo: z.string().optional(),
    invtNo: z.string().optional(),
    logisticsNo: z.string().optional(),
    tradeMode: z.string(),
    customsCode: z.string(),
    customsName: bilingual.optional(),
    state: listState,
    statusCode: z.string().meta({ description: 'Latest returnStatus: 800, 100, 300, 500, 2 …' }),
    outcome: z
      .object({ code: z.string(), zh: z.string(), en: z.string() })
      .optional()
      .meta({ description: 'The decision in a few words; absent while waiting or forwarded.' }),
    goodsValue: amount,
    taxTotal: amount.optional(),
    buyerName: z.string().meta({ description: 'Masked.' }),
    itemCount: z.int(),
    firstGoodsName: z.string(),
    receivedAt: instant,
    decidedAt: instant.optional(),
  })
  .meta({ id: 'ListRow' });

export const listsPage = z
  .object({
    lists: z.array(listRow).meta({ description: 'Newest received first.' }),
    next: z.string().optional().meta({
      description:
        'Cursor of the next page, while there is one. A filter looks through 20,000 lists a page: one may hold few or none and still have a next.',
    }),
    counts: counts.meta({
      description: 'Of the same mode, over all offices; of an enterprise: of the lists it sent.',
    }),
    now: instant.meta({ description: "The server's clock, for relative times." }),
  })
  .meta({
    id: 'ListsPage',
    examples: [
      {
        lists: [
          {
            orderNo: 'D260310S01A',
            ebpCode: '5301363602',
            ebpName: '昆明示例南亚通跨境电子商务有限公司',
            ebcName: '昆明示例滇池供应链有限公司',
            agentName: '昆明示例综保报关有限公司',
            copNo: 'C260310S01A',
            preNo: 'B20260310000000001',
            invtNo: '86202026I000000001',
            logisticsNo: 'W260310S01A',
            tradeMode: '9610',
            customsCode: '8620',
            customsName: { zh: '昆明机场', en: 'Kunming Changshui Airport Customs' },
            state: 'released',
            statusCode: '800',
            outcome: { code: '2600', zh: '放行', en: 'Released' },
            goodsValue: '400',
            taxTotal: '116.13',
            buyerName: '鲁*',
            itemCount: 1,
            firstGoodsName: '单一麦芽威士忌',
            receivedAt: '2026-03-10T02:03:00.771Z',
            decidedAt: '2026-03-10T02:03:00.786Z',
          },
        ],
        counts: { waiting: 0, forwarded: 0, released: 1, held: 0, refused: 0, withdrawn: 0 },
        now: '2026-03-10T02:03:05.000Z',
      },
    ],
  });

/** GET /api/stream: server-sent events named `list`, at most four a second, each with this as data. */
export const listChanges = z
  .object({
    lists: z.array(z.object({ ebpCode: z.string(), orderNo: z.string(), state: listState })).max(100),
    more: z.boolean().meta({ description: 'More changed than fit: read the page again.' }),
  })
  .meta({ id: 'ListChanges' });

/** GET /api/summary */
export const summaryQuery = z.object({ bucketSeconds: z.enum(['10', '60']).default('60') });

export const summary = z
  .object({
    counts,
    today: z.object({ received: z.int(), decided: z.int(), taxTotal: amount }),
    volume: z.object({
      bucketSeconds: z.int(),
      buckets: z
        .array(
          z.object({ from: instant, received: z.int(), released: z.int(), held: z.int(), refused: z.int() }),
        )
        .meta({ description: 'At most the latest 60, oldest first; an absent one is zero.' }),
    }),
    medianDecisionMs: z
      .number()
      .optional()
      .meta({ description: 'From acceptance of the list, papers all present.' }),
    rulebookVersion: z.string().optional(),
    offices: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })).meta({
      description: 'Customs offices that lists may be declared at here, from the code list of the day.',
    }),
    now: instant,
  })
  .meta({ id: 'Summary' });

export type ListRow = z.infer<typeof listRow>;
export type ListsPage = z.infer<typeof listsPage>;
export type ListChanges = z.infer<typeof listChanges>;
export type ListsQuery = z.infer<typeof listsQuery>;
export type Summary = z.infer<typeof summary>;
