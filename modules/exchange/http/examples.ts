import { readFileSync } from 'node:fs';
import { CEB_NAMESPACE } from '#ceb';
import type { BodyExample } from '#http';

/** The story all examples tell; its enterprises are those of the demo day. */
const STORY = new URL('../../../contracts/samples/01-direct-purchase/', import.meta.url);

const example = (summary: string, file: string): BodyExample => ({
  summary,
  value: readFileSync(new URL(file, STORY), 'utf8'),
});

/** One message of each kind, all of one purchase. */
export const messageExamples = {
  order: example('订单 order (CEB311), sent by the platform', '01-order.xml'),
  payment: example('支付凭证 payment (CEB411), sent by the payment firm', '02-payment.xml'),
  waybill: example('运单 waybill (CEB511), sent by the carrier', '03-waybill.xml'),
  list: example('清单 import list (CEB621), sent by the declaring agent', '04-declaration.xml'),
};

/** Root element of what is handed in; its fields are in docs/messages. */
export const messageElement = {
  type: 'object',
  description:
    'One CEB message of edition 202205 in UTF-8 with 1 to 100 documents: CEB311Message, CEB411Message, CEB511Message or ' +
    'CEB621Message. Field by field: docs/messages of the project.',
  xml: { name: 'CEBnnnMessage', namespace: CEB_NAMESPACE, prefix: 'ceb' },
  properties: {
    guid: {
      type: 'string',
      minLength: 36,
      maxLength: 36,
      description: 'Of the message; the same one sent again gets the same answer.',
      xml: { attribute: true },
    },
    version: { type: 'string', minLength: 1, maxLength: 10, examples: ['1.0'], xml: { attribute: true } },
  },
  required: ['guid', 'version'],
};
