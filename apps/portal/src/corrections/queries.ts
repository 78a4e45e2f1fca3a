import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

type Schemas = components['schemas'];
export type OwnCorrection = Schemas['OwnCorrections']['corrections'][number];
export type Correction = Schemas['Corrections']['corrections'][number];
export type CorrectionWords = Schemas['CorrectionWords'];
export type Datum = Schemas['PersonalDatum'];
export type CorrectionRequest = Schemas['CorrectionRequest'];
export type CorrectionAnswer = Schemas['CorrectionAnswer'];

export const ownCorrectionsQuery = () =>
  queryOptions({
    queryKey: ['me', 'corrections'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/me/corrections', { signal })),
  });

/** @param key the same for one request, however often its button is pressed */
export const askCorrection = (body: CorrectionRequest, key: string) =>
  answerOf(client.POST('/api/me/corrections', { body, params: { header: { 'Idempotency-Key': key } } }));

export const withdrawCorrection = (requestId: string) =>
  answerOf(client.POST('/api/me/corrections/{requestId}/withdrawal', { params: { path: { requestId } } }));

export const correctionsQuery = (state: 'open' | 'ended') =>
  infiniteQueryOptions({
    queryKey: ['corrections', state],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/corrections', {
          signal,
          params: { query: { state, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

/** What a person has written: on record each time, kept by whoever shows it alone. */
export const openCorrection = (requestId: string): Promise<CorrectionWords> =>
  answerOf(client.POST('/api/corrections/{requestId}/showing', { params: { path: { requestId } } }));

export const answerCorrection = (requestId: string, body: CorrectionAnswer) =>
  answerOf(client.POST('/api/corrections/{requestId}/answer', { params: { path: { requestId } }, body }));
