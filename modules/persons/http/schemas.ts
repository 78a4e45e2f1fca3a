import { z } from 'zod';

export const listParams = z.object({ ebpCode: z.string().max(18), orderNo: z.string().max(60) });

const reason = z
  .string()
  .trim()
  .min(3)
  .max(200)
  .meta({ description: 'Why; kept with who reads, and told to the enterprise and the person concerned.' });

export const showingBody = z
  .object({ reason })
  .meta({ id: 'ShowingRequest', examples: [{ reason: '查验核对身份 inspection: identity compared' }] });

const paper = z.enum(['order', 'payment', 'waybill', 'declaration']);

export const paperNote = z
  .object({
    field: z.string(),
    value: z.string().optional().meta({ description: 'What is right.' }),
    text: z.string(),
    by: z.string().meta({ description: 'Customs code of who says so, or `operator`.' }),
    at: z.iso.datetime(),
  })
  .meta({
    id: 'PaperNote',
    description:
      'Stands beside a paper customs has decided on, which is not rewritten: what was found to be right.',
  });

export const shownPersons = z
  .object({
    papers: z.array(
      z.object({
        paper,
        sender: z.string(),
        fields: z
          .record(z.string(), z.string())
          .meta({ description: "What tells a person, in the standard's field names." }),
        notes: z.array(paperNote),
      }),
    ),
  })
  .meta({
    id: 'ShownPersons',
    examples: [
      {
        papers: [
          {
            ...{ paper: 'payment', sender: '5301680001', notes: [] },
            fields: { payerIdNumber: '53010219900307123X', payerName: '段誉' },
          },
        ],
      },
    ],
  });

export const showingsQuery = z.object({
  number: z.string().max(60).optional().meta({ description: 'Only of this order or payment.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
});

const showing = z.object({
  kind: z.enum(['list', 'payment-record', 'own-data', 'correction']),
  ebpCode: z.string(),
  number: z.string().meta({ description: 'Order number of a list, transaction number of a payment record.' }),
  at: z.iso.datetime(),
  papers: z.array(z.string()),
  role: z.string(),
  reader: z.string().meta({ description: 'Customs code of an enterprise; agency and office of an officer.' }),
  readerId: z.uuid().meta({ description: 'Of the account or key.' }),
  address: z.string().optional().meta({ description: 'Where the request came from; for auditors.' }),
  reason: z.string(),
});

export const showings = z.object({ showings: z.array(showing), next: z.string().optional() }).meta({
  id: 'Showings',
  examples: [
    {
      showings: [
        {
          ...{ kind: 'list', ebpCode: '5301363602', number: 'D260310S01A', at: '2026-03-10T02:10:00.000Z' },
          ...{ papers: ['order', 'declaration'], role: 'officer', reader: 'customs 8620' },
          ...{ readerId: '0b6d6c0e-8a5c-4f0e-9d7e-2f1f0c1f5b1a', reason: '查验核对身份' },
        },
      ],
    },
  ],
});
