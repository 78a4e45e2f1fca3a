import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

type Schemas = components['schemas'];
export type Checklist = Schemas['Checklist'];
export type Pass = Schemas['Pass'];
export type Passage = Schemas['Passage'];
export type PassageAnswer = Schemas['PassageAnswer'];
export type WaitingList = Schemas['WaitingLists']['lists'][number];

const cursorOf = (cursor: string) => (cursor === '' ? {} : { cursor });

export const checklistsQuery = (state?: Checklist['state']) =>
  infiniteQueryOptions({
    queryKey: ['checklists', state ?? ''],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/checklists', {
          signal,
          params: { query: { ...cursorOf(pageParam), ...(state ? { state } : {}) } },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const checklistQuery = (checklistNo: string) =>
  queryOptions({
    queryKey: ['checklists', 'one', checklistNo],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/checklists/{checklistNo}', { signal, params: { path: { checklistNo } } })),
  });

export const waitingQuery = (bookNo: string) =>
  queryOptions({
    queryKey: ['checklists', 'waiting', bookNo],
    enabled: bookNo !== '',
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/api/checklists/waiting-lists', { signal, params: { query: { bookNo, limit: 200 } } }),
      ),
  });

export const passesQuery = (state?: Pass['state']) =>
  infiniteQueryOptions({
    queryKey: ['passes', state ?? ''],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/passes', {
          signal,
          params: { query: { ...cursorOf(pageParam), ...(state ? { state } : {}) } },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const passQuery = (passNo: string) =>
  queryOptions({
    queryKey: ['passes', 'one', passNo],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/passes/{passNo}', { signal, params: { path: { passNo } } })),
  });

export const passagesQuery = (wish: { readonly passNo?: string; readonly answer?: 'stop' } = {}) =>
  infiniteQueryOptions({
    queryKey: ['passages', wish.passNo ?? '', wish.answer ?? ''],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/gate/passages', {
          signal,
          params: { query: { ...cursorOf(pageParam), ...wish, limit: 20 } },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const boardQuery = () =>
  queryOptions({
    queryKey: ['passages', 'board'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/gate/board', { signal })),
  });

export const drawsQuery = () =>
  queryOptions({
    queryKey: ['gate-draws'],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/gate/draws', { signal, params: { query: { limit: 7 } } })),
  });

/** What is read anew when a paper has changed. */
export const changed = [['checklists'], ['passes'], ['passages'], ['book']] as const;

export const makeChecklist = (bookNo: string, lists: readonly WaitingList[]) =>
  answerOf(
    client.POST('/api/checklists', {
      body: { bookNo, lists: lists.map(({ ebpCode, orderNo }) => ({ ebpCode, orderNo })) },
    }),
  );

export const makeEntry = (body: Schemas['NewEntryChecklist']) =>
  answerOf(client.POST('/api/checklists/entries', { body }));

export const cancelChecklist = (checklistNo: string) =>
  answerOf(client.POST('/api/checklists/{checklistNo}/cancel', { params: { path: { checklistNo } } }));

export const decideEntry = (checklistNo: string, verdict: 'approved' | 'rejected') =>
  answerOf(
    client.POST('/api/checklists/{checklistNo}/verdict', {
      params: { path: { checklistNo } },
      body: { verdict },
    }),
  );

export const makePass = (body: Schemas['NewPass']) => answerOf(client.POST('/api/passes', { body }));

export const voidPass = (passNo: string) =>
  answerOf(client.POST('/api/passes/{passNo}/void', { params: { path: { passNo } } }));

export const checkPass = (passNo: string, result: 'clear' | 'found', note: string) =>
  answerOf(
    client.POST('/api/passes/{passNo}/check', {
      params: { path: { passNo } },
      body: { result, ...(note ? { note } : {}) },
    }),
  );

/** What the machine of a gate asks. */
export const askGate = (body: Schemas['NewPassage']) => answerOf(client.POST('/api/gate/passages', { body }));
