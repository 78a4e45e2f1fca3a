import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';
import type { exportStands } from './states.ts';

type Schemas = components['schemas'];
export type ExportRow = Schemas['ExportRow'];
export type ExportDetail = Schemas['ExportDetail'];
export type ExportState = Schemas['ExportState'];
export type NewDecision = Schemas['NewExportDecision'];
export type ExportProposal = Schemas['ExportProposal'];

export interface ExportKey {
  readonly ebcCode: string;
  readonly ebpCode: string;
  readonly orderNo: string;
}

export interface ExportsWish {
  readonly stand?: (typeof exportStands)[number];
  readonly number?: string;
}

/** What a stand is called where lists are asked for. */
const asked = (stand: ExportsWish['stand']) => {
  if (stand === undefined) return {};
  return stand === 'proposed' ? { proposed: 'true' as const } : { state: stand };
};

export const exportsQuery = ({ stand, number }: ExportsWish) =>
  infiniteQueryOptions({
    queryKey: ['exports', { stand, number }],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/exports', {
          signal,
          params: {
            query: {
              ...asked(stand),
              ...(number ? { number } : {}),
              ...(pageParam === '' ? {} : { cursor: pageParam }),
            },
          },
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

export const confirmExportProposal = (key: ExportKey, body: Schemas['ExportConfirmation']) =>
  answerOf(
    client.POST('/api/exports/{ebcCode}/{ebpCode}/{orderNo}/confirmation', {
      params: { path: { ...key } },
      body,
    }),
  );

export const rejectExportProposal = (key: ExportKey, body: Schemas['ExportRejection']) =>
  answerOf(
    client.POST('/api/exports/{ebcCode}/{ebpCode}/{orderNo}/rejection', {
      params: { path: { ...key } },
      body,
    }),
  );
