import { z } from 'zod';
import { paperKinds, sides } from '../domain/kinds.ts';

const instant = z.iso.datetime();
const day = z.iso.date();
const firm = z.object({ code: z.string(), name: z.string() });

export const kindParams = z.object({ kind: z.enum(paperKinds) });

/** The same filter for a page and for an export. */
const filter = {
  side: z
    .enum(sides)
    .optional()
    .meta({
      description:
        'How the enterprise stands to the documents: sent: handed in by it; principal: handed in for it by its delegate; platform, seller: named ' +
        'as such in orders others handed in. Left out: the first of these that has any.',
    }),
  search: z.string().trim().min(1).max(60).optional().meta({
    description:
      'Beginning of a number, or part of the name of a firm or of goods. Order numbers are found among all, the rest among the newest 20,000.',
  }),
  from: day.optional().meta({ description: 'First day of receipt, Beijing time.' }),
  to: day.optional().meta({ description: 'Last day of receipt, included.' }),
  deleted: z.enum(['yes', 'no']).optional().meta({ description: 'Only deleted documents, or none of them.' }),
};

export const pageQuery = z.object({
  ...filter,
  skip: z.coerce.number().int().min(0).max(1_000_000).default(0).meta({
    description: 'Documents passed over, counted from the newest: what lies under a place of a long table.',
  }),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});

export const exportQuery = z.object({
  ...filter,
  format: z.enum(['csv', 'xlsx']).default('csv'),
  language: z.enum(['zh', 'en']).default('zh').meta({ description: 'Of the head line.' }),
});

const paperRow = z
  .object({
    key: z.string().meta({ description: 'Tells rows of one kind apart.' }),
    orderNo: z.string(),
    number: z
      .string()
      .optional()
      .meta({ description: "The document's own number: of the payment, or of the waybill." }),
    firms: z.array(firm).meta({ description: 'The firms it names, the one it belongs to first.' }),
    amount: z
      .string()
      .optional()
      .meta({ description: 'Decimal text: paid for the order, paid, or the freight.' }),
    currency: z.string(),
    person: z.string().optional().meta({ description: 'Buyer, payer or consignee; masked.' }),
    goods: z.string().optional().meta({ description: 'What the first goods line or the waybill says.' }),
    itemCount: z.int(),
    receivedAt: instant,
    status: z.string().meta({ description: 'Status of the latest receipt to it.' }),
    deleted: z.boolean(),
    sender: z.string(),
    sentFor: z.string().optional().meta({ description: 'Customs code of whom a delegate handed it in for.' }),
  })
  .meta({ id: 'PaperworkRow' });

export const paperworkPage = z
  .object({
    side: z.enum(sides).meta({ description: 'The side that is shown.' }),
    sides: z.array(z.enum(sides)).meta({ description: 'Sides there are of this kind.' }),
    rows: z.array(paperRow),
    total: z.int().meta({ description: 'How many there are, counted up to 200,000.' }),
    among: z.int().optional().meta({
      description: 'The search went through so many of the newest; absent where it went through all.',
    }),
    now: instant,
  })
  .meta({ id: 'PaperworkPage' });

/** A page of the portal as its address names it. */
const page = z
  .string()
  .regex(/^\/[a-z][a-z/-]{0,39}$/)
  .meta({ example: '/orders' });
const search = z
  .string()
  .max(1_000)
  .meta({ description: 'Search part of the address.', example: 'side=seller&search=D2603' });

export const filtersQuery = z.object({ page });
export const filterParams = z.object({ filterId: z.uuid() });

export const newFilter = z
  .object({
    page,
    name: z.string().trim().min(1).max(60),
    search,
    shared: z.boolean().meta({ description: 'Shown to colleagues of the same enterprise.' }),
  })
  .meta({ id: 'NewSavedFilter' });

export const savedFilter = z
  .object({
    filterId: z.uuid(),
    page,
    name: z.string(),
    search,
    shared: z.boolean(),
    mine: z.boolean().meta({ description: 'Only what is mine can be changed or removed.' }),
    savedAt: instant,
  })
  .meta({ id: 'SavedFilter' });

export const savedFilters = z.object({ filters: z.array(savedFilter) }).meta({ id: 'SavedFilters' });

export const attention = z
  .object({
    items: z.array(
      z.object({
        kind: z.string().meta({
          description: 'What it is about, e.g. lists-refused; unknown ones may be left out by a reader.',
          example: 'lists-refused',
        }),
        count: z.int(),
        since: instant.optional(),
      }),
    ),
    now: instant,
  })
  .meta({ id: 'Attention' });

export type PageQuery = z.infer<typeof pageQuery>;
export type ExportQuery = z.infer<typeof exportQuery>;
export type PaperRow = z.infer<typeof paperRow>;
export type PaperworkPage = z.infer<typeof paperworkPage>;
export type NewFilter = z.infer<typeof newFilter>;
export type SavedFilterView = z.infer<typeof savedFilter>;
