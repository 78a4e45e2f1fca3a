import { z } from 'zod';
import { finding } from '#http';
import { CENTRE_CODES } from '../domain/finding-codes.ts';
import { parcelStates } from '../domain/parcel.ts';

const time = z.iso.datetime();
const day = z.iso.date().meta({ description: 'YYYY-MM-DD, in China.' });
const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^\P{Cc}*$/u);
const enterprise = z
  .string()
  .regex(/^[0-9A-Z]{10}$/)
  .meta({ description: 'Customs code of an enterprise.', example: '5301663615' });
const centreCode = z
  .string()
  .regex(/^[A-Z0-9]{2,18}$/)
  .meta({ description: 'Code of the centre, given by the park.', example: 'KMRC01' });
const scanned = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z-]{6,60}$/)
  .meta({
    description:
      'What the label says: number of the waybill back, or of the waybill, order or list it left by.',
    example: 'SF1234567890',
  });
const parcelNo = z
  .string()
  .regex(/^P\d{17}$/)
  .meta({ description: 'Number the platform gave the parcel.', example: 'P20261123000000001' });
const state = z.enum(parcelStates).meta({
  id: 'ReturnParcelState',
  description:
    'unidentified: kept, nobody knows its list yet; identified: to be sorted; sorted: may come back; set-apart: may not; listed: on a return; sent-back: out of the zone; destroyed.',
});
const decimal = z
  .string()
  .regex(/^\d{1,14}(\.\d{1,5})?$/)
  .meta({ description: 'A decimal of at most 19 digits, 5 of them after the point.', example: '1' });
const gnum = z.int().min(1).max(99).meta({ description: 'Number of the line in the list.' });
const revision = z.int().min(1).meta({ description: 'As you have seen it; it grows with every step.' });
const orderNo = z.string().min(1).max(60);
const ebpCode = z.string().min(1).max(18);
const cursor = z.string().max(120).optional().meta({ description: 'Opaque: `next` of the page before.' });
const limit = z.coerce.number().int().min(1).max(200).default(50);

export const centreParams = z.object({ centreCode });
export const parcelParams = z.object({ parcelNo });
export const centresQuery = z.object({ cursor, limit });
export const parcelsQuery = z.object({
  ...{ centreCode: centreCode.optional(), state: state.optional(), orderNo: orderNo.optional() },
  ...{ cursor, limit },
});

export const centreBody = z
  .object({
    ...{ nameZh: words(100).min(1), nameEn: words(100).min(1), address: words(200).min(1) },
    customsCode: z
      .string()
      .regex(/^\d{4}$/)
      .meta({ description: 'Office of customs of the zone.' }),
    owner: enterprise.meta({
      description:
        'The warehouse enterprise that keeps it; who files it answers for its credit (2021-70: not discredited).',
    }),
    openedOn: day,
    validTo: day.optional().meta({ description: 'Last day, inclusive.' }),
  })
  .meta({
    id: 'NewReturnCentre',
    examples: [
      {
        ...{ nameZh: '昆明综保区退货中心仓', nameEn: 'Return centre of Kunming bonded zone' },
        ...{ address: '综保大道1号', customsCode: '8628', owner: '5301663615', openedOn: '2026-01-01' },
      },
    ],
  });
export const centre = centreBody.extend({ centreCode }).meta({ id: 'ReturnCentre' });
export const centresPage = z
  .object({ centres: z.array(centre), next: z.string().optional() })
  .meta({ id: 'ReturnCentres' });

const parcel = z
  .object({
    ...{ parcelNo, centreCode, scanned: z.string(), state, revision },
    ...{ receivedAt: time, receivedOn: day, movedAt: time },
    ...{ orderNo: z.string().optional(), ebpCode: z.string().optional(), invtNo: z.string().optional() },
    applyBy: day.optional().meta({ description: 'Last day to hand its return in (R-1.40).' }),
    arriveBy: day.optional().meta({ description: 'Last day for its goods to be back (R-1.40).' }),
    bars: z
      .array(z.enum(CENTRE_CODES.map(({ code }) => code) as [string, ...string[]]))
      .meta({ description: 'Codes of findings: what speaks against a return of it.' }),
    splitOf: z.string().optional().meta({ description: 'The parcel it was set apart from.' }),
    returnNo: z.string().optional().meta({ description: 'The return it is on.' }),
    returnState: z.string().optional(),
    paper: z.string().optional().meta({ description: 'Number of the paper that proves how it left.' }),
  })
  .meta({ id: 'ReturnParcel' });

export const parcelsPage = z
  .object({
    parcels: z.array(parcel),
    waiting: z.record(z.string(), z.int()).meta({ description: 'How many stand in each open state.' }),
    next: z.string().optional(),
  })
  .meta({ id: 'ReturnParcels' });

export const parcelDetail = z
  .object({
    parcel,
    goods: z.array(
      z.object({
        ...{ gnum, gcode: z.string(), gname: z.string(), unit: z.string(), bought: decimal },
        quantity: decimal
          .optional()
          .meta({ description: 'What lies in this parcel; absent until it is sorted.' }),
      }),
    ),
    steps: z.array(z.object({ at: time, to: state, note: z.string() })),
  })
  .meta({ id: 'ReturnParcelDetail' });

export const scanBody = z
  .object({ scanned })
  .meta({ id: 'ReturnScan', examples: [{ scanned: 'SF1234567890' }] });
export const scanAnswer = parcelDetail
  .extend({ again: z.boolean().meta({ description: 'It had been taken in before.' }) })
  .meta({ id: 'ReturnScanned' });

export const announcementBody = z.object({ scanned, orderNo, ebpCode }).meta({
  id: 'ReturnAnnouncement',
  examples: [{ scanned: 'SF1234567890', orderNo: 'DD20261123001', ebpCode: '5301960001' }],
});
export const announcementAnswer = z
  .object({ parcelNo: parcelNo.optional().meta({ description: 'Where the parcel is there already.' }) })
  .meta({ id: 'ReturnAnnounced' });

export const identificationBody = z.object({ revision, orderNo, ebpCode }).meta({
  id: 'ReturnIdentification',
  examples: [{ revision: 1, orderNo: 'DD20261123001', ebpCode: '5301960001' }],
});

export const sortingBody = z
  .object({
    revision,
    lines: z
      .array(z.object({ gnum, fit: decimal, unfit: decimal }))
      .min(1)
      .max(99),
    note: words(200).optional(),
  })
  .meta({
    id: 'ReturnSorting',
    examples: [{ revision: 1, lines: [{ gnum: 1, fit: '1', unfit: '0' }], note: '' }],
  });

export const endBody = z
  .object({
    revision,
    way: z.enum(['sent-back', 'destroyed']),
    paper: words(60)
      .min(1)
      .meta({ description: 'Number of the waybill, or of the record of the destruction.' }),
    note: words(200).optional(),
  })
  .meta({
    id: 'ReturnParcelEnd',
    examples: [{ revision: 1, way: 'sent-back', paper: 'SF1234567899', note: '' }],
  });

export const handInBody = z
  .object({
    parcels: z.array(parcelNo).min(1).max(10),
    reason: words(500).min(1),
  })
  .meta({
    id: 'ReturnOfParcels',
    examples: [{ parcels: ['P20261123000000001'], reason: '七日内无理由退货' }],
  });
export const handedIn = z
  .object({
    messageId: z.uuid(),
    verdict: z.enum(['accepted', 'repeated', 'refused']),
    status: z.string(),
    info: z.string(),
    findings: z.array(finding),
  })
  .meta({ id: 'ReturnOfParcelsHandedIn' });
