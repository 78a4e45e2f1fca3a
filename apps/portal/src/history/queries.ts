import { queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

type Schemas = components['schemas'];
export type ListHistory = Schemas['ListHistory'];
export type Version = ListHistory['versions'][number];
export type HandedIn = Schemas['HandedIn'];
export type ListQuestion = Schemas['ListQuestions']['questions'][number];

export interface ListKey {
  readonly ebpCode: string;
  readonly orderNo: string;
}

const at = ({ ebpCode, orderNo }: ListKey) => ({ params: { path: { ebpCode, orderNo } } });

/** Under the list's own key: what makes the list stale makes its history stale. */
export const historyQuery = (key: ListKey) =>
  queryOptions({
    queryKey: ['list', key.ebpCode, key.orderNo, 'history'],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/lists/{ebpCode}/{orderNo}/history', { ...at(key), signal })),
  });

export const listQuestionsQuery = (key: ListKey) =>
  queryOptions({
    queryKey: ['list', key.ebpCode, key.orderNo, 'questions'],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/questions/{ebpCode}/{orderNo}', { ...at(key), signal })),
  });

export const withdrawList = (key: ListKey, seen: string, reason: string): Promise<HandedIn> =>
  answerOf(client.POST('/api/lists/{ebpCode}/{orderNo}/withdrawal', { ...at(key), body: { seen, reason } }));
