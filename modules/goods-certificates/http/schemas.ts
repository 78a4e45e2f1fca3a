import { z } from 'zod';
import { type Agency, agencies } from '#access';
import { bilingual } from '#http';
import { certificateStates } from '../domain/states.ts';

const time = z.iso.datetime();
const day = z.iso.date().meta({ description: 'YYYY-MM-DD, in China.' });
const text = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}*$/u);
const state = z.enum(certificateStates);
const code = z.string().max(40);
const quantity = z
  .string()
  .regex(/^\d{1,14}(\.\d{1,5})?$/)
  .meta({ description: 'In declared units, where the kind is used up by quantity.', example: '100' });
const gcode = z
  .string()
  .regex(/^\d{4,10}$/)
  .meta({ description: 'Beginning of the commodity codes it covers.', example: '15042000' });
const origin = z
  .string()
  .regex(/^\d{3}$/)
  .meta({ description: 'Country of origin, three digits; any where left out.' });

export const idParams = z.object({ certificateId: z.uuid() });
export const pageQuery = z.object({
  state: state.optional(),
  agency: z
    .enum(Object.keys(agencies) as [Agency, ...Agency[]])
    .optional()
    .meta({ description: 'Agency that accepts the kind.' }),
  gcode: z
    .string()
    .regex(/^\d{2,10}$/)
    .optional()
    .meta({ description: 'Goods: a commodity code or its beginning.' }),
  cursor: z.string().max(160).optional().meta({ description: 'Opaque: `next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const certificateWish = z
  .object({
    ...{ kind: code, number: text(60), issuer: text(100), gcode, origin: origin.optional() },
    ...{ validFrom: day, validTo: day, quantity: quantity.optional() },
  })
  .meta({
    id: 'GoodsCertificateWish',
    examples: [
      {
        ...{ kind: 'HEALTH-FOOD-RECORD', number: '530000126000001', issuer: '昆明海关', gcode: '15042000' },
        ...{ validFrom: '2026-03-01', validTo: '2026-08-31' },
      },
    ],
  });

const plain = z.object({
  ...{ certificateId: z.uuid(), owner: z.string(), kind: z.string(), number: z.string(), issuer: z.string() },
  ...{ gcode: z.string(), origin: z.string().optional(), validFrom: day, validTo: day, state },
  quantity: z.string().optional(),
  used: z.string().meta({ description: 'What lists have used of the quantity.' }),
  filedAt: time,
  ...{ decidedAt: time.optional(), reason: z.string().optional() },
  paper: z.string().optional().meta({ description: 'Type of its file, where there is one.' }),
});
export const certificatesPage = z
  .object({ certificates: z.array(plain), next: z.string().optional() })
  .meta({ id: 'GoodsCertificates' });
export const certificate = plain
  .extend({
    uses: z
      .array(
        z.object({
          ...{ orderNo: z.string(), ebpCode: z.string(), attempt: z.int(), requirement: z.string() },
          agency: z.string().meta({ description: 'Agency whose requirement it answered.' }),
          recognition: z.string().meta({ description: 'Row of the table by which it counted.' }),
          ...{ quantity: z.string(), at: time, givenBackAt: time.optional() },
        }),
      )
      .meta({ description: 'Lists it answered for, the latest first, 200 at most.' }),
  })
  .meta({ id: 'GoodsCertificate' });

export const decisionWish = z
  .object({ decision: z.enum(['accepted', 'refused']), reason: text(500) })
  .meta({ id: 'GoodsCertificateDecision', examples: [{ decision: 'accepted', reason: '已核验' }] });

export const tables = z
  .object({
    kinds: z.array(
      z.object({ code, agency: z.string(), byQuantity: z.boolean(), longestDays: z.int(), name: bilingual }),
    ),
    recognitions: z.array(
      z.object({
        ...{ code, kind: code, agency: z.string(), why: bilingual },
        subject: z
          .enum(['requirement', 'ground'])
          .meta({ description: 'What it answers: a requirement, or a ground to inspect on.' }),
        requirement: z.string().meta({ description: 'Code of either.' }),
      }),
    ),
  })
  .meta({ id: 'GoodsCertificateTables' });
