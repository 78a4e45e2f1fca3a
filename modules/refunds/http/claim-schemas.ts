import { z } from 'zod';
import { cursor, day, enterprise, limit, month } from './schemas.ts';

const moment = z.iso.datetime();
const claimNo = z
  .string()
  .regex(/^TS\d{12,20}$/)
  .meta({ description: 'Given by the platform.', example: 'TS202600000001' });
const state = z
  .enum(['drafted', 'handed-in', 'accepted', 'refused', 'withdrawn'])
  .meta({ id: 'RefundClaimState' });
const invtNo = z.string().regex(/^[0-9A-Za-z]{4,18}$/);
const reason = z
  .string()
  .trim()
  .min(2)
  .max(200)
  .regex(/^\P{Cc}*$/u);

export const newClaim = z
  .object({ month })
  .strict()
  .meta({ id: 'NewRefundClaim', examples: [{ month: '2026-07' }] });
export const claim = z
  .object({
    enterprise,
    ...{ claimNo: z.string(), month, state, lines: z.int() },
    net: z.string().meta({ description: 'Purchases without tax, CNY.' }),
    refund: z.string().meta({ description: 'What is asked for, CNY.' }),
    ...{ acceptedLines: z.int().optional(), acceptedRefund: z.string().optional() },
    repay: z.string().meta({ description: 'To be repaid for goods that came back, CNY (R-1.42).' }),
    ...{ draftedAt: moment, handedInAt: moment.optional(), settledAt: moment.optional() },
    reason: z.string().optional(),
  })
  .meta({ id: 'RefundClaim' });
export const claimsQuery = z.object({ state: state.optional(), cursor, limit });
export const claimsPageSchema = z
  .object({ claims: z.array(claim), next: z.string().optional() })
  .meta({ id: 'RefundClaimsPage' });
export const claimParams = z.object({ claimNo });
export const claimLinesQuery = z.object({ cursor, limit });
export const claimLines = z
  .object({
    lines: z.array(
      z.object({
        ...{ invtNo: z.string(), gnum: z.int(), entryId: z.string(), departedOn: day },
        ...{ gcode: z.string(), gname: z.string(), unit: z.string(), quantity: z.string() },
        ...{ net: z.string(), vat: z.string(), refundRate: z.string(), refund: z.string() },
        toCost: z.string().meta({ description: 'Input tax that is not refunded: part of the cost.' }),
        live: z.boolean().meta({ description: 'Whether the claim still asks for it, or got it.' }),
        refusedBecause: z.string().optional(),
      }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'RefundClaimLines' });
export const decision = z
  .union([
    z
      .object({
        verdict: z.literal('accept'),
        refused: z
          .array(z.object({ invtNo, gnum: z.int().min(1), reason }).strict())
          .max(1_000)
          .optional(),
      })
      .strict(),
    z.object({ verdict: z.literal('refuse'), reason }).strict(),
  ])
  .meta({
    id: 'RefundClaimDecision',
    description:
      'Accepted but for lines that are refused, or refused as a whole; what is refused may be claimed again.',
    examples: [{ verdict: 'accept', refused: [] }],
  });
