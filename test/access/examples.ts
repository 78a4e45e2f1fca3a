import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../architecture/tree.ts';
import { sampleFolders } from '../scenarios/folders.ts';
import { owner } from './callers.ts';
import { type Example, json, noMessage } from './example.ts';
import { accountExamples } from './examples-accounts.ts';
import { agencyExamples } from './examples-agencies.ts';
import { b2bExamples } from './examples-b2b.ts';
import { bondedExamples } from './examples-bonded.ts';
import { bulkExamples } from './examples-bulk.ts';
import { consentExamples } from './examples-consents.ts';
import { deskExamples } from './examples-desk.ts';
import { displayExamples } from './examples-display.ts';
import { exportTaxExamples } from './examples-export-tax.ts';
import { exportExamples } from './examples-exports.ts';
import { gateExamples } from './examples-gate.ts';
import { goodsCertificateExamples } from './examples-goods-certificates.ts';
import { inspectionExamples } from './examples-inspections.ts';
import { moneyExamples } from './examples-money.ts';
import { personsExamples } from './examples-persons.ts';
import { registryExamples } from './examples-registry.ts';
import { returnCentreExamples } from './examples-return-centre.ts';
import { returnsExamples } from './examples-returns.ts';
import { samplingExamples } from './examples-sampling.ts';
import { summaryExamples } from './examples-summaries.ts';
import { transitExamples } from './examples-transit.ts';

/** What is on file of the owner, and what is asked for with it. */
export interface OnFile {
  readonly orderNo: string;
  readonly orderMessage: string;
  readonly payment: string;
  readonly payTransactionId: string;
  readonly sessionID: string;
  readonly sandboxSession: string;
  readonly ownerKey: string;
  readonly webhookId: string;
  readonly delegationId: string;
  /** Account of a member of the owner. */
  readonly memberId: string;
  readonly keyId: string;
}

const form = { body: 'openReq=%7B%7D', type: 'application/x-www-form-urlencoded' };

/** Of what moves over the border beside the papers. */
const borderExamples = (): Readonly<Record<string, Example>> => ({
  ...b2bExamples(),
  ...exportTaxExamples(),
  ...bondedExamples(),
  ...exportExamples(),
  ...gateExamples(),
  ...samplingExamples,
  ...displayExamples(),
  ...goodsCertificateExamples(),
  ...moneyExamples(),
  ...summaryExamples(),
  ...returnsExamples(),
  ...returnCentreExamples(),
});

/** An example of every route that takes more than its address, by method and address. */
export function examples(file: OnFile): Readonly<Record<string, Example>> {
  const payment = `/api/payment-records/${owner}/${file.payTransactionId}`;
  const addressed = { good: 200, foreign: 404 };
  return {
    'POST /api/messages': { body: file.orderMessage, type: 'application/xml', good: 200, foreign: 403 },
    'GET /api/lists/:ebpCode/:orderNo': { url: `/api/lists/${owner}/${file.orderNo}`, ...addressed },
    ...borderExamples(),
    ...papers(file.orderNo),
    'POST /api/payment-records': { ...json(`{"payments":[${file.payment}]}`), good: 200 },
    'GET /api/payment-records/:ebpCode/:payTransactionId': { url: payment, ...addressed },
    'GET /api/payment-records/:ebpCode/:payTransactionId/full': {
      url: `${payment}/full?reason=checking`,
      ...addressed,
    },
    ...personsExamples(file.orderNo, file.orderMessage),
    'GET /api/payment-data/requests/:sessionID': {
      url: `/api/payment-data/requests/${file.sessionID}`,
      ...addressed,
    },
    'POST /payment-data/platDataOpen': { ...form, good: 200 },
    'POST /payment-data/:ebpCode/platDataOpen': {
      ...{ ...form, url: `/payment-data/${owner}/platDataOpen` },
      good: 200,
    },
    'GET /api/links/:agency/dispatches': { url: '/api/links/customs/dispatches?state=lost', good: 200 },
    'GET /api/links/:agency/answers': { url: '/api/links/customs/answers', good: 200 },
    'GET /api/links/:agency/unreadable': { url: '/api/links/customs/unreadable', good: 200 },
    // Let in, and told that there is no such message.
    'POST /api/links/:agency/dispatches/:messageId/replay': {
      url: `/api/links/customs/dispatches/${noMessage}/replay`,
      good: 404,
    },
    ...status,
    ...paperwork,
    // Let in, and told that there is no such edition.
    'GET /api/rulebooks/:edition': { url: '/api/rulebooks/000000000000', good: 404 },
    ...webhooks(file.webhookId),
    ...notifications,
    ...delegations(file.delegationId),
    ...registryExamples(),
    ...transitExamples(file.orderNo),
    ...inspectionExamples(),
    ...bulkExamples(),
    ...deskExamples(file.orderNo),
    ...consentExamples(file.orderNo),
    ...keysOf(file.keyId),
    'POST /api/session': { ...json({ key: file.ownerKey }), good: 200, ends: true },
    'DELETE /api/session': { good: 200, ends: true },
    ...accountExamples(file.memberId),
    ...agencyExamples(),
    'POST /sandbox/enterprises': { ...json({ name: '云南示例商贸有限公司' }), good: 201 },
    'GET /sandbox/samples/:type': { url: '/sandbox/samples/CEB311?number=D1', good: 200 },
    // Let in, and told what is wrong with the key.
    'POST /sandbox/signatures': { ...json({ message: '<a/>', privateKey: '', certificate: '' }), good: 422 },
    'POST /sandbox/payment-data/requests': {
      ...json({ url: 'http://127.0.0.1:1/', orderNo: 'D1' }),
      good: 200,
    },
    'GET /sandbox/payment-data/requests/:sessionID': {
      url: `/sandbox/payment-data/requests/${file.sandboxSession}`,
      ...addressed,
    },
    'POST /sandbox/payment-data/realTimeDataUpload': { ...form, good: 200 },
    'GET /*': { url: '/lists/a/b', good: 200 },
    'GET /docs/static/index.html': { good: 302 },
    'GET /docs/problems/:code': { url: '/docs/problems/RATE-LIMIT', good: 200 },
    'GET /docs/static/*': { url: '/docs/static/swagger-ui.css', good: 200 },
    ...builtPortal(),
  };
}

function papers(orderNo: string): Readonly<Record<string, Example>> {
  const addressed = { good: 200, foreign: 404 };
  return {
    'GET /api/lists/:ebpCode/:orderNo/history': {
      url: `/api/lists/${owner}/${orderNo}/history`,
      ...addressed,
    },
    // Its reader has seen another version: its owner is told so, another enterprise that there is no such list.
    'POST /api/lists/:ebpCode/:orderNo/withdrawal': {
      ...{ url: `/api/lists/${owner}/${orderNo}/withdrawal`, good: 412, foreign: 404 },
      ...json({ seen: noMessage, reason: 'typed wrong' }),
    },
    'GET /api/lists/:ebpCode/:orderNo/print/:kind': {
      url: `/api/lists/${owner}/${orderNo}/print/list`,
      ...addressed,
    },
    'POST /api/papers': {
      ...json({ kind: 'list', lists: [{ ebpCode: owner, orderNo: orderNo }] }),
      ...addressed,
    },
    // Let in, and told that it is no paper of this platform.
    'GET /api/papers/:seal': { url: '/api/papers/AAAA~BBBB', good: 404 },
  };
}

const status: Readonly<Record<string, Example>> = {
  'POST /api/status/incidents': {
    ...json({ level: 'slow', word: { zh: '试。', en: 'A try.' } }),
    good: 201,
  },
  // Let in, and told that there is none.
  'POST /api/status/incidents/:incidentId/words': {
    url: `/api/status/incidents/${noMessage}/words`,
    ...json({ word: { zh: '试。', en: 'A try.' } }),
    good: 404,
  },
};

const paperwork: Readonly<Record<string, Example>> = {
  'GET /api/forms/:kind': { url: '/api/forms/order', good: 200 },
  'POST /api/drafts': { ...json({ kind: 'order' }), good: 201 },
  // Let in, and told that there is none of one's own.
  'GET /api/drafts/:draftId': { url: `/api/drafts/${noMessage}`, good: 404 },
  'PUT /api/drafts/:draftId': {
    ...{ url: `/api/drafts/${noMessage}`, good: 404 },
    ...json({ head: {}, items: [], keep: {} }),
  },
  'DELETE /api/drafts/:draftId': { url: `/api/drafts/${noMessage}`, good: 404 },
  'POST /api/drafts/:draftId/hand-in': {
    ...{ url: `/api/drafts/${noMessage}/hand-in`, ...json({ declare: true }), good: 404 },
  },
  'POST /api/check': { ...json({ kind: 'payment', head: { orderNo: 'D1' } }), good: 200 },
  'GET /api/documents/:kind': { url: '/api/documents/orders', good: 200 },
  'GET /api/documents/:kind/export': { url: '/api/documents/orders/export', good: 200 },
  'GET /api/saved-filters': { url: '/api/saved-filters?page=/orders', good: 200 },
  'POST /api/saved-filters': {
    ...json({ page: '/orders', name: 'mine', search: '', shared: false }),
    good: 200,
  },
  // Let in, and told that there is none of one's own.
  'DELETE /api/saved-filters/:filterId': { url: `/api/saved-filters/${noMessage}`, good: 404 },
};

const notifications: Readonly<Record<string, Example>> = {
  'POST /api/notifications/read': { ...json({ ids: ['1'] }), good: 200 },
  'PATCH /api/notification-preferences': {
    ...json({ kinds: [{ kind: 'list.released', shown: true }] }),
    good: 200,
  },
  // Let in, and told that this platform sends no mail, that no code is waited for, and that there is no such link.
  'POST /api/notification-preferences/address': {
    ...json({ address: 'name@example.com', language: 'en' }),
    good: 409,
  },
  'POST /api/notification-preferences/address/confirm': { ...json({ code: '123456' }), good: 409 },
  'DELETE /api/notification-preferences/address': { good: 204 },
  'POST /unsubscribe/:token': { ...form, url: '/unsubscribe/AAAA', good: 404 },
  'POST /api/mails/again': { ...json({ mails: [{ accountId: noMessage, mailKey: 'x' }] }), good: 200 },
};

function webhooks(id: string): Readonly<Record<string, Example>> {
  const url = `/api/webhooks/${id}`;
  const addressed = { good: 200, foreign: 404 };
  return {
    // Let in, and told that such an address is not sent to.
    'POST /api/webhooks': { ...json({ address: 'https://10.0.0.1/', events: ['receipt.*'] }), good: 422 },
    'GET /api/webhooks/:webhookId': { url, ...addressed },
    // Its address is inside: its owner is told so, another enterprise that there is no such webhook.
    'PATCH /api/webhooks/:webhookId': { url, ...json({ label: 'ERP' }), good: 422, foreign: 404 },
    'POST /api/webhooks/:webhookId/secret': { url: `${url}/secret`, ...addressed },
    'POST /api/webhooks/:webhookId/test': { url: `${url}/test`, ...addressed },
    'POST /api/webhooks/:webhookId/replay': { url: `${url}/replay`, ...json({}), ...addressed },
    'GET /api/webhooks/:webhookId/deliveries': { url: `${url}/deliveries`, ...addressed },
    // Let in, and told that there is none.
    'GET /api/webhooks/:webhookId/deliveries/:number': { url: `${url}/deliveries/999999`, good: 404 },
    'DELETE /api/webhooks/:webhookId': { url: `/api/webhooks/${noMessage}`, good: 404 },
  };
}

function keysOf(id: string): Readonly<Record<string, Example>> {
  const url = `/api/keys/${id}`;
  return {
    'GET /api/keys': { url: `/api/keys?enterprise=${owner}`, good: 200 },
    // Let in, and told that no key works so long.
    'POST /api/keys': { ...json({ label: 'ERP', scopes: ['read'], days: 99_999 }), good: 422 },
    // It is revoked: its owner is told so, another enterprise that there is no such key.
    'POST /api/keys/:keyId/rotate': { url: `${url}/rotate`, ...json({}), good: 409, foreign: 404 },
    'DELETE /api/keys/:keyId': { url, good: 204, foreign: 404 },
    'GET /api/client-certificates': { url: `/api/client-certificates?enterprise=${owner}`, good: 200 },
    // Let in, and told that this is no certificate, that there is none to require, and none to revoke.
    'POST /api/client-certificates': { ...json({ certificate: 'x', label: 'ERP' }), good: 422 },
    'PUT /api/client-certificates/rule': { ...json({ required: true }), good: 409 },
    'DELETE /api/client-certificates/:certificateId': {
      url: `/api/client-certificates/${noMessage}`,
      good: 404,
    },
  };
}

function delegations(id: string): Readonly<Record<string, Example>> {
  const url = `/api/delegations/${id}`;
  const wish = {
    agent: owner,
    kinds: ['order'],
    fromDay: '2026-03-01',
    toDay: '2026-03-31',
    paperNo: 'WT-1',
  };
  // It has ended: its two sides are told so, another enterprise that there is no such delegation.
  const over = { ...json({ reason: 'the contract is over' }), good: 409, foreign: 404 };
  return {
    // Let in, and told that an enterprise does not delegate to itself; another one is told that the agent is no carrier.
    'POST /api/delegations': { ...json(wish), good: 422 },
    'GET /api/delegations/:delegationId': { url, good: 200, foreign: 404 },
    'POST /api/delegations/:delegationId/withdraw': { url: `${url}/withdraw`, ...over },
    'POST /api/delegations/:delegationId/accept': { url: `${url}/accept`, ...over },
    'POST /api/delegations/:delegationId/decline': { url: `${url}/decline`, ...over },
    'POST /api/delegations/:delegationId/end': { url: `${url}/end`, ...over },
  };
}

/** A file of the portal, where it has been built. */
function builtPortal(): Readonly<Record<string, Example>> {
  try {
    const [asset = ''] = readdirSync(join(root, 'apps/portal/dist/assets'));
    return { 'GET /assets/*': { url: `/assets/${asset}`, good: 200 } };
  } catch {
    return {};
  }
}

/** The story whose papers are handed in first; the owner is its platform. */
export const story = sampleFolders().find(({ name }) => name === '01-direct-purchase');
