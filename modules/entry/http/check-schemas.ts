import { z } from 'zod';
import { taxView } from '#clearance';
import { finding } from '#http';

export const fieldName = z.string().regex(/^[A-Za-z]\w{0,40}$/);
export const fields = z.record(fieldName, z.string().max(3_000));

export const paperKind = z.enum(['order', 'payment', 'waybill', 'declaration']);

export const keptFields = z.record(fieldName, z.enum(['self', 'order']));

export const documentToCheck = z
  .object({
    kind: paperKind.meta({ description: 'CEB311, 411, 511 or 621.' }),
    head: fields.meta({
      description:
        "Fields by the standard's names. What can have one value only, `guid`, `appTime` and `appStatus` may be left out; `appType` 2 says that it is to be a change.",
    }),
    items: z.array(fields).max(99).optional().meta({ description: 'Goods lines in their order.' }),
    keep: keptFields.optional().meta({
      description:
        'Fields that tell of a person and are not written, but taken over: `self` from the document on file under the same number, `order` from the order. Who may see these.',
    }),
  })
  .meta({
    id: 'DocumentToCheck',
    examples: [
      {
        kind: 'payment',
        head: {
          orderNo: 'D260310S01A',
          ebpCode: '5301363602',
          amountPaid: '516.13',
          payTime: '20260310091600',
        },
        items: [],
      },
    ],
  });

const placedFinding = finding
  .extend({
    part: z.enum(['head', 'line', 'whole']),
    line: z.int().optional().meta({ description: 'Place of the goods line, from 0.' }),
    field: z.string().optional(),
    consequence: z.enum(['refused', 'returned', 'review', 'advice']).meta({
      description:
        'If it is handed in so: refused, it is not taken in; returned, its list is sent back; review, an officer looks at it; advice, nothing.',
    }),
  })
  .meta({ id: 'PlacedFinding' });

export const checkedDocument = z
  .object({
    findings: z.array(placedFinding),
    compared: z.array(paperKind).meta({
      description:
        'Papers on file it was compared with: only for who is a party of the purchase, as others learn that by declaring.',
    }),
    tax: taxView.optional().meta({
      description:
        "Of a list: the tax as its papers have it. The buyer's allowance and the risk are not looked at.",
    }),
  })
  .meta({ id: 'CheckedDocument' });

export type DocumentToCheck = z.infer<typeof documentToCheck>;
export type CheckedDocument = z.infer<typeof checkedDocument>;
