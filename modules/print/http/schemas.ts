import { z } from 'zod';

const kind = z.enum(['list', 'tax', 'release']).meta({
  id: 'SheetKind',
  description: 'list: the declaration list; tax: its tax, step by step; release: the note of release.',
});
const ebpCode = z.string().max(18);
/** The standard counts characters, not the halves some of them are made of. */
const orderNo = z
  .string()
  .refine((text) => [...text].length <= 60)
  .meta({ maxLength: 60 });

export const printParams = z.object({ ebpCode, orderNo, kind });

export const printRequest = z.object({ kind, lists: z.array(z.object({ ebpCode, orderNo })).min(1) }).meta({
  id: 'PrintRequest',
  examples: [{ kind: 'release', lists: [{ ebpCode: '5301363602', orderNo: 'D260310S01A' }] }],
});

export const passParams = z.object({ passNo: z.string().regex(/^HF\d{6}[IE]\d{9}$/) });

export const paperParams = z.object({ seal: z.string().max(120) });

const state = z
  .string()
  .meta({ description: 'As of a list: waiting, released …; as of a pass: made, passed …' });

export const checkedPaper = z
  .object({
    kind: z.enum(['list', 'tax', 'release', 'pass']).meta({
      description: 'A sheet of a list, or the pass of a vehicle.',
    }),
    ebpCode: ebpCode.meta({ description: 'Of a list its platform, of a pass its enterprise.' }),
    orderNo: orderNo.meta({ description: 'Of a list its order number, of a pass its own.' }),
    statusCode: z.string().meta({ description: 'As printed; of a pass its state.' }),
    taxTotal: z.string().optional().meta({ description: 'As printed; CNY.' }),
    printedAt: z.iso.datetime().meta({ description: 'To the minute.' }),
    holds: z.boolean().meta({ description: 'Whether status and tax are still what the paper says.' }),
    now: z
      .object({ invtNo: z.string().optional(), state, statusCode: z.string() })
      .optional()
      .meta({ description: 'Absent where the list is no longer on the platform.' }),
  })
  .meta({
    id: 'CheckedPaper',
    examples: [
      {
        ...{ kind: 'release', ebpCode: '5301363602', orderNo: 'D260310S01A', statusCode: '800' },
        ...{ taxTotal: '20.75', printedAt: '2026-03-10T02:10:00.000Z', holds: true },
        now: { invtNo: '530120261000000123', state: 'released', statusCode: '800' },
      },
    ],
  });
