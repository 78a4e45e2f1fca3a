import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';
import type { exportStates } from './states.ts';

type Schemas = components['schemas'];
export type ExportRow = Schemas['ExportRow'];
export type ExportDetail = Schemas['ExportDetail'];
export type ExportState = Schemas['ExportState'];
export type NewDecision = Schemas['NewExportDecision'];

export interface ExportKey {
  readonly ebcCode: string;
  readonly ebpCode: string;
  readonly orderNo: string;
}

export interface ExportsWish {
  readonly state?: (typeof exportStates)[number];
  readonly number?: string;
}

export const exportsQuery = (wish: ExportsWish) =>
  infiniteQueryOptions({
    queryKey: ['exports', wish],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/exports', {
          signal,
          params: { query: { ...wish, ...(pageParam === '' ? {} : { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const exportQuery = (key: ExportKey) =>
  queryOptions({
    queryKey: ['exports', key],
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/api/exports/{ebcCode}/{ebpCode}/{orderNo}', { signal, params: { path: { ...key } } }),
      ),
  });

export const decideExport = (key: ExportKey, body: NewDecision) =>
  answerOf(
    client.POST('/api/exports/{ebcCode}/{ebpCode}/{orderNo}/decision', {
      params: { path: { ...key } },
      body,
    }),
  );
