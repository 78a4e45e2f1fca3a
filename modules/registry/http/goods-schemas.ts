import { z } from 'zod';
import { partyOf, people, type WhoLookup } from '#access';
import { bilingual, finding } from '#http';
import type { Queryable } from '#postgres';
import {
  type FiledGoods,
  type GoodsPorts,
  type GoodsReport,
  type GoodsView,
  goodsSeenBy,
} from '../application/goods-filings.ts';
import type { Goods } from '../domain/goods.ts';
import { photoTypes } from '../domain/photos/clean-photo.ts';

import { customsCode, day, time } from './file-schemas.ts';
import { fieldChange, findingBody } from './filing-schemas.ts';

const text = (most: number) => z.string().max(most);
const figure = (description: string) => text(30).meta({ description, examples: ['0.25'] });

export const goods = z
  .object({
    ebcCode: customsCode,
    itemNo: text(60).meta({ description: "The seller's own number." }),
    itemName: text(600),
    nameEn: text(600).optional(),
    gcode: text(20).meta({ description: 'Ten digits of the customs tariff.' }),
    gname: text(600),
    gmodel: text(1_200),
    barCode: text(40).optional().meta({ description: 'GTIN; 无 where the goods carry none.' }),
    brand: text(200).optional(),
    brandRight: text(200).optional().meta({ description: 'Paper by which the seller may sell the brand.' }),
    country: text(6).meta({ description: 'Country of origin, three digits.' }),
    unit: text(6),
    unit1: text(6).meta({ description: 'First legal unit of the tariff line.' }),
    unit1Quantity: figure('How many first legal units one `unit` holds.').optional(),
    unit2: text(6).optional(),
    unit2Quantity: figure('How many second legal units one `unit` holds.').optional(),
    price: figure('CNY a `unit`, as the seller expects to sell it.').optional(),
    emsNo: text(60).optional().meta({ description: 'Number of the bonded account book, for 1210.' }),
    itemRecordNo: text(60).optional().meta({ description: 'Number in the bonded account book, for 1210.' }),
    validFrom: day,
    validTo: day.optional(),
  })
  .meta({ id: 'Goods' });

const goodsState = z.enum(['filed', 'approved', 'returned', 'withdrawn']);

export const filedGoods = z
  .object({
    goods,
    state: goodsState,
    filedBy: z.string(),
    decidedBy: z.string().optional(),
    changedAt: time,
    photo: z
      .object({ photoId: z.uuid(), alt: z.string() })
      .optional()
      .meta({ description: 'The first of their photos.' }),
  })
  .meta({ id: 'FiledGoods' });

export const goodsPage = z
  .object({ goods: z.array(filedGoods), next: z.string().optional() })
  .meta({ id: 'GoodsPage' });

const tariffFacts = z
  .object({
    name: bilingual,
    unit1: z.string(),
    unit2: z.string().optional(),
    positive: z.enum(['yes', 'no', 'unknown']).meta({ description: 'On the positive list today.' }),
    bondedOnly: z.boolean(),
  })
  .meta({ id: 'TariffFacts', description: 'What the tariff of today says of the code.' });

const photo = z
  .object({
    photoId: z.uuid(),
    alt: z.string().meta({ description: 'What it shows, for who cannot see it.' }),
    type: z.enum(photoTypes),
    width: z.int(),
    height: z.int(),
    sizeBytes: z.int(),
    addedBy: z.string(),
    addedAt: time,
  })
  .meta({ id: 'GoodsPhoto' });

const steps = z.enum([
  ...(['import', 'file', 'approve', 'return', 'withdraw'] as const),
  ...(['photo-added', 'photo-changed', 'photo-removed'] as const),
]);

export const goodsView = filedGoods
  .extend({
    photos: z.array(photo).meta({ description: 'In the order they are shown in.' }),
    tariff: tariffFacts.optional(),
    findings: z.array(finding),
    steps: z
      .array(
        z.object({
          step: steps,
          by: z.string(),
          at: time,
          reasons: z.string().optional(),
          changes: z.array(fieldChange),
          photo: z
            .object({ photoId: z.uuid(), alt: z.string(), place: z.int().optional() })
            .optional()
            .meta({ description: 'Which photo it is about.' }),
        }),
      )
      .meta({ description: 'What was done with them, the newest first.' }),
    people,
  })
  .meta({ id: 'GoodsView' });

export const goodsFindings = z
  .object({ findings: z.array(finding), tariff: tariffFacts.optional() })
  .meta({ id: 'GoodsFindings' });

export const goodsReport = z
  .object({
    filed: z.int(),
    unchanged: z.int(),
    bad: z
      .array(z.object({ place: z.int(), itemNo: z.string(), findings: z.array(finding) }))
      .meta({ description: 'Every row that is not sound, by its place in the file, from 1.' }),
  })
  .meta({ id: 'GoodsReport' });

export const goodsQuery = z.object({
  search: z.string().max(100).optional().meta({
    description:
      'Part of a Chinese name, its reading (kafei) or first letters (kf), English, a tariff code, a GTIN.',
  }),
  ebcCode: customsCode.optional(),
  state: goodsState.optional(),
  cursor: z
    .string()
    .regex(/^.{10}_.{1,60}$/)
    .optional()
    .meta({ description: '`next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const goodsParams = z.object({ ebcCode: customsCode, itemNo: text(60) });

export const importQuery = z.object({
  accept: z.enum(['all', 'sound']).default('all').meta({
    description: '`all`: nothing is filed unless every row is sound; `sound`: the sound rows are.',
  }),
});

/** What JSON leaves out is left out of the goods, too. */
export const goodsGiven = (body: z.infer<typeof goods>): Goods => body as Goods;

export const filedBody = ({ goods: one, changedAt, ...rest }: FiledGoods): z.infer<typeof filedGoods> => ({
  ...rest,
  goods: { ...one },
  changedAt: changedAt.toISOString(),
});

const viewBody = (
  { filed, photos, tariff, findings, steps }: GoodsView,
  who: z.infer<typeof people>,
): z.infer<typeof goodsView> => ({
  people: who,
  ...filedBody(filed),
  photos: photos.map(({ addedAt, ...one }) => ({ ...one, addedAt: addedAt.toISOString() })),
  ...(tariff ? { tariff: { ...tariff } } : {}),
  findings: findings.map(findingBody),
  steps: steps.map(({ at, changes, ...step }) => ({
    ...step,
    at: at.toISOString(),
    changes: changes.map((change) => ({ ...change })),
  })),
});

export const reportBody = ({ bad, filed, unchanged }: GoodsReport): z.infer<typeof goodsReport> => ({
  ...{ filed, unchanged },
  bad: bad.map(({ findings, ...row }) => ({ ...row, findings: findings.map(findingBody) })),
});

/** What the routes of goods need. */
export interface GoodsRoutes extends GoodsPorts {
  readonly who: WhoLookup;
}

/** Goods as their reader sees them, with whoever is named in them. */
export async function goodsStory(
  ports: GoodsRoutes,
  client: Queryable,
  request: object,
  key: { readonly ebcCode: string; readonly itemNo: string },
): Promise<z.infer<typeof goodsView>> {
  const party = partyOf(request);
  const view = await goodsSeenBy(ports, client, { party }, key);
  const { filedBy, decidedBy } = view.filed;
  const named = [
    filedBy,
    decidedBy,
    ...view.steps.map(({ by }) => by),
    ...view.photos.map(({ addedBy }) => addedBy),
  ];
  return viewBody(view, await ports.who(named, party));
}
