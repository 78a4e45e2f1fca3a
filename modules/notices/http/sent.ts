import { kindGroups } from '../domain/event-kinds.ts';
import { type Told, toldOfBorder } from './sent-border.ts';

const list = { orderNo: 'string', ebpCode: 'string' } as const;
const listShown = { orderNo: 'D260310S01A', ebpCode: '5301363602' };
const key = { keyId: 'string', label: 'string', expiresAt: 'null', 'doneBy?': 'string' } as const;

/** By group. A test holds what is really sent to it. */
const told: Readonly<Record<string, Told>> = {
  ...toldOfBorder,
  receipt: {
    fields: {
      ...{ cursor: 'string', type: 'string', orderNo: 'null', returnStatus: 'string', returnTime: 'string' },
      ...{ 'returnInfo?': 'string', 'body?': 'object' },
    },
    example: {
      member: 'CEB622',
      data: {
        ...{ cursor: '848.13', type: 'CEB622', orderNo: 'D260310S01A', returnStatus: '800' },
        ...{ returnTime: '20260310100300786', returnInfo: '[Code:2600;Desc:放行]' },
        body: { invtNo: '86202026I000000001' },
      },
    },
  },
  list: {
    fields: {
      ...{ ...list, attempt: 'integer', 'step?': 'integer', returnStatus: 'string', tradeMode: 'string' },
      ...{ customsCode: 'string', dutiableValue: 'null', taxTotal: 'null' },
    },
    example: {
      member: 'released',
      data: {
        ...{ ...listShown, attempt: 1, returnStatus: '800', tradeMode: '9610', customsCode: '8601' },
        ...{ dutiableValue: '268.00', taxTotal: '24.39' },
      },
    },
  },
  link: {
    fields: {
      ...{ agency: 'string', messageId: 'string', root: 'string', 'tries?': 'integer', 'code?': 'string' },
    },
    example: {
      member: 'lost',
      data: {
        agency: 'customs',
        messageId: '01a20a6e-1f6d-7a50-9a6e-0e1d6d2f0c11',
        root: 'CEB621Message',
        tries: 3,
      },
    },
  },
  question: {
    fields: { ...list, 'reason?': 'string', 'answerDueAt?': 'string' },
    example: {
      member: 'asked',
      data: { ...listShown, reason: 'ASK-PAPERS', answerDueAt: '2026-03-11T10:03:00.000Z' },
    },
  },
  correction: {
    fields: {
      ...{
        requestId: 'string',
        'wish?': 'string',
        'paper?': 'string',
        'orderNo?': 'string',
        'field?': 'string',
      },
      ...{ 'ebpCode?': 'null', 'dueAt?': 'string', 'outcome?': 'string' },
    },
    example: {
      member: 'asked',
      data: {
        ...{ requestId: '01a20a6e-6f70-7150-8d99-3e4f50617283', wish: 'correct', paper: 'order' },
        ...{ orderNo: 'D260310S01A', field: 'consigneeAddress', dueAt: '2026-03-25T02:03:00.000Z' },
      },
    },
  },
  enterprise: {
    fields: {
      ...{ customsCode: 'string', 'version?': 'integer', 'state?': 'string' },
      ...{ 'subject?': 'string', 'which?': 'string', 'endsOn?': 'string', 'noticeDays?': 'integer' },
    },
    example: { member: 'registered', data: { customsCode: '5301363602', version: 1, state: 'active' } },
  },
  filing: {
    fields: { customsCode: 'string', filingId: 'string', asked: 'string', 'reasons?': 'string' },
    example: {
      member: 'returned',
      data: {
        customsCode: '5301363602',
        filingId: '01a20a6e-2b3c-7d10-8f55-9a1b2c3d4e5f',
        asked: 'change',
        reasons: '许可证号有误',
      },
    },
  },
  goods: {
    fields: { customsCode: 'string', itemNo: 'string', 'reasons?': 'string' },
    example: { member: 'approved', data: { customsCode: '5301963611', itemNo: 'TEA-357' } },
  },
  transit: {
    fields: {
      ...{
        transitNo: 'string',
        'state?': 'string',
        'direction?': 'string',
        'billNo?': 'string',
        'party?': 'string',
      },
      ...{ 'departureOffice?': 'string', 'destinationOffice?': 'string', 'note?': 'string' },
      ...{ 'alert?': 'string', 'evidence?': 'object', 'reason?': 'string' },
    },
    example: {
      member: 'departed',
      data: {
        ...{
          transitNo: '86122026Z000000001',
          state: 'on-the-road',
          direction: 'import',
          billNo: 'MB260310001',
        },
        ...{ departureOffice: '8612', destinationOffice: '8628', party: 'carrier' },
      },
    },
  },
  return: {
    fields: { ...list, returnNo: 'string', invtNo: 'string', 'reasons?': 'string' },
    example: {
      member: 'inspected',
      data: { ...listShown, returnNo: 'T20260318000000001', invtNo: '862020261000000001' },
    },
  },
  cancellation: {
    fields: { ...list, returnNo: 'string', invtNo: 'string', 'reasons?': 'string' },
    example: {
      member: 'refused',
      data: {
        ...{ ...listShown, returnNo: 'B20260318000000002', invtNo: '862020261000000001' },
        reasons: 'CANCEL-STATE',
      },
    },
  },
  delegation: {
    fields: {
      ...{ delegationId: 'string', principal: 'string', agent: 'string', kinds: 'kinds', fromDay: 'string' },
      ...{ toDay: 'string', paperNo: 'string', 'reason?': 'string' },
    },
    example: {
      member: 'accepted',
      data: {
        ...{ delegationId: '01a20a6e-3c4d-7e20-9a66-0b1c2d3e4f50', principal: '5301363602' },
        ...{ agent: '5301683614', kinds: ['list'], fromDay: '2026-03-01', toDay: '2026-12-31' },
        paperNo: 'WT-1',
      },
    },
  },
  summary: {
    fields: {
      ...{ 'sumNo?': 'string', 'declSeqNo?': 'string', 'lists?': 'integer', 'summaries?': 'integer' },
      ...{ 'month?': 'string', 'due?': 'string', 'reason?': 'string' },
    },
    example: { member: 'due', data: { month: '2026-02', due: '2026-03-16', lists: 412 } },
  },
  guarantee: {
    fields: {
      ...{ guarantor: 'string', 'paperNo?': 'string', 'amount?': 'string' },
      ...{ 'available?': 'string', 'warnBelow?': 'string' },
    },
    example: {
      member: 'low',
      data: { guarantor: '5301363602', available: '8204.5', warnBelow: '10000' },
    },
  },
  tax: {
    fields: {
      ...{ certificateNo: 'string', guarantor: 'string', total: 'string', 'dueFrom?': 'string' },
      ...{ 'dueTo?': 'string', 'bills?': 'integer', 'lateCharge?': 'string' },
      ...{ 'way?': 'string', 'paidOn?': 'string' },
    },
    example: {
      member: 'certified',
      data: {
        ...{ certificateNo: '8620202604000000017', guarantor: '5301363602', total: '1204.5' },
        ...{ dueFrom: '2026-04-02', dueTo: '2026-04-16', bills: 12 },
      },
    },
  },
  key: {
    fields: key,
    example: {
      member: 'expiring',
      data: {
        ...{ keyId: '4dd99c35-b8e0-4f57-a0b9-4f1ce977a6ad', label: 'ERP' },
        expiresAt: '2026-04-01T00:00:00.000Z',
      },
    },
  },
  certificate: {
    fields: {
      ...{ certificateId: 'string', label: 'string', 'certificateSubject?': 'string', notAfter: 'string' },
      'doneBy?': 'string',
    },
    example: {
      member: 'expiring',
      data: {
        ...{ certificateId: '01a20a6e-4d5e-7f30-8b77-1c2d3e4f5061', label: 'ERP' },
        notAfter: '2026-04-01T00:00:00.000Z',
      },
    },
  },
  webhook: {
    fields: { subscriptionId: 'string', address: 'string', label: 'string', reason: 'string' },
    example: {
      member: 'disabled',
      data: {
        ...{ subscriptionId: '01a20a6e-5e6f-7040-9c88-2d3e4f506172', address: 'https://erp.example/chama' },
        ...{ label: 'ERP', reason: 'failing' },
      },
    },
  },
};

const header = (name: string, description: string) => ({
  ...{ name, in: 'header', required: true, description },
  schema: { type: 'string' },
});

const headers = [
  header('webhook-id', 'The same on every try and on a replay: remember it, and drop what comes twice.'),
  header('webhook-timestamp', 'When this try was made, in seconds since 1970.'),
  header(
    'webhook-signature',
    '`v1,` and HMAC-SHA-256 in Base64 of id, timestamp and body joined by dots; two where the secret was just replaced.',
  ),
];

const types = {
  string: { type: 'string' },
  integer: { type: 'integer' },
  boolean: { type: 'boolean' },
  object: { type: 'object' },
  objects: { type: 'array', items: { type: 'object' } },
  null: { type: ['string', 'null'] },
  kinds: { type: 'array', items: { type: 'string' } },
} as const;

const SENT =
  ' Sent by Standard Webhooks to the addresses that `createWebhook` names. A large event comes without its long parts and with `cut`.';

/** What is sent to the addresses of enterprises, a group of events each, as OpenAPI 3.1 describes webhooks. */
export const sentWebhooks: Readonly<Record<string, object>> = Object.fromEntries(
  kindGroups.flatMap(({ group, members, text }) => {
    const { fields, example } = told[group] ?? {};
    if (!fields || !example) return [];
    const kinds = members ? { enum: members.map((one) => `${group}.${one}`) } : { pattern: '^receipt\\.CEB' };
    const value = {
      ...{ type: `${group}.${example.member}`, timestamp: '2026-03-10T02:03:00.786Z', data: example.data },
    };
    const schema = {
      type: 'object',
      required: ['type', 'timestamp', 'data'],
      properties: {
        type: { type: 'string', ...kinds },
        timestamp: { type: 'string', format: 'date-time' },
        data: dataSchema(fields),
      },
    };
    const operation = {
      ...{ operationId: `on${group.charAt(0).toUpperCase()}${group.slice(1)}`, tags: ['webhooks'] },
      ...{ summary: text.en, description: `${text.zh}。${SENT}`, parameters: headers },
      requestBody: {
        required: true,
        content: { 'application/json': { schema, examples: { sent: { summary: 'As it is sent', value } } } },
      },
      responses: {
        '2XX': { description: 'It has arrived.' },
        410: { description: 'Nobody listens here any more: the webhook is disabled.' },
        default: { description: 'It has not arrived and is sent again later; `Retry-After` is heard.' },
      },
    };
    return [[group, { post: operation }]];
  }),
);

function dataSchema(fields: Told['fields']): object {
  const properties = Object.fromEntries(
    Object.entries(fields).map(([name, type]) => [name.replace('?', ''), types[type]]),
  );
  const required = Object.keys(fields).filter((name) => !name.endsWith('?'));
  return { type: 'object', required, properties: { ...properties, cut: { type: 'boolean' } } };
}
