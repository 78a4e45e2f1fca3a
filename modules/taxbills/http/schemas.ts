import { z } from 'zod';
import { bilingual, finding } from '#http';

const time = z.iso.datetime();
const day = z.iso.date().meta({ description: 'YYYY-MM-DD, in China.' });
const enterprise = z.string().meta({ description: 'Customs code of an enterprise.' });
const decimal = z.string().meta({ description: 'A decimal. CNY.', example: '45.5' });
const certificateNo = z
  .string()
  .regex(/^[0-9A-Z]{4,30}$/)
  .meta({ description: 'Number of the payment certificate (entDutyNo).', example: '8620202604000000017' });
const page = {
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
const billState = z.enum(['open', 'merged', 'paid', 'void']);
const certificateState = z.enum(['open', 'overdue', 'paid', 'void']);

export const billsQuery = z.object({
  ...page,
  state: billState.optional(),
  certificateNo: certificateNo.optional(),
});
const billFields = {
  orderNo: z.string(),
  ebpCode: enterprise,
  invtNo: z.string().optional(),
  ...{ guarantor: enterprise, agent: enterprise, customsCode: z.string() },
  tax: decimal.meta({ description: 'Assessed at release.' }),
  returned: decimal.meta({ description: 'No longer owed, as goods came back or the list went.' }),
  held: decimal.meta({ description: 'Reserved of the guarantee.' }),
  ...{ releasedAt: time, dueFrom: day, dueTo: day },
  state: billState,
  taxNo: z.string().optional(),
  toldAt: time.optional().meta({ description: 'When it was sent (CEB816).' }),
  certificateNo: z.string().optional(),
  relief: z
    .object({
      code: z.string().meta({ description: 'Row of the table of cover.' }),
      why: bilingual,
      relieved: decimal.meta({ description: 'What of the tax no cover was asked for.' }),
    })
    .optional()
    .meta({
      description: 'Where customs asked for less cover than the tax, by the credit of the guarantor.',
    }),
  differences: z
    .array(
      finding.extend({
        type: z.string().meta({ description: 'What it was found in: CEB816 or CEB818.' }),
        at: time.meta({ description: 'When that came.' }),
      }),
    )
    .meta({
      description:
        "How customs' own bill differs from this one, where customs decides; no sum is changed by it.",
    }),
};
export const billsPageSchema = z
  .object({ bills: z.array(z.object(billFields)), next: z.string().optional() })
  .meta({ id: 'TaxBills' });

export const billParams = z.object({
  ebpCode: z.string().regex(/^[0-9A-Z]{1,18}$/),
  orderNo: z.string().min(1).max(60),
});
export const billSchema = z
  .object({
    ...billFields,
    lines: z
      .array(
        z.object({
          ...{ gnum: z.string(), gcode: z.string(), taxPrice: decimal, customsTax: decimal },
          ...{ valueAddedTax: decimal, consumptionTax: decimal },
        }),
      )
      .meta({ description: 'Empty until the bill is sent.' }),
    reductions: z.array(
      z.object({
        ...{ reference: z.string(), amount: decimal, reason: z.string(), at: time },
        afterPayment: z.boolean().meta({ description: 'The tax had been paid: it is to be paid back.' }),
      }),
    ),
  })
  .meta({ id: 'TaxBill' });

export const calendarSchema = z
  .object({
    today: day,
    days: z.array(z.object({ dueTo: day, bills: z.int(), owed: decimal })),
    waiting: z.array(z.object({ guarantor: enterprise, lists: z.int(), tax: decimal })),
  })
  .meta({ id: 'TaxCalendar', description: 'What is owed by its last day, and lists that wait for cover.' });

export const certificatesQuery = z.object({ ...page, state: certificateState.optional() });
export const certificateSchema = z
  .object({
    certificateNo,
    ...{ guarantor: enterprise, customsCode: z.string(), releasedOn: day, dueFrom: day, dueTo: day },
    bills: z.int(),
    total: decimal,
    lateCharge: decimal.meta({ description: 'For being late; by today where it is not paid.' }),
    owed: decimal.meta({ description: 'Total and late charge; 0 once it is paid.' }),
    state: certificateState,
    madeAt: time,
    way: z.enum(['paid', 'drawn']).optional(),
    ...{ paidOn: day.optional(), paymentReference: z.string().optional(), settledAt: time.optional() },
  })
  .meta({ id: 'TaxCertificate' });
export const certificatesPageSchema = z
  .object({ certificates: z.array(certificateSchema), next: z.string().optional() })
  .meta({ id: 'TaxCertificates' });
export const certificateParams = z.object({ certificateNo });

export const paymentSchema = z
  .object({
    way: z
      .enum(['paid', 'drawn'])
      .meta({ description: 'Paid by the guarantor, or taken out of its guarantee.' }),
    paidOn: day,
    amount: z.string().regex(/^\d{1,14}(\.\d{1,2})?$/),
    reference: z
      .string()
      .trim()
      .min(1)
      .max(50)
      .regex(/^\P{Cc}*$/u)
      .meta({ description: 'Number of the payment at the bank or the treasury; one may pay several.' }),
  })
  .meta({
    id: 'TaxPayment',
    examples: [{ way: 'paid', paidOn: '2026-04-20', amount: '1204.5', reference: 'GK2026042000017' }],
  });

export const reconciliationSchema = z
  .object({
    guarantors: z.array(
      z.object({
        guarantor: enterprise,
        held: decimal.meta({ description: 'What bills say is reserved.' }),
        reserved: decimal.meta({ description: 'What the account says.' }),
      }),
    ),
  })
  .meta({ id: 'TaxReconciliation', description: 'Guarantors of whom bills and account differ: none.' });
