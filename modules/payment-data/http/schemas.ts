import { z } from 'zod';
import {
  goodsInfoFields,
  type PaymentDataField,
  payExchangeInfoFields,
  payExchangeInfoHeadFields,
} from '#ceb';
import { bilingual, finding } from '#http';

const instant = z.iso.datetime();

const paymentVerdict = z
  .object({
    index: z.int().meta({ description: 'Position in the call, from 0.' }),
    payTransactionId: z.string().optional(),
    orderNos: z.array(z.string()),
    verdict: z.enum(['accepted', 'repeated', 'refused']),
    findings: z.array(finding),
  })
  .meta({ id: 'PaymentVerdict' });

export const paymentsAnswer = z
  .object({
    accepted: z.int(),
    repeated: z.int(),
    refused: z.int(),
    payments: z.array(paymentVerdict),
  })
  .meta({ id: 'PaymentsAnswer', description: 'Given after everything accepted is on disk.' });

const measured = z.object({ characters: z.int(), sha256: z.string() }).meta({
  id: 'MeasuredText',
  description: 'A raw text by its length and digest; read it in full by its own route.',
});

export const paymentRecord = z
  .object({
    recordedAt: instant,
    payExchangeInfoHead: z.record(z.string(), z.string()).meta({
      description: 'The fields of the notice without the raw texts; the amount in the characters it came in.',
    }),
    initalRequest: measured,
    initalResponse: measured,
    payExchangeInfoLists: z.array(
      z.object({
        orderNo: z.string(),
        goodsInfo: z.array(z.object({ gname: z.string(), itemLink: z.string() })),
        recpAccount: z.string().meta({ description: 'Masked.' }),
        recpCode: z.string().optional(),
        recpName: z.string(),
      }),
    ),
  })
  .meta({ id: 'PaymentRecord', description: 'A raw payment record, masked.' });
export type PaymentRecord = z.infer<typeof paymentRecord>;

export const paymentRecords = z
  .object({ payments: z.array(paymentRecord), next: z.string().optional() })
  .meta({ id: 'PaymentRecords' });

export const paymentsQuery = z.object({
  orderNo: z.string().max(120).optional(),
  cursor: z.string().max(500).optional().meta({ description: '`next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

export const paymentParams = z.object({ ebpCode: z.string().max(36), payTransactionId: z.string().max(120) });

export const fullQuery = z.object({
  reason: z
    .string()
    .trim()
    .min(3)
    .max(200)
    .meta({ description: 'Why it is read in full; kept with the reader.' }),
});

const state = z.enum(['asked', 'answered', 'refused', 'overdue']);

const attempt = z
  .object({
    number: z.int(),
    beganAt: instant,
    endedAt: instant,
    certificateNumber: z.string(),
    httpStatus: z.int().optional(),
    code: z.string().optional(),
    message: z.string().optional(),
    fault: z.string().optional(),
  })
  .meta({ id: 'PaymentDataAttempt', description: 'One realTimeDataUp sent, and what came back.' });

export const paymentRequest = z
  .object({
    sessionID: z.string(),
    orderNo: z.string(),
    ebpCode: z
      .string()
      .optional()
      .meta({ description: 'Absent until it is known which platform had the order.' }),
    payTransactionId: z.string().optional(),
    state,
    askedAt: instant,
    dueAt: instant,
    settledAt: instant.optional(),
    clockOffMs: z.int().meta({ description: "How far customs' clock was ahead of ours when it asked." }),
    tries: z.int(),
    code: z.string().optional().meta({ description: "Customs' latest answer: 10000, 20000, 20001 … 21000." }),
    message: z.string().optional(),
    fault: z.string().optional().meta({
      description:
        'Why there was no answer: NO-PAYMENT (no record handed in yet), SIGNER (the key cannot be used), TIMEOUT, HTTP-STATUS, ECONNREFUSED …',
    }),
    meaning: bilingual.optional(),
    remedy: bilingual.optional(),
    attempts: z.array(attempt).meta({ description: 'Every sending; empty in lists.' }),
  })
  .meta({ id: 'PaymentDataRequest' });
export type PaymentRequest = z.infer<typeof paymentRequest>;

export const requestsPage = z
  .object({ requests: z.array(paymentRequest), next: z.string().optional() })
  .meta({ id: 'PaymentDataRequests' });
export type RequestsPage = z.infer<typeof requestsPage>;

export const requestsQuery = z.object({
  state: state.optional(),
  orderNo: z.string().max(120).optional(),
  cursor: z
    .string()
    .regex(/^\d{1,15}\..{1,256}$/)
    .optional()
    .meta({ description: '`next` of the call before.' }),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export type RequestsQuery = z.infer<typeof requestsQuery>;

export const requestParams = z.object({ sessionID: z.string().max(256) });
export const requestQuery = z.object({
  wait: z.coerce
    .number()
    .min(0)
    .max(60)
    .default(0)
    .meta({ description: 'Seconds to wait while it is open.' }),
});
export const platformParams = z.object({ ebpCode: z.string().max(36) });

/** What customs reads; the code is text and the time a number, as in the notice. */
export const openAnswer = z
  .object({ code: z.enum(['10000', '20000']), message: z.string(), serviceTime: z.int() })
  .meta({ id: 'PlatDataOpenAnswer' });

type JsonSchema = Readonly<Record<string, unknown>>;

function fieldsOf(fields: readonly PaymentDataField[]): Record<string, JsonSchema> {
  return Object.fromEntries(
    fields.map(({ name, type, zh, en, values }) => [
      name,
      type === 'N19,5'
        ? { type: 'number', description: `${zh} ${en}; kept and sent in the characters it is written in` }
        : {
            type: 'string',
            maxLength: Number(type.slice(3)),
            ...(values ? { enum: Object.keys(values) } : {}),
            description: `${zh} ${en}`,
          },
    ]),
  );
}

const required = (fields: readonly PaymentDataField[]): string[] =>
  fields.filter((field) => field.required).map(({ name }) => name);

const goods = { type: 'object', properties: fieldsOf(goodsInfoFields), required: required(goodsInfoFields) };
const order = {
  type: 'object',
  properties: { ...fieldsOf(payExchangeInfoFields), goodsInfo: { type: 'array', minItems: 1, items: goods } },
  required: [...required(payExchangeInfoFields), 'goodsInfo'],
};

const payment = {
  type: 'object',
  properties: {
    payExchangeInfoHead: {
      type: 'object',
      properties: fieldsOf(payExchangeInfoHeadFields),
      required: required(payExchangeInfoHeadFields),
    },
    payExchangeInfoLists: { type: 'array', minItems: 1, items: order },
  },
  required: ['payExchangeInfoHead', 'payExchangeInfoLists'],
};

/** A batch of payments for the description: the route reads it by itself, character by character. */
export const paymentsBody: JsonSchema = {
  type: 'object',
  properties: { payments: { type: 'array', maxItems: 500, items: payment } },
  required: ['payments'],
};

/** One payment as it was handed in; text to us, an object to who reads the description. */
export const givenPayment = z.string().meta(payment as Record<string, unknown>);

/** The form customs sends. */
export const openBody: JsonSchema = {
  type: 'object',
  properties: { openReq: { type: 'string', description: 'JSON {"orderNo","sessionID","serviceTime"}' } },
  required: ['openReq'],
};
