import { z } from 'zod';
import { bilingual, finding } from '#http';

const time = z.iso.datetime();

export const kindParams = z.object({ kind: z.string().max(40) });
export const fileParams = z.object({ fileId: z.uuid() });

export const tableQuery = z.object({
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
  lang: z.enum(['zh', 'en']).default('zh').meta({ description: 'Language of the names and findings.' }),
});

const kind = z
  .object({
    kind: z.string().meta({ description: 'orders, payments, waybills, lists, goods or purchase-invoices.' }),
    name: bilingual,
    lines: z.boolean().meta({
      description:
        'Whether a document has goods lines: one row each, rows of one document next to each other with the same key.',
    }),
    key: z.array(z.string()).meta({ description: 'Fields that make the business key.' }),
    needs: z.object({ resource: z.string(), action: z.string() }).optional().meta({
      description: 'What one must be allowed besides handing in bulk files, as `may` of a session has it.',
    }),
    columns: z.array(
      z.object({
        name: z.string(),
        title: bilingual,
        part: z.enum(['head', 'line']),
        need: z.enum(['required', 'filled', 'optional']).meta({
          description: '`filled`: may be left empty, the platform then fills it in.',
        }),
        hint: bilingual,
        choices: z.int().meta({ description: 'Codes it may hold; 0 where there is no list.' }),
      }),
    ),
  })
  .meta({ id: 'BulkKind' });

export const kindsPage = z
  .object({
    kinds: z.array(kind),
    mostFileBytes: z.int(),
    mostPartBytes: z.int().meta({ description: 'Bytes of one part of an upload at most.' }),
  })
  .meta({ id: 'BulkKinds' });

// biome-ignore lint/suspicious/noControlCharactersInRegex: a name with one of them is none
const printable = /^[^\u0000-\u001f\u007f]+$/;

export const newFile = z
  .object({
    kind: z.string().max(40),
    name: z
      .string()
      .min(1)
      .max(200)
      .regex(printable)
      .meta({ description: 'Its name with extension: .csv, .tsv, .txt or .xlsx.' }),
    sizeBytes: z.int().min(1),
    acceptGood: z.boolean().optional().meta({
      description:
        'Hand the good documents in without waiting for a word, whatever is wrong with the others.',
    }),
  })
  .meta({
    id: 'NewBulkFile',
    examples: [{ kind: 'orders', name: 'july.csv', sizeBytes: 104_857, acceptGood: false }],
  });

const count = z.int().min(0);

export const bulkFile = z
  .object({
    fileId: z.uuid(),
    kind: z.string(),
    name: z.string(),
    state: z.enum(['uploading', 'reading', 'read', 'handing-in', 'done', 'unreadable', 'cancelled']).meta({
      description:
        '`read`: waits for a word, hand in or cancel. `done`: every good document has been answered. `unreadable`: see `findings`.',
    }),
    acceptGood: z.boolean(),
    sizeBytes: count,
    receivedBytes: count.meta({ description: 'The next part begins here.' }),
    readBytes: count.meta({ description: 'How far reading has come.' }),
    madeAt: time,
    changedAt: time,
    endedAt: time.optional(),
    keptUntil: time.meta({
      description: 'Then it is removed with its bad rows, unless something happens to it.',
    }),
    rows: z.object({
      read: count,
      bad: count,
      examples: count.meta({ description: 'The example of the template, passed over.' }),
    }),
    documents: z.object({
      good: count,
      bad: count,
      accepted: count,
      repeated: count.meta({ description: 'On file already with the same content.' }),
      refused: count.meta({ description: 'Good by themselves, and refused when they were handed in.' }),
    }),
    unknownColumns: z.array(z.string()),
    findings: z.array(finding).meta({ description: 'What is wrong with the file as a whole.' }),
  })
  .meta({ id: 'BulkFile' });

export const filesQuery = z.object({
  cursor: z.string().max(60).optional().meta({ description: '`next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

export const filesPage = z
  .object({ files: z.array(bulkFile), next: z.string().optional() })
  .meta({ id: 'BulkFilesPage' });

export const partHeaders = z.object({
  'upload-offset': z
    .string()
    .regex(/^\d{1,15}$/)
    .meta({ description: 'Place of the first byte of this part: `receivedBytes` of the file.' }),
});

export const received = z.object({ receivedBytes: count, state: z.string() }).meta({ id: 'BulkReceived' });

export const badQuery = z.object({
  cursor: z.coerce
    .number()
    .int()
    .min(0)
    .max(10_000_000)
    .optional()
    .meta({ description: '`next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
});

const badDocument = z
  .object({
    row: z.int().meta({ description: 'Its first row, as a spreadsheet program counts.' }),
    rows: z.int(),
    key: z.array(z.string()).meta({ description: 'Its business key, in the order of the kind’s `key`.' }),
    stage: z.enum(['reading', 'handing-in']),
    findings: z.array(
      finding.extend({
        row: z.int(),
        column: z.string().optional().meta({ description: 'Letter of the column.' }),
        heading: z.string().optional().meta({ description: 'Name of the column as it stands in the file.' }),
      }),
    ),
  })
  .meta({ id: 'BulkBadDocument' });

export const badDocuments = z
  .object({ documents: z.array(badDocument), next: z.int().optional() })
  .meta({ id: 'BulkBadDocuments' });

export type BulkKindView = z.infer<typeof kind>;
export type BulkFileView = z.infer<typeof bulkFile>;
export type BadDocumentView = z.infer<typeof badDocument>;
export type BadDocumentsPage = z.infer<typeof badDocuments>;
