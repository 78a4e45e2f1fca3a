import { queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

type Schemas = components['schemas'];
export type DeskCase = Schemas['DeskCase'];
export type CaseDetail = Schemas['DeskCaseDetail'];
export type Act = Schemas['DeskAct'];
export type Search = Schemas['DeskSearch'];

/** What the queue is asked for: the filters of the address bar. */
export interface QueueFilter {
  /** `state` of the interface; under a name of its own, as lists have states too. */
  readonly stage?: 'open' | 'asked' | 'proposed';
  readonly status?: string;
  readonly riskClass?: 'yellow' | 'red';
  readonly holder?: 'free' | 'mine';
  readonly office?: string;
  readonly rule?: string;
  readonly enterprise?: string;
}

export const queuePage =
  ({ stage, ...filter }: QueueFilter) =>
  async (skip: number, limit: number, signal: AbortSignal) => {
    const query = { ...filter, ...(stage && { state: stage }), skip, limit };
    const page = await answerOf(client.GET('/api/desk/cases', { params: { query }, signal }));
    return { rows: page.items, total: page.total };
  };

export const loadQuery = (office: string | undefined) =>
  queryOptions({
    queryKey: ['desk', 'load', office],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/desk/load', { params: { query: office ? { office } : {} }, signal })),
  });

export interface CaseKey {
  readonly ebpCode: string;
  readonly orderNo: string;
}

export const caseQuery = ({ ebpCode, orderNo }: CaseKey) =>
  queryOptions({
    queryKey: ['desk', 'case', ebpCode, orderNo],
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/api/desk/cases/{ebpCode}/{orderNo}', { params: { path: { ebpCode, orderNo } }, signal }),
      ),
  });

/** What is said with a deed. */
export interface Saying {
  readonly reason: string;
  readonly note: string;
}

const at = ({ ebpCode, orderNo }: CaseKey) => ({ params: { path: { ebpCode, orderNo } } });
const seen = (version: string | undefined) => (version ? { version } : {});
const base = '/api/desk/cases/{ebpCode}/{orderNo}';

/** Everything an officer does with a case. */
export const deeds = {
  take: (key: CaseKey) => answerOf(client.POST(`${base}/take`, at(key))),
  handBack: (key: CaseKey) => answerOf(client.POST(`${base}/hand-back`, { ...at(key), body: {} })),
  decide: (key: CaseKey, act: Act, { reason, note }: Saying, version?: string) =>
    answerOf(client.POST(`${base}/decide`, { ...at(key), body: { act, reason, note, ...seen(version) } })),
  ask: (key: CaseKey, { reason, note }: Saying, version?: string) =>
    answerOf(client.POST(`${base}/ask`, { ...at(key), body: { reason, note, ...seen(version) } })),
  confirm: (key: CaseKey, version: string) =>
    answerOf(client.POST(`${base}/confirm`, { ...at(key), body: { version } })),
  reject: (key: CaseKey, version: string, note: string) =>
    answerOf(client.POST(`${base}/reject`, { ...at(key), body: { version, note } })),
  undo: (key: CaseKey, { reason, note }: Saying) =>
    answerOf(client.POST(`${base}/undo`, { ...at(key), body: { reason, note } })),
  decideMany: (act: Act, { reason, note }: Saying, cases: readonly CaseKey[]) =>
    answerOf(client.POST('/api/desk/decisions', { body: { act, reason, note, cases: [...cases] } })),
};

export const search = (wish: Search) => answerOf(client.POST('/api/desk/search', { body: wish }));

export const questionsQuery = () =>
  queryOptions({
    queryKey: ['questions'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/questions', { signal })),
  });

export const answerQuestion = (key: CaseKey, text: string) =>
  answerOf(client.POST('/api/questions/{ebpCode}/{orderNo}/answer', { ...at(key), body: { text } }));
