import { z } from 'zod';
import { bilingual } from '#http';

export const day = z.iso.date().meta({ description: 'YYYY-MM-DD, in China.' });
export const time = z.iso.datetime();
export const enterprise = z
  .string()
  .regex(/^[0-9A-Z]{10}$/)
  .meta({ description: 'Customs code of an enterprise.', example: '5301963601' });
/** What JSON numbers would round: decimals are texts. */
export const decimal = z
  .string()
  .regex(/^\d{1,14}(\.\d{1,5})?$/)
  .meta({ description: 'A decimal of at most 19 digits, 5 of them after the point.', example: '12.5' });
export const cny = z
  .string()
  .regex(/^\d{1,14}(\.\d{1,2})?$/)
  .meta({ description: 'Money, two decimals.', example: '1250.00' });
export const line = z.int().min(1).max(9_999);
export const plain = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}*$/u);
/** A number its enterprise gives: letters, digits, hyphens. */
export const ownNumber = z
  .string()
  .regex(/^[0-9A-Za-z][0-9A-Za-z-]{1,29}$/)
  .meta({ description: 'A number of your own, 2 to 30 letters, digits and hyphens.' });
export const exportNo = z
  .string()
  .regex(/^[0-9A-Za-z]{4,18}$/)
  .meta({ description: 'Number of the export list or declaration.', example: '860120260000000123' });
export const gcode = z.string().regex(/^\d{10}$/);
export const threeDigits = z.string().regex(/^\d{3}$/);
export const cursor = z
  .string()
  .max(200)
  .optional()
  .meta({ description: 'Opaque: `next` of the page before.' });
export const limit = z.coerce.number().int().min(1).max(200).optional();
export const pageQuery = z.object({ cursor, limit });

const datum = z.enum([
  ...['order', 'consignee', 'goods', 'packages', 'grossWeight', 'booking', 'warehouseRegistration'],
  ...['waybill', 'receipt'],
] as ['order']);
const sourced = {
  code: z.string(),
  sentence: bilingual,
  rule: z.string(),
  source: z.string(),
  confidence: z.enum(['V', 'H', 'M', 'L', 'D']),
};

export const trade = z
  .object({
    day: day.optional().meta({ description: 'Today where it is left out.' }),
    district: z
      .string()
      .regex(/^\d{4}$/)
      .optional()
      .meta({ description: "The zone's where it is left out." }),
    shipsTo: z.enum(['buyer', 'overseas-warehouse']).optional(),
    buyer: z.enum(['firm', 'consumer']).optional(),
    contract: z
      .enum(['platform', 'offline'])
      .optional()
      .meta({ description: 'How it was, or will be, sold.' }),
    value: cny.optional().meta({ description: 'CNY of the ticket.' }),
    licence: z.boolean().optional(),
    inspection: z.boolean().optional(),
    exportDuty: z.boolean().optional(),
    refund: z.boolean().optional().meta({ description: 'Whether an export refund is wanted.' }),
    pilotZone: z.boolean().optional(),
    has: z.array(datum).max(20).optional().meta({ description: 'What customs has already.' }),
  })
  .strict()
  .meta({
    id: 'B2bTrade',
    examples: [
      {
        ...{ shipsTo: 'buyer', buyer: 'firm', contract: 'platform', value: '4800.00', licence: false },
        ...{
          inspection: false,
          exportDuty: false,
          refund: false,
          pilotZone: true,
          has: ['order', 'waybill'],
        },
      },
    ],
  });

export const recognition = z
  .object({
    day,
    verdict: z
      .enum(['9710', '9810', 'retail', 'general-trade'])
      .optional()
      .meta({ description: 'Absent while facts are missing that decide.' }),
    orderType: z.enum(['B', 'W']).optional().meta({ description: 'Of the order (CEB303).' }),
    by: z.object(sourced).optional(),
    finish: z
      .object({ route: z.string(), hsDigits: z.int(), ...sourced })
      .optional()
      .meta({ description: 'By list or by full declaration.' }),
    lacking: z
      .array(z.object({ ...sourced, remedy: bilingual }))
      .meta({ description: 'What customs must have by then and has not.' }),
    missing: z.array(z.string()).meta({ description: 'Fields of the question that would decide it.' }),
  })
  .meta({ id: 'B2bRecognition' });

const warehouseFields = {
  warehouseNo: ownNumber,
  name: plain(100),
  operator: plain(100).meta({ description: 'Who runs it abroad.' }),
  tenure: z.enum(['own', 'leased', 'third-party', 'platform']),
  country: threeDigits.meta({ description: 'Customs code of the country.', example: '119' }),
  city: plain(60),
  address: plain(200),
  areaM2: z
    .string()
    .regex(/^(?!0*(\.0*)?$)\d{1,10}(\.\d{1,2})?$/)
    .meta({ description: 'Square metres.', example: '1200' }),
  contractNo: plain(60),
  contractFrom: day,
  contractTo: day,
};

export const newWarehouse = z
  .object({
    ...warehouseFields,
    registrationNo: plain(60)
      .optional()
      .meta({ description: 'Of the registration asked for until 2024-12-14.' }),
  })
  .strict()
  .refine(({ contractFrom, contractTo }) => contractFrom <= contractTo, {
    path: ['contractTo'],
    error: 'must not be before contractFrom',
  })
  .meta({
    id: 'NewOverseasWarehouse',
    examples: [
      {
        ...{
          warehouseNo: 'VTE-01',
          name: '万象海外仓',
          operator: 'Vientiane Example Logistics',
          tenure: 'leased',
        },
        ...{ country: '119', city: 'Vientiane', address: 'Km 12, Road 13 South', areaM2: '1200' },
        ...{ contractNo: 'LEASE-2026-3', contractFrom: '2026-01-01', contractTo: '2027-12-31' },
      },
    ],
  });

export const warehouse = z
  .object({
    enterprise,
    ...warehouseFields,
    areaM2: z.string(),
    registrationNo: z.string().nullable(),
    closedOn: day.nullable(),
  })
  .meta({ id: 'OverseasWarehouse' });

export const warehousesPage = z
  .object({
    warehouses: z.array(
      warehouse.extend({
        batches: z.int(),
        linesThere: z.int().meta({ description: 'Lines of goods of which something lies there.' }),
      }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'OverseasWarehousesPage' });
export const warehouseParams = z.object({ warehouseNo: ownNumber });
