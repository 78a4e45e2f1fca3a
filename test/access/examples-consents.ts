import { owner } from './callers.ts';
import { type Example, json, noMessage } from './example.ts';

/** Examples of what agencies are asked and of their links. */
export function consentExamples(orderNo: string): Readonly<Record<string, Example>> {
  // Let in, and told that its agency is not asked.
  const none = `/api/agency-desk/questions/${owner}/NOSUCH`;
  return {
    'GET /api/lists/:ebpCode/:orderNo/agencies': {
      ...{ url: `/api/lists/${owner}/${orderNo}/agencies`, good: 200, foreign: 404 },
    },
    'GET /api/agency-desk/questions/:ebpCode/:orderNo': { url: none, good: 404 },
    'POST /api/agency-desk/questions/:ebpCode/:orderNo/decision': {
      ...{ url: `${none}/decision`, ...json({ decision: 'positive', reason: '同意', attempt: 1 }) },
      good: 404,
    },
    // Let in, and told that nothing is sent to such an address.
    'PUT /api/agency-links/:agency': {
      ...{ url: '/api/agency-links/market', ...json({ address: 'https://10.0.0.1/', judge: 'live' }) },
      good: 422,
    },
    'DELETE /api/agency-links/:agency': { url: '/api/agency-links/market', good: 404 },
    'GET /api/agency-links/:agency/deliveries': { url: '/api/agency-links/market/deliveries', good: 200 },
    'POST /api/agency-links/:agency/deliveries/:deliveryId/replay': {
      ...{ url: `/api/agency-links/market/deliveries/${noMessage}/replay`, good: 404 },
    },
    // Let in, and told that there is no such link.
    'POST /api/agency-links/:agency/confirmation': {
      ...{
        url: '/api/agency-links/market/confirmation',
        ...json({ address: 'https://a.example/' }),
        good: 404,
      },
    },
    'POST /api/agency-links/:agency/pause': {
      ...{ url: '/api/agency-links/market/pause', ...json({ reason: '升级' }), good: 404 },
    },
    'POST /api/agency-links/:agency/resume': { url: '/api/agency-links/market/resume', good: 404 },
    'POST /api/agency-links/:agency/replay': { url: '/api/agency-links/market/replay', good: 200 },
    'GET /api/agency-links/:agency/answers': { url: '/api/agency-links/market/answers', good: 200 },
  };
}
