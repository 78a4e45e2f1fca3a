import { readFileSync } from 'node:fs';
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
