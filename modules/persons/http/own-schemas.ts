import { z } from 'zod';
import { paperNote } from './schemas.ts';

const said = z.object({ zh: z.string(), en: z.string() });
const parcelState = z
  .enum(['announced', 'checking', 'with-customs', 'held', 'released', 'returned', 'withdrawn'])
  .meta({ id: 'ParcelState' });
const cny = z.string().meta({ description: 'CNY, decimal.' });

export const parcelBody = z
  .object({
    number: z
      .string()
      .trim()
      .min(6)
      .max(60)
      .meta({ description: 'Order number, waybill number or list number, whole.' }),
    phone: z
      .string()
      .regex(/^\d{4}$/)
      .meta({ description: 'Last four digits of the telephone number given with the order.' }),
  })
  .meta({ id: 'ParcelQuestion', examples: [{ number: 'D260310S01A', phone: '0001' }] });

export const parcelView = z
  .object({
    state: parcelState,
    words: said,
    since: z.iso.datetime().optional(),
    platform: z.string().optional(),
    carrier: z.string().optional(),
  })
  .meta({
    id: 'ParcelView',
    examples: [
      {
        ...{ state: 'released', since: '2026-03-10T02:00:00.000Z', platform: '云品购' },
        words: { zh: '海关已放行，正在配送。', en: 'Released by customs and on its way to you.' },
      },
    ],
  });

export const identityBody = z
  .object({
    idType: z.enum(['1', '2']).meta({ description: 'As `buyerIdType`: 1 citizen ID card, 2 other.' }),
    idNumber: z.string().trim().min(4).max(60),
    name: z.string().trim().min(1).max(60),
    phone: z.string().trim().min(4).max(30),
  })
  .meta({
    id: 'IdentityClaim',
    examples: [{ idType: '1', idNumber: '53010219900307123X', name: '段誉', phone: '13800000001' }],
  });

export const identityView = z
  .object({ confirmed: z.boolean(), confirmedAt: z.iso.datetime().optional() })
  .meta({ id: 'OwnIdentity', examples: [{ confirmed: true, confirmedAt: '2026-03-10T02:00:00.000Z' }] });

const year = z.object({ year: z.number().int(), used: cny, yearlyLimit: cny });

export const allowanceView = z
  .object({ years: z.array(year).meta({ description: 'This year first.' }) })
  .meta({ id: 'OwnAllowance', examples: [{ years: [{ year: 2026, used: '1280', yearlyLimit: '26000' }] }] });

export const ownListsView = z
  .object({
    lists: z.array(
      z.object({
        ...{ orderNo: z.string(), ebpCode: z.string(), platform: z.string(), seller: z.string() },
        ...{ goods: z.string(), items: z.number().int(), value: cny, tax: cny.optional() },
        ...{ state: parcelState, words: said, receivedAt: z.iso.datetime() },
      }),
    ),
  })
  .meta({ id: 'OwnLists', examples: [{ lists: [] }] });

export const ownReturnsView = z
  .object({
    returns: z.array(
      z.object({
        ...{ returnNo: z.string(), orderNo: z.string(), platform: z.string(), seller: z.string() },
        ...{ goods: z.string(), items: z.number().int() },
        state: z
          .enum(['received', 'applied', 'accepted', 'arrived', 'inspected', 'closed', 'refused', 'withdrawn'])
          .meta({ id: 'OwnReturnState' }),
        words: said,
        ...{ appliedAt: z.iso.datetime(), movedAt: z.iso.datetime() },
        arriveBy: z.iso.date().optional().meta({ description: 'Last day for the goods to be back.' }),
        arrivedOn: z.iso.date().optional(),
        reasons: z.array(said).meta({ description: 'Why it was refused.' }),
        givenBack: z.object({ at: z.iso.datetime(), tax: cny, allowance: cny }).optional(),
      }),
    ),
  })
  .meta({ id: 'OwnReturns', examples: [{ returns: [] }] });

export const ownSendingsView = z
  .object({
    sendings: z
      .array(
        z.object({
          ...{ orderNo: z.string(), ebpCode: z.string(), agency: said, at: z.iso.datetime() },
          way: z.enum(['link', 'desk']).meta({ description: 'desk: shown to an officer of it here.' }),
          grounds: z.array(
            z.object({
              purpose: said,
              basis: z.string().meta({ description: 'The law or notice that lets the agency ask for it.' }),
              fields: z.array(
                z.object({
                  ...{ document: z.string(), field: z.string() },
                  form: z.enum(['clear', 'masked', 'digest']).meta({
                    description: 'digest: cannot be turned back, and differs from agency to agency.',
                  }),
                }),
              ),
            }),
          ),
        }),
      )
      .meta({ description: 'The latest first.' }),
  })
  .meta({ id: 'OwnSendings', examples: [{ sendings: [] }] });

export const ownDataView = z
  .object({
    madeAt: z.iso.datetime(),
    papers: z.array(
      z.object({
        ...{ paper: z.string(), orderNo: z.string(), ebpCode: z.string().optional(), sender: z.string() },
        ...{ receivedAt: z.iso.datetime(), fields: z.record(z.string(), z.string()) },
        notes: z.array(paperNote),
        keptUntil: z.iso.date().meta({ description: 'The last day its persons are kept, as things stand.' }),
      }),
    ),
    allowance: z.array(year),
    showings: z.array(
      z.object({
        ...{ kind: z.string(), number: z.string(), at: z.iso.datetime(), papers: z.array(z.string()) },
        ...{ role: z.string(), reader: z.string(), reason: z.string() },
      }),
    ),
  })
  .meta({
    id: 'OwnData',
    examples: [{ madeAt: '2026-03-10T02:00:00.000Z', papers: [], allowance: [], showings: [] }],
  });
