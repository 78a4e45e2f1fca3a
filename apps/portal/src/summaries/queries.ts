import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

type Schemas = components['schemas'];
export type Month = Schemas['SummaryMonths']['months'][number];
export type Application = Schemas['SummaryApplication'];
export type Summary = Schemas['SummaryDeclaration'];
export type WholeSummary = Schemas['SummaryDeclarationWithLines'];

const cursorOf = (cursor: string) => (cursor === '' ? {} : { cursor });
/** How often is looked how far an application has come that is being worked off. */
const lookEveryMs = 1_000;

export const monthsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['summaries', 'months'],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(client.GET('/api/summaries/months', { signal, params: { query: cursorOf(pageParam) } })),
    getNextPageParam: ({ next }) => next,
  });

export const statisticsQuery = (month: string) =>
  infiniteQueryOptions({
    queryKey: ['summaries', 'statistics', month],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/summaries/months/{month}/statistics', {
          signal,
          params: { path: { month }, query: cursorOf(pageParam) },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const applicationsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['summaries', 'applications'],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/summaries/applications', {
          signal,
          params: { query: { ...cursorOf(pageParam), limit: 10 } },
        }),
      ),
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.applications.some(isOpen)) ? lookEveryMs : false,
  });

export const isOpen = ({ state }: Application): boolean => state === 'applied' || state === 'claimed';

export const applicationQuery = (sumNo: string) =>
  queryOptions({
    queryKey: ['summaries', 'application', sumNo],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/summaries/applications/{sumNo}', { signal, params: { path: { sumNo } } })),
    refetchInterval: ({ state }) => (state.data && isOpen(state.data) ? lookEveryMs : false),
  });

export const leftOutQuery = (sumNo: string, done: boolean) =>
  infiniteQueryOptions({
    queryKey: ['summaries', 'left-out', sumNo, done],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/summaries/applications/{sumNo}/left-out', {
          signal,
          params: { path: { sumNo }, query: cursorOf(pageParam) },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

/** @param made how many there are, so that new ones are asked for */
export const summariesQuery = (sumNo: string, made: number) =>
  infiniteQueryOptions({
    queryKey: ['summaries', 'of', sumNo, made],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/summaries', { signal, params: { query: { ...cursorOf(pageParam), sumNo } } }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const summaryQuery = (declSeqNo: string) =>
  queryOptions({
    queryKey: ['summaries', 'one', declSeqNo],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/summaries/{declSeqNo}', { signal, params: { path: { declSeqNo } } })),
  });

export const membersQuery = (declSeqNo: string, line: number | undefined) =>
  infiniteQueryOptions({
    queryKey: ['summaries', 'one', declSeqNo, 'lists', line ?? 0],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/summaries/{declSeqNo}/lists', {
          signal,
          params: {
            path: { declSeqNo },
            query: { ...cursorOf(pageParam), ...(line === undefined ? {} : { line }), limit: 20 },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const apply = (body: Schemas['NewSummaryApplication']) =>
  answerOf(client.POST('/api/summaries/applications', { body }));

export const withdraw = (sumNo: string) =>
  answerOf(client.POST('/api/summaries/applications/{sumNo}/withdraw', { params: { path: { sumNo } } }));

export const cancel = (declSeqNo: string, reason: string) =>
  answerOf(
    client.POST('/api/summaries/{declSeqNo}/cancel', { params: { path: { declSeqNo } }, body: { reason } }),
  );

/** Addresses of what is given out of a summary, to be kept or recomputed. */
export const proofAddress = (declSeqNo: string): string => `/api/summaries/${declSeqNo}/proof`;
export const listsAddress = (declSeqNo: string): string => `/api/summaries/${declSeqNo}/contributions`;
