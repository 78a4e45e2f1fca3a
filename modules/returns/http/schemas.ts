import { z } from 'zod';
import { finding } from '#http';

const time = z.iso.datetime();
const day = z.iso.date().meta({ description: 'YYYY-MM-DD, in China.' });
const returnNo = z
  .string()
  .regex(/^[A-Z]\d{17}$/)
  .meta({ description: 'Number the platform gave it (preNo).', example: 'T20261123000000001' });
const enterprise = z.string().meta({ description: 'Customs code of an enterprise.' });
/** What JSON numbers would round: decimals are texts. */
const decimal = z
  .string()
  .regex(/^\d{1,14}(\.\d{1,5})?$/)
  .meta({ description: 'A decimal of at most 19 digits, 5 of them after the point.', example: '2' });
const gnum = z.int().min(1).max(100).meta({ description: 'Number of the line in the list.' });
const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^\P{Cc}*$/u);
const reason = words(1_000).min(1);
const revision = z.int().min(1).meta({ description: 'As you have seen it; it grows with every step.' });

const kind = z.enum(['cancellation', 'return']).meta({
  description:
    'cancellation: a list as a whole (CEB623, CEB605); return: goods of it come back (CEB625, CEB213).',
});
const direction = z.enum(['import', 'export']).meta({ description: 'Of import or of export lists.' });
const state = z
  .enum(['received', 'applied', 'accepted', 'arrived', 'inspected', 'closed', 'refused', 'withdrawn'])
  .meta({
    description:
      'received: the rules look at it next; applied: customs decides; accepted: the goods are awaited; arrived: they wait to be looked at; inspected: tax and allowance are given back, exported goods wait for their tax; closed: done with.',
  });

const cursor = z.string().max(120).optional().meta({ description: 'Opaque: `next` of the page before.' });
export const casesQuery = z.object({
  ...{ state: state.optional(), kind: kind.optional(), direction: direction.optional() },
  orderNo: z.string().min(1).max(60).optional(),
  ...{ cursor, limit: z.coerce.number().int().min(1).max(200).default(50) },
});
export const caseParams = z.object({ returnNo });

const cause = z.enum(['unsold', 'sent-back', 'other']);
/** 已补税/未退税证明. */
const proof = z.object({ kind: z.enum(['repaid', 'not-refunded']), number: words(60).min(1) });

const caseFile = z.object({
  ...{ returnNo, direction, kind, state, revision },
  orderNo: z.string().meta({ description: 'Empty where the list of an export is not on file.' }),
  ebpCode: enterprise,
  ...{ ebcCode: enterprise, agentCode: enterprise, sender: enterprise },
  copNo: z.string(),
  invtNo: z.string(),
  customsCode: z.string(),
  tradeMode: z.string(),
  emsNo: z.string().nullable().meta({ description: 'Account book of bonded goods.' }),
  logisticsNo: z.string(),
  reason: z.string(),
  ...{ appliedAt: time, movedAt: time },
  releasedOn: day.nullable().meta({ description: 'Day of release of the list.' }),
  applyBy: day.nullable().meta({ description: 'Last day to apply (R-1.40, R-1.41).' }),
  arriveBy: day.nullable().meta({ description: 'Last day for the goods to be back (R-1.40, R-1.41).' }),
  arrivedOn: day.nullable(),
  taxFreeBy: day
    .nullable()
    .meta({ description: 'Of exported goods: last day to come back free of tax (R-1.42).' }),
  cause: cause.nullable().meta({ description: 'Of exported goods, once looked at: why they are back.' }),
  proof: proof.nullable().meta({ description: 'That no export refund is kept.' }),
  taxFree: z
    .boolean()
    .nullable()
    .meta({ description: 'Whether all exported goods came in free of tax; null while nobody has looked.' }),
  refusedFor: z.array(z.string()).meta({ description: 'Codes of findings.' }),
});

export const casesPageSchema = z
  .object({
    returns: z.array(caseFile.extend({ firstGoods: z.string().nullable(), lineCount: z.int() })),
    waiting: z.record(z.string(), z.int()).meta({ description: 'How many stand in each open state.' }),
    next: z.string().optional(),
  })
  .meta({ id: 'Returns' });

const disposition = z.enum(['resale', 'ship-back', 'destruction']);

const line = z.object({
  gnum,
  gcode: z.string(),
  gname: z.string(),
  unit: z.string(),
  ...{ quantity: decimal, bought: decimal },
  original: z.boolean().nullable().meta({ description: 'Null while nobody has looked.' }),
  saleable: z.boolean().nullable(),
  disposed: decimal.meta({ description: 'How much has gone where it was to go.' }),
  taxFree: z.boolean().nullable().meta({ description: 'Of exported goods that have been looked at.' }),
  taxedBecause: z.array(z.string()).meta({ description: 'Codes of findings.' }),
});

export const caseDetailSchema = z
  .object({
    ...{ file: caseFile, lines: z.array(line) },
    given: z
      .array(
        z.object({
          ...{
            gnum,
            kind: z.enum(['tax', 'allowance', 'weight', 'stock', 'value']),
            amount: decimal,
            ledger: z.string(),
          },
        }),
      )
      .meta({
        description:
          'What it gave back: CNY, kilograms, the unit of the book, or for the value of exported goods their currency.',
      }),
    dispositions: z.array(
      z.object({
        ...{ gnum, kind: disposition, quantity: decimal, paper: z.string(), note: z.string(), at: time },
      }),
    ),
    steps: z.array(
      z.object({
        ...{
          at: time,
          to: state,
          by: z.enum(['rules', 'sender', 'centre', 'officer', 'site']),
          note: z.string(),
        },
        findings: z.array(finding),
      }),
    ),
  })
  .meta({ id: 'ReturnDetail' });

const office = z.string().regex(/^\d{4}$/);
const wayBack = z
  .object({
    customsCode: office.optional().meta({ description: 'Office of the site they come to.' }),
    loctNo: words(10).min(1).optional().meta({ description: 'Supervised site.' }),
    logisticsNo: words(80).min(1),
    billNo: words(37).min(1).optional(),
    trafMode: z.string().length(1).optional(),
    ...{ trafName: words(100).min(1), voyageNo: words(32).min(1) },
    portCode: office.optional(),
    country: z.string().length(3).optional().meta({ description: 'Shipped from.' }),
  })
  .meta({ description: 'What is left out is as the list has it.' });

const asked = z.object({
  ...{ kind, orderNo: z.string().min(1).max(60), ebpCode: z.string().min(1).max(18), reason },
  lines: z
    .array(z.object({ gnum, quantity: decimal }))
    .max(100)
    .optional()
    .meta({ description: 'Of a return: which lines, how much of each.' }),
  exported: z
    .object({ ebcCode: z.string().min(1).max(18), wayBack: wayBack.optional() })
    .optional()
    .meta({ description: 'Of an export list: its seller, and how returned goods come back.' }),
});
export const newReturn = asked
  .refine(({ kind: what, lines = [] }) => (what === 'return') === lines.length > 0, {
    path: ['lines'],
    error: 'a return has lines, a cancellation has none',
  })
  .refine(({ kind: what, exported }) => !exported || (what === 'return') === !!exported.wayBack, {
    path: ['exported', 'wayBack'],
    error: 'goods of an export come back some way; a cancellation has none',
  })
  .meta({
    id: 'NewReturn',
    examples: [
      {
        ...{ kind: 'return', orderNo: 'DD20261123001', ebpCode: '5301960001', reason: '七日内无理由退货' },
        lines: [{ gnum: 1, quantity: '1' }],
      },
    ],
  });

/** What became of the document that was handed in. */
export const handedIn = z
  .object({
    messageId: z.uuid(),
    verdict: z.enum(['accepted', 'repeated', 'refused']),
    status: z.string(),
    info: z.string(),
    findings: z.array(finding),
  })
  .meta({ id: 'ReturnHandedIn' });

export const verdictBody = z
  .object({ revision, verdict: z.enum(['accepted', 'refused']), reason })
  .meta({ id: 'ReturnVerdict', examples: [{ revision: 2, verdict: 'accepted', reason: '货物未出区' }] });

export const arrivalBody = z
  .object({ revision, arrivedOn: day, note: words(200).optional() })
  .meta({ id: 'ReturnArrival', examples: [{ revision: 2, arrivedOn: '2026-11-25', note: '' }] });

export const inspectionBody = z
  .object({
    revision,
    lines: z
      .array(
        z.object({
          gnum,
          original: z.boolean().meta({ description: 'The goods that were sold, as they were.' }),
          saleable: z.boolean().meta({ description: 'They may be sold again.' }),
        }),
      )
      .min(1)
      .max(100),
    note: words(1_000).optional(),
    exported: z
      .object({ cause, proof: proof.optional() })
      .optional()
      .meta({ description: 'Of exported goods: why they are back, and the proof that no refund is kept.' }),
  })
  .meta({
    id: 'ReturnInspection',
    examples: [{ revision: 3, lines: [{ gnum: 1, original: true, saleable: true }], note: '' }],
  });

export const dispositionBody = z
  .object({
    ...{ revision, gnum, kind: disposition, quantity: decimal },
    paper: words(60).min(1).meta({ description: 'Number of the paper that proves it.' }),
    note: words(200).optional(),
  })
  .meta({
    id: 'ReturnDisposition',
    examples: [{ revision: 4, gnum: 1, kind: 'destruction', quantity: '1', paper: 'XH2026-001', note: '' }],
  });

export const withdrawBody = z
  .object({ revision })
  .meta({ id: 'ReturnWithdrawal', examples: [{ revision: 2 }] });
