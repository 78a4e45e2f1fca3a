import { z } from 'zod';
import { bilingual } from '#http';
import { CONDITIONS, type ConditionCode } from '../domain/eligibility.ts';
import { forms, mostLines } from '../domain/invoice.ts';

export const day = z.iso.date().meta({ description: 'YYYY-MM-DD, in China.' });
const moment = z.iso.datetime();
export const enterprise = z
  .string()
  .regex(/^[0-9A-Z]{10}$/)
  .meta({ description: 'Customs code of an enterprise.', example: '5301963601' });
const decimal = z
  .string()
  .regex(forms.decimal)
  .meta({ description: 'A decimal of at most 19 digits, 5 of them after the point.', example: '12.5' });
const cny = z.string().regex(forms.cny).meta({ description: 'Money, two decimals.', example: '1250.00' });
const plain = (most: number) => z.string().trim().min(1).max(most).regex(forms.text);
const number = (most: number) =>
  z
    .string()
    .regex(/^[0-9A-Za-z][0-9A-Za-z/-]*$/)
    .min(2)
    .max(most);
const threeDigits = z.string().regex(/^\d{3}$/);
export const month = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
  .meta({ description: 'Month in China in which the goods left, YYYY-MM.', example: '2026-07' });
export const cursor = z
  .string()
  .max(300)
  .optional()
  .meta({ description: 'Opaque: `next` of the page before.' });
export const limit = z.coerce.number().int().min(1).max(200).default(50);
export const pageQuery = z.object({ cursor, limit });
const route = z.enum(['refund', 'exempt', 'taxed']).meta({
  id: 'ExportTaxRoute',
  description: 'Refund; exempt without invoice; taxed as a home sale.',
});
const conditionCode = z.enum(Object.keys(CONDITIONS) as [ConditionCode, ...ConditionCode[]]);

const firmFields = {
  kind: z.enum(['trader', 'factory']).meta({
    description: 'A trading firm is refunded by its purchases, a factory by exempt, credit, refund (R-3.2).',
  }),
  generalTaxpayer: z.boolean(),
  refundFilingNo: number(30).optional().meta({ description: 'Of its filing for export refund.' }),
  zoneRegistered: z.boolean().meta({ description: 'Registered in the pilot zone (R-3.3).' }),
  smallFirm: z.boolean().meta({ description: 'A small low-profit firm (R-3.4).' }),
};
export const newFirm = z
  .object(firmFields)
  .strict()
  .meta({
    id: 'NewExportTaxFirm',
    examples: [
      {
        ...{ kind: 'trader', generalTaxpayer: true, refundFilingNo: 'KM2026-118', zoneRegistered: true },
        smallFirm: true,
      },
    ],
  });
export const firm = z
  .object({
    enterprise,
    ...firmFields,
    refundFilingNo: z.string().optional(),
    toldAt: moment,
    confirmedAt: moment.optional().meta({ description: 'Absent until the tax bureau has confirmed it.' }),
  })
  .meta({ id: 'ExportTaxFirm' });
export const firmsPageSchema = z
  .object({ firms: z.array(firm), next: z.string().optional() })
  .meta({ id: 'ExportTaxFirmsPage' });
export const firmParams = z.object({ enterprise });
export const confirming = z
  .object({ toldAt: moment.meta({ description: 'As it was looked at.' }) })
  .strict()
  .meta({ id: 'ConfirmExportTaxFirm', examples: [{ toldAt: '2026-07-02T03:00:00.000Z' }] });

const rate = z.string().regex(forms.rate);
const invoiceLine = z
  .object({
    line: z.int().min(1).max(9_999),
    gname: plain(250).meta({
      description: 'As it stands in the export list: that is how they are matched (R-3.2).',
    }),
    unit: threeDigits.meta({ description: 'Code of the unit, as in the export list.' }),
    quantity: decimal.refine((text) => Number(text) > 0),
    net: cny.meta({ description: 'Without tax, CNY.' }),
    vat: cny.meta({ description: 'The tax, CNY.' }),
    vatRate: rate.meta({ description: 'As a share.', example: '0.13' }),
  })
  .strict();
const invoice = z
  .object({
    invoiceNo: number(30),
    invoicedOn: day,
    sellerUscc: z
      .string()
      .regex(forms.sellerUscc)
      .meta({ description: 'Unified social credit code of the seller.' }),
    sellerName: plain(100),
    lines: z.array(invoiceLine).min(1).max(mostLines),
  })
  .strict();
export const newInvoices = z
  .object({ invoices: z.array(invoice).min(1).max(100) })
  .strict()
  .meta({
    id: 'NewPurchaseInvoices',
    examples: [
      {
        invoices: [
          {
            ...{ invoiceNo: '26532000000012345678', invoicedOn: '2026-07-01' },
            ...{ sellerUscc: '91530100MA6EXAMP10', sellerName: '勐海示例茶厂' },
            lines: [
              {
                ...{ line: 1, gname: '普洱茶（熟茶）', unit: '011', quantity: '100' },
                ...{ net: '6000.00', vat: '780.00', vatRate: '0.13' },
              },
            ],
          },
        ],
      },
    ],
  });
export const invoicesFiled = z
  .object({
    filed: z.int(),
    repeated: z.int().meta({ description: 'On file already, with the same contents.' }),
    backed: z.int().meta({ description: 'Lines of exports that invoices cover now and did not before.' }),
  })
  .meta({ id: 'PurchaseInvoicesFiled' });
export const invoicesPageSchema = z
  .object({
    invoices: z.array(
      z.object({
        enterprise,
        ...{
          invoiceNo: z.string(),
          invoicedOn: day,
          sellerName: z.string(),
          net: z.string(),
          vat: z.string(),
        },
        lines: z.int(),
        usedUp: z.int().meta({ description: 'Lines of it that back exports with all they bought.' }),
      }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'PurchaseInvoicesPage' });

const receiptFields = { reference: number(40), receivedOn: day, currency: threeDigits, amount: cny };
export const newReceipt = z
  .union([
    z.object({ ...receiptFields, month }).strict(),
    z
      .object({
        ...receiptFields,
        invtNos: z
          .array(z.string().regex(/^[0-9A-Za-z]{4,18}$/))
          .min(1)
          .max(5_000),
      })
      .strict(),
  ])
  .meta({
    id: 'NewForeignExchangeReceipt',
    description:
      'Covers the lists of a month, or those named, of its currency that no other receipt covers; they cost no more than its amount.',
    examples: [
      {
        ...{ reference: 'BOC-2026-0718', receivedOn: '2026-07-18', currency: '502', amount: '28400.00' },
        month: '2026-07',
      },
    ],
  });
export const receipt = z
  .object({
    ...{ reference: z.string(), receivedOn: day, currency: z.string(), amount: z.string() },
    lines: z.int().meta({ description: 'Lines it covers now.' }),
    sameCurrency: z
      .string()
      .meta({ description: 'What they cost, in its own currency; what came back not counted.' }),
  })
  .meta({ id: 'ForeignExchangeReceipt' });

const condition = z.object({
  code: conditionCode,
  sentence: bilingual,
  rule: z.string(),
  source: z.string(),
  confidence: z.enum(['V', 'H', 'M', 'L', 'D']),
});
export const linesQuery = z.object({
  month,
  route: route.optional(),
  cursor,
  limit,
});
export const lines = z
  .object({
    lines: z.array(
      z.object({
        enterprise,
        ...{ invtNo: z.string(), gnum: z.int(), departedOn: day },
        claimBy: day.optional().meta({ description: 'Last day to claim its refund (R-3.1).' }),
        ...{ tradeMode: z.string(), gcode: z.string(), gname: z.string(), unit: z.string(), qty: z.string() },
        returned: z.string().meta({ description: 'What of it came back.' }),
        ...{ currency: z.string(), price: z.string(), totalPrice: z.string() },
        refundRate: z.string().optional().meta({ description: 'Share on the day of departure.' }),
        entryId: z.string().optional().meta({ description: 'The summary declaration it stands in.' }),
        fxReference: z.string().optional(),
        hasInvoice: z.boolean(),
        invoices: z.array(z.string()).meta({ description: 'Numbers of the invoices that back it.' }),
        ...{ net: z.string().optional(), vat: z.string().optional(), refund: z.string().optional() },
        claimNo: z.string().optional(),
        route,
        lacksForRefund: z.array(conditionCode),
        lacksForExemption: z.array(conditionCode),
      }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'ExportTaxLines' });
export const monthQuery = z.object({ month });
export const picture = z
  .object({
    month,
    routes: z.array(z.object({ route, lines: z.int(), claimed: z.int() })),
    missing: z
      .array(condition.extend({ lines: z.int() }))
      .meta({ description: 'What keeps lines from refund, with how many; a line may lack several.' }),
    claimable: z.object({ lines: z.int(), net: z.string(), refund: z.string() }),
    claimBy: day.optional().meta({ description: 'The first of the last days to claim what is not claimed.' }),
    conditions: z.array(condition).meta({ description: 'What the codes of lines say.' }),
  })
  .meta({ id: 'ExportTaxPicture' });
