import { queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

type Schemas = components['schemas'];
export type RetentionRow = Schemas['Retention']['rows'][number];
export type RetentionRecord = Schemas['RetentionRecord'];
export type HoldRequest = Schemas['LegalHoldRequest'];

export const retentionQuery = () =>
  queryOptions({
    queryKey: ['retention'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/retention', { signal })),
  });

export const recordQuery = () =>
  queryOptions({
    queryKey: ['retention', 'record'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/retention/record', { signal })),
  });

/** @param key the same for one wish, however often its button is pressed */
export const setHold = (body: HoldRequest, key: string) =>
  answerOf(client.POST('/api/retention/holds', { body, params: { header: { 'Idempotency-Key': key } } }));

export const liftHold = (holdId: string, reason: string) =>
  answerOf(
    client.POST('/api/retention/holds/{holdId}/lifting', { params: { path: { holdId } }, body: { reason } }),
  );
