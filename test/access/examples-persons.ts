import { owner } from './callers.ts';
import type { Example } from './example.ts';

const json = (body: object) => ({ body: JSON.stringify(body), type: 'application/json' });

const lastDigits = (order: string): string => /<ceb:consigneeTelephone>[^<]*(\d{4})</.exec(order)?.[1] ?? '';

/** What is asked about persons. @param orderMessage the order as it was sent, which names its consignee */
export function personsExamples(orderNo: string, orderMessage: string): Readonly<Record<string, Example>> {
  return {
    'POST /api/lists/:ebpCode/:orderNo/persons': {
      url: `/api/lists/${owner}/${orderNo}/persons`,
      ...json({ reason: 'checking' }),
      ...{ good: 200, foreign: 404 },
    },
    'POST /api/parcels': { ...json({ number: orderNo, phone: lastDigits(orderMessage) }), good: 200 },
    // Let in, and told that no paper names them, and to say first who they are.
    'POST /api/me/identity': {
      ...json({ idType: '1', idNumber: '5301', name: '某人', phone: '13800000000' }),
      good: 422,
    },
    'GET /api/me/allowance': { good: 409 },
    'GET /api/me/lists': { good: 409 },
    'GET /api/me/data': { good: 409 },
  };
}
