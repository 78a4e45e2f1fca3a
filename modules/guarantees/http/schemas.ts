import { z } from 'zod';
import { bilingual } from '#http';

const time = z.iso.datetime();
const day = z.iso.date().meta({ description: 'YYYY-MM-DD, in China.' });
const guarantor = z
  .string()
  .regex(/^[0-9A-Z]{10}$/)
  .meta({ description: 'Customs code of the enterprise that answers for the tax (assureCode).' });
/** What JSON numbers would round: decimals are texts. */
const decimal = z.string().meta({ description: 'A decimal. CNY.', example: '1204.55' });
const given = z
  .string()
  .regex(/^\d{1,14}(\.\d{1,2})?$/)
  .meta({ description: 'CNY, at most two digits after the point.', example: '500000' });
const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^\P{Cc}*$/u);

export const pageQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const accountParams = z.object({ guarantor });
export const daysQuery = z.object({ days: z.coerce.number().int().min(1).max(366).default(90) });
export const statementQuery = z.object({
  month: z
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
    .meta({ description: 'YYYY-MM.', example: '2026-05' }),
});

export const account = z
  .object({
    guarantor,
    cover: decimal.meta({ description: 'What its guarantees in force come to.' }),
    available: decimal.meta({ description: 'What of it is free.' }),
    reserved: decimal.meta({ description: 'Tax of released lists that is open.' }),
    beyond: decimal.meta({ description: 'Open tax beyond the cover: customs released it elsewhere.' }),
    lapsing: decimal.meta({ description: 'Guarantees whose time is up while tax still stands on them.' }),
    warnBelow: decimal,
    openedAt: time,
  })
  .meta({
    id: 'GuaranteeAccount',
    examples: [
      {
        ...{ guarantor: '5301963605', cover: '500000', available: '488204.5', reserved: '11795.5' },
        ...{ beyond: '0', lapsing: '0', warnBelow: '10000', openedAt: '2026-01-05T02:00:00.000Z' },
      },
    ],
  });
export const accountsPageSchema = z
  .object({ accounts: z.array(account), next: z.string().optional() })
  .meta({ id: 'GuaranteeAccounts' });

export const warning = z
  .object({ warnBelow: given })
  .meta({ id: 'GuaranteeWarning', examples: [{ warnBelow: '20000' }] });

export const movementsPageSchema = z
  .object({
    movements: z.array(
      z.object({
        movementNo: z.string(),
        at: time,
        day,
        kind: z.enum(['TOPUP', 'LAPSE', 'RESERVE', 'VOID', 'POST']),
        cause: z.enum([
          ...(['instrument', 'lapse', 'release', 'voided', 'paid', 'drawn'] as const),
          ...(['display', 'display-freed', 'display-lost'] as const),
        ]),
        reference: z.string(),
        ...{ availableBy: decimal, reservedBy: decimal, outsideBy: decimal, beyondBy: decimal },
        ...{ availableAfter: decimal, reservedAfter: decimal },
      }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'GuaranteeMovements', description: 'The four legs of a movement come to nothing together.' });

export const daysSchema = z
  .object({ days: z.array(z.object({ day, available: decimal, reserved: decimal })) })
  .meta({ id: 'GuaranteeDays', description: 'Days on which something moved, the oldest first.' });

const balance = z.object({ available: decimal, reserved: decimal });
export const statement = z
  .object({
    guarantor,
    month: z.string(),
    opening: balance,
    lines: z.array(
      z.object({
        cause: z.string(),
        movements: z.int(),
        ...{ available: decimal, reserved: decimal, outside: decimal, beyond: decimal },
      }),
    ),
    closing: balance,
    reliefs: z
      .array(
        z.object({
          code: z.string(),
          why: bilingual,
          lists: z.int(),
          tax: decimal,
          relieved: decimal.meta({ description: 'What of the tax no cover was asked for.' }),
        }),
      )
      .meta({
        description:
          'Lists released in the month with less cover than their tax, by row of the table (R-5.7).',
      }),
  })
  .meta({ id: 'GuaranteeStatement', description: 'Opening and lines come to closing, to the cent.' });

export const differencesSchema = z
  .object({
    accounts: z.array(
      z.object({
        guarantor,
        ...{ available: decimal, availableMoved: decimal, reserved: decimal, reservedMoved: decimal },
      }),
    ),
  })
  .meta({
    id: 'GuaranteeDifferences',
    description: 'Empty where every account is the sum of its movements.',
  });

export const newInstrument = z
  .object({
    guarantor: guarantor.optional().meta({ description: 'Left out by an enterprise: its own.' }),
    kind: z.enum(['cash', 'letter', 'insurance']),
    paperNo: words(50).min(1).meta({ description: 'Number of the receipt, the letter or the policy.' }),
    issuer: words(100)
      .min(1)
      .meta({ description: 'Bank or insurer; for cash, the bank it is deposited with.' }),
    amount: given,
    validFrom: day,
    validTo: day.optional().meta({ description: 'Last day; left out where it has none.' }),
  })
  .refine(({ validFrom, validTo }) => validTo === undefined || validFrom <= validTo, {
    path: ['validTo'],
    error: 'must not be before validFrom',
  })
  .meta({
    id: 'NewGuarantee',
    examples: [
      {
        ...{ kind: 'letter', paperNo: 'BH2026-0142', issuer: '示例银行昆明分行', amount: '500000' },
        ...{ validFrom: '2026-01-01', validTo: '2026-12-31' },
      },
    ],
  });
export const instrument = z
  .object({
    instrumentId: z.uuid(),
    guarantor,
    kind: z.enum(['cash', 'letter', 'insurance']),
    ...{ paperNo: z.string(), issuer: z.string(), amount: decimal, validFrom: day, validTo: day.optional() },
    state: z.enum(['proposed', 'in-force', 'rejected', 'lapsed']),
    ...{ proposedAt: time, settledAt: time.optional(), reason: z.string() },
    own: z.boolean().meta({ description: 'Whether the caller entered it, and so cannot confirm it.' }),
  })
  .meta({ id: 'Guarantee' });
export const instrumentsPageSchema = z
  .object({ guarantees: z.array(instrument), next: z.string().optional() })
  .meta({ id: 'Guarantees' });
export const instrumentParams = z.object({ instrumentId: z.uuid() });
export const verdict = z
  .object({ verdict: z.enum(['confirm', 'reject']), reason: words(200).optional() })
  .meta({ id: 'GuaranteeVerdict', examples: [{ verdict: 'confirm' }] });
