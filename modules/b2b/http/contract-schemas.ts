import { z } from 'zod';
import { cny, day, decimal, enterprise, exportNo, gcode, ownNumber, plain, threeDigits } from './schemas.ts';

const uscc = z
  .string()
  .regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/)
  .meta({ description: 'Unified social credit code.' });
const inOrder = <Shape extends z.ZodObject<{ validFrom: typeof day; validTo: typeof day }>>(shape: Shape) =>
  shape.refine(({ validFrom, validTo }) => validFrom <= validTo, {
    path: ['validTo'],
    error: 'must not be before validFrom',
  });
const contractFields = { contractNo: ownNumber, goods: plain(250), validFrom: day, validTo: day };

export const newPrincipalContract = z
  .union([
    inOrder(z.object({ ...contractFields, principal: enterprise }).strict()),
    inOrder(z.object({ ...contractFields, principalUscc: uscc, principalName: plain(100) }).strict()),
  ])
  .meta({
    id: 'NewPrincipalContract',
    description:
      'A principal registered here is named by its customs code and confirms; another by code and name.',
    examples: [
      {
        ...{ contractNo: 'AG-2026-11', principal: '5301363602', goods: '茶叶、咖啡' },
        ...{ validFrom: '2026-01-01', validTo: '2026-12-31' },
      },
    ],
  });

export const principalContract = z
  .object({
    agent: enterprise,
    ...{ contractNo: z.string(), principalUscc: z.string(), principalName: z.string() },
    principal: z.string().nullable(),
    ...{ goods: z.string(), validFrom: day, validTo: day },
    state: z.enum(['proposed', 'in-force', 'ended', 'declined']),
  })
  .meta({ id: 'PrincipalContract' });
export const principalContractsPage = z
  .object({ contracts: z.array(principalContract), next: z.string().optional() })
  .meta({ id: 'PrincipalContractsPage' });
export const principalParams = z.object({ agent: enterprise, contractNo: ownNumber });

export const newPrincipalExport = z
  .object({
    exportNo,
    contractNo: ownNumber,
    amount: cny.refine((text) => Number(text) > 0),
    exportedOn: day,
  })
  .strict()
  .meta({
    id: 'NewPrincipalExport',
    examples: [
      {
        exportNo: '860120260000000124',
        contractNo: 'AG-2026-11',
        amount: '86000.00',
        exportedOn: '2026-03-12',
      },
    ],
  });
export const principalExport = z
  .object({
    agent: enterprise,
    ...{ exportNo: z.string(), contractNo: z.string(), principalUscc: z.string() },
    ...{ principalName: z.string(), amount: z.string(), exportedOn: day },
  })
  .meta({ id: 'PrincipalExport' });
export const reportQuery = z.object({
  quarter: z
    .string()
    .regex(/^20\d\dQ[1-4]$/)
    .meta({ description: 'e.g. 2026Q1', example: '2026Q1' }),
});
export const principalReport = z
  .object({
    from: day,
    to: day,
    sums: z.array(
      z.object({
        ...{ agent: z.string(), principalUscc: z.string(), principalName: z.string() },
        exports: z.int(),
        amount: z.string().meta({ description: 'CNY.' }),
      }),
    ),
  })
  .meta({ id: 'PrincipalReport' });

const bulkFields = {
  contractNo: ownNumber,
  buyer: plain(100),
  country: threeDigits,
  gcode,
  gname: plain(250),
  unit: threeDigits,
  quantity: decimal.refine((text) => Number(text) > 0),
  tolerancePercent: z
    .string()
    .regex(/^\d{1,2}(\.\d{1,2})?$/)
    .meta({ description: 'More or less by so many percent is what was agreed.', example: '5' }),
  unitPrice: decimal,
  currency: threeDigits,
  deliverFrom: day,
  deliverTo: day,
};
export const newBulkContract = z
  .object(bulkFields)
  .strict()
  .refine(({ deliverFrom, deliverTo }) => deliverFrom <= deliverTo, {
    path: ['deliverTo'],
    error: 'must not be before deliverFrom',
  })
  .meta({
    id: 'NewBulkContract',
    examples: [
      {
        ...{ contractNo: 'SUGAR-9', buyer: 'Mandalay Example Mills', country: '106', gcode: '1701999090' },
        ...{ gname: '白砂糖', unit: '070', quantity: '500', tolerancePercent: '5', unitPrice: '3900' },
        ...{ currency: '142', deliverFrom: '2026-03-01', deliverTo: '2026-06-30' },
      },
    ],
  });
export const bulkContract = z
  .object({
    seller: enterprise,
    ...bulkFields,
    ...{ contractNo: z.string(), quantity: z.string(), tolerancePercent: z.string(), unitPrice: z.string() },
    state: z.enum(['open', 'fulfilled', 'ended-short']),
    delivered: z.string(),
    most: z.string().meta({ description: 'What may be delivered at most.' }),
    least: z.string().meta({ description: 'What is enough.' }),
  })
  .meta({ id: 'BulkContract' });
export const bulkContractsPage = z
  .object({ contracts: z.array(bulkContract), next: z.string().optional() })
  .meta({ id: 'BulkContractsPage' });
export const bulkParams = z.object({ contractNo: ownNumber });
export const bulkOfParams = z.object({ seller: enterprise, contractNo: ownNumber });
export const newDelivery = z
  .object({ exportNo, quantity: decimal.refine((text) => Number(text) > 0), deliveredOn: day })
  .strict()
  .meta({
    id: 'NewBulkDelivery',
    examples: [{ exportNo: '860120260000000130', quantity: '120', deliveredOn: '2026-03-20' }],
  });
export const bulkDetail = bulkContract
  .extend({
    deliveries: z.array(
      z.object({ exportNo: z.string(), quantity: z.string(), deliveredOn: day, total: z.string() }),
    ),
  })
  .meta({ id: 'BulkContractDetail' });
