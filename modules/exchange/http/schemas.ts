import { z } from 'zod';
import { finding } from '#http';

const outcome = z
  .object({
    state: z.enum([
      ...['waiting', 'forwarded', 'released', 'held', 'refused', 'withdrawn'],
      ...['concluded', 'cancelled', 'closed'],
    ] as const),
    returnStatus: z.string().meta({ description: 'CEB622 returnStatus: 800, 100, 300, 500 …' }),
    returnInfo: z.string(),
    invtNo: z.string().optional(),
  })
  .meta({ id: 'ListOutcome', description: 'What became of a list within the time the caller waited.' });

/** The outcome of one list as far as it is known. */
export type ListOutcome = z.infer<typeof outcome>;

const documentAnswer = z
  .object({
    index: z.int().meta({ description: 'Position in the message, from 0.' }),
    key: z.record(z.string(), z.string()).meta({ description: 'Business key, e.g. orderNo and ebpCode.' }),
    verdict: z.enum(['accepted', 'repeated', 'refused']),
    status: z
      .string()
      .meta({ description: 'returnStatus of the receipt: 120, 2, or a negative code of the standard.' }),
    info: z.string(),
    findings: z.array(finding),
    outcome: outcome.optional(),
  })
  .meta({ id: 'DocumentAnswer' });

export const messageAnswer = z
  .object({
    messageId: z.string(),
    root: z.string(),
    guid: z.string(),
    accepted: z.int(),
    repeated: z.int(),
    refused: z.int(),
    findings: z.array(finding).optional().meta({
      description:
        'What was found of the message as a whole and is not held against it: its signature, while signatures are only reported.',
    }),
    documents: z.array(documentAnswer),
  })
  .meta({
    id: 'MessageAnswer',
    description: 'Given after everything accepted is on disk.',
    examples: [
      {
        messageId: '01a20a54-4e5c-7a41-9c1d-6f2b7c0d9e12',
        root: 'CEB621Message',
        guid: 'CF74B3CA-2409-4819-A056-BF005A3989F8',
        ...{ accepted: 1, repeated: 0, refused: 0 },
        documents: [
          {
            index: 0,
            key: { orderNo: 'D260310S01A', ebpCode: '5301363602' },
            verdict: 'accepted',
            status: '2',
            info: '清单新增申报成功[7B4C913C-7D56-4B24-A4F8-9CCCB2490CE3][电商企业编码：5301963605订单编号：D260310S01A]',
            findings: [],
            outcome: {
              state: 'released',
              returnStatus: '800',
              returnInfo: '[Code:2600;Desc:放行]',
              invtNo: '86202026I000000016',
            },
          },
        ],
      },
    ],
  });

export const refusedMessage = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    instance: z.string(),
    code: z.string(),
    zh: z.string(),
    en: z.string(),
    messageId: z.string(),
    findings: z.array(finding),
  })
  .meta({
    id: 'RefusedMessage',
    description: 'A message kept as evidence but not taken in; a CEB900 receipt says so too.',
    examples: [
      {
        type: '/docs/problems/MESSAGE-REFUSED',
        title: 'The message is not taken in; it is kept with its findings',
        status: 422,
        instance: 'urn:chama:request:4e1a37e6-3a0f-4b0e-9a39-6d1f5d7e1c55',
        code: 'MESSAGE-REFUSED',
        zh: '报文未被接收，原文已留存，见 findings',
        en: 'The message is not taken in; it is kept with its findings',
        messageId: '01a20a56-8959-7203-a7de-d0b8184f2f41',
        findings: [
          {
            code: 'CEB-DOCTYPE',
            level: 'structure',
            path: '',
            message: {
              zh: '第 2 行第 1 列：不接受文档类型声明 DOCTYPE',
              en: 'Line 2, column 1: A document type declaration (DOCTYPE) is refused',
            },
            remedy: {
              zh: '报文须是 UTF-8 编码、格式良好的 XML，不含 DOCTYPE 和自定义实体',
              en: 'Send well-formed XML in UTF-8 without DOCTYPE and without entities of its own',
            },
          },
        ],
      },
    ],
  });

export const messageQuery = z.object({
  wait: z.coerce
    .number()
    .min(0)
    .max(60)
    .default(0)
    .meta({ description: 'Seconds to wait for the outcome of the lists in the message.' }),
});

export const receiptsQuery = z.object({
  cursor: z
    .string()
    .regex(/^\d{1,19}\.\d{1,18}$/)
    .optional()
    .meta({ description: '`next` of the call before; without it from the first receipt.' }),
  limit: z.coerce.number().int().min(1).max(5000).default(500),
  wait: z.coerce
    .number()
    .min(0)
    .max(60)
    .default(0)
    .meta({ description: 'Seconds to wait for the first receipt.' }),
  type: z
    .string()
    .regex(/^CEB\d{3}$/)
    .optional()
    .meta({ description: 'Only receipts of this type, e.g. CEB622.' }),
});

const receipt = z
  .object({
    cursor: z.string(),
    type: z.string(),
    orderNo: z.string().nullable(),
    returnStatus: z.string(),
    returnTime: z.string().meta({ description: 'YYYYMMDDhhmmssSSS, China time.' }),
    returnInfo: z.string(),
    body: z.record(z.string(), z.string().or(z.array(z.record(z.string(), z.string())))).meta({
      description:
        "The receipt's other fields; of a message with items, the items under the name of their element.",
    }),
  })
  .meta({ id: 'Receipt' });

export const receiptsPage = z
  .object({
    receipts: z.array(receipt),
    next: z.string().optional().meta({ description: 'Cursor for the next call.' }),
  })
  .meta({
    id: 'ReceiptsPage',
    examples: [
      {
        receipts: [
          {
            cursor: '848.13',
            type: 'CEB622',
            orderNo: 'D260310S01A',
            returnStatus: '800',
            returnTime: '20260310100300786',
            returnInfo: '[Code:2600;Desc:放行]',
            body: {
              guid: '7B4C913C-7D56-4B24-A4F8-9CCCB2490CE3',
              customsCode: '8620',
              ebpCode: '5301363602',
              ebcCode: '5301963605',
              agentCode: '5301683614',
              copNo: 'C260310S01A',
              preNo: 'B20260310000000001',
              invtNo: '86202026I000000001',
            },
          },
        ],
        next: '848.13',
      },
    ],
  });

/** The same receipts as messages of the standard; text to us, an element to who reads the description. */
export const receiptMessages = z.string().meta({
  type: 'object',
  xml: { name: 'Receipts' },
  examples: [
    `<?xml version="1.0" encoding="UTF-8"?>
<Receipts next="848.13">
<CEB622Message guid="7B4C913C-7D56-4B24-A4F8-9CCCB2490CE3" version="1.0" xmlns="http://www.chinaport.gov.cn/ceb"><InventoryReturn><guid>7B4C913C-7D56-4B24-A4F8-9CCCB2490CE3</guid><customsCode>8620</customsCode><ebpCode>5301363602</ebpCode><ebcCode>5301963605</ebcCode><agentCode>5301683614</agentCode><copNo>C260310S01A</copNo><preNo>B20260310000000001</preNo><invtNo>86202026I000000001</invtNo><returnStatus>800</returnStatus><returnTime>20260310100300786</returnTime><returnInfo>[Code:2600;Desc:放行]</returnInfo></InventoryReturn></CEB622Message>
</Receipts>
`,
  ],
});
