import { owner } from './callers.ts';
import { type Example, json } from './example.ts';

/** Examples of the draws of lists: nothing was committed to for a day long gone. */
export const samplingExamples: Readonly<Record<string, Example>> = {
  'GET /api/sampling/draws/:day': { url: '/api/sampling/draws/2020-01-01', good: 404 },
  'GET /api/sampling/draws/:day/batches': { url: '/api/sampling/draws/2020-01-01/batches', good: 404 },
  'PUT /api/sampling/credit/:customsCode': {
    ...{ url: `/api/sampling/credit/${owner}`, ...json({ from: '2026-05-01', class: 'regular' }) },
    good: 200,
  },
};
