import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

type Schemas = components['schemas'];
export type AgencyQuestion = Schemas['AgencyQuestion'];
export type AgenciesOfList = Schemas['AgenciesOfList'];
export type OpenedQuestion = Schemas['OpenedAgencyQuestion'];
export type Show = 'waiting' | 'decided';

export interface ListKey {
  readonly ebpCode: string;
  readonly orderNo: string;
  /** Of the seller; of an export list only. */
  readonly ebcCode?: string | undefined;
}

/** Says that an export list is meant. */
const exportOf = (ebcCode: string | undefined) => (ebcCode === undefined ? {} : { query: { ebcCode } });

export const agenciesOfListQuery = ({ ebpCode, orderNo, ebcCode }: ListKey) =>
  queryOptions({
    queryKey: ['consents', 'list', ebpCode, orderNo, ebcCode],
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/api/lists/{ebpCode}/{orderNo}/agencies', {
          signal,
          params: { path: { ebpCode, orderNo }, ...exportOf(ebcCode) },
        }),
      ),
  });

export const agencyQueueQuery = (show: Show) =>
  infiniteQueryOptions({
    queryKey: ['consents', 'queue', show],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/agency-desk/questions', {
          signal,
          params: { query: { show, ...(pageParam === '' ? {} : { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

/** Each opening is on record: it is opened once, and not again because a window comes to the front. */
export const openedQuestionQuery = ({ ebpCode, orderNo, ebcCode }: ListKey) =>
  queryOptions({
    queryKey: ['consents', 'opened', ebpCode, orderNo, ebcCode],
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/api/agency-desk/questions/{ebpCode}/{orderNo}', {
          signal,
          params: { path: { ebpCode, orderNo }, ...exportOf(ebcCode) },
        }),
      ),
  });

export const decideQuestion = ({ ebpCode, orderNo, ebcCode }: ListKey, body: Schemas['AgencyDecisionWish']) =>
  answerOf(
    client.POST('/api/agency-desk/questions/{ebpCode}/{orderNo}/decision', {
      params: { path: { ebpCode, orderNo }, ...exportOf(ebcCode) },
      body,
    }),
  );

export const inspectionGroundsQuery = () =>
  queryOptions({
    queryKey: ['consents', 'grounds'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/inspection-tables', { signal })),
  });
