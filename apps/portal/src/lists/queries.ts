import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';

/** What the table of lists is asked for: the filters of the address bar. */
export interface ListsFilter {
  readonly state?: 'waiting' | 'forwarded' | 'released' | 'held' | 'refused' | 'withdrawn';
  readonly mode?: '9610' | '1210';
  readonly search?: string;
  readonly office?: string;
  readonly cursor?: string;
}

/** Rows of one page. */
const pageSize = 50;

export const listsQuery = (filter: ListsFilter) =>
  queryOptions({
    queryKey: ['lists', filter],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/lists', { params: { query: { ...filter, limit: pageSize } }, signal })),
    placeholderData: keepPreviousData,
  });

export const listQuery = (ebpCode: string, orderNo: string) =>
  queryOptions({
    queryKey: ['list', ebpCode, orderNo],
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/api/lists/{ebpCode}/{orderNo}', { params: { path: { ebpCode, orderNo } }, signal }),
      ),
  });

export const summaryQuery = () =>
  queryOptions({
    queryKey: ['summary'],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/summary', { params: { query: { bucketSeconds: '10' } }, signal })),
  });
