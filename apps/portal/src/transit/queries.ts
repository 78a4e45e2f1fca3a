import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

type Schemas = components['schemas'];
export type Transit = Schemas['Transit'];
export type TransitDetail = Schemas['TransitDetail'];
export type Corridors = Schemas['TransitCorridors'];
export type Place = Corridors['places'][number];
export type Alert = TransitDetail['alerts'][number];
export type NewTransit = Schemas['NewTransit'];

const liveMs = 10_000;
const cursorOf = (cursor: string) => (cursor === '' ? {} : { cursor });

/** Those that are not closed: a board holds as many as one page. */
export const liveQuery = () =>
  queryOptions({
    queryKey: ['transits', 'live'],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/transits', { signal, params: { query: { live: 'true', limit: 200 } } })),
    refetchInterval: liveMs,
  });

export const closedQuery = () =>
  infiniteQueryOptions({
    queryKey: ['transits', 'closed'],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/transits', {
          signal,
          params: { query: { live: 'false', limit: 20, ...cursorOf(pageParam) } },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const transitQuery = (transitNo: string) =>
  queryOptions({
    queryKey: ['transit', transitNo],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/transits/{transitNo}', { signal, params: { path: { transitNo } } })),
    refetchInterval: liveMs,
  });

export const positionsQuery = (transitNo: string) =>
  queryOptions({
    queryKey: ['transit', transitNo, 'positions'],
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/api/transits/{transitNo}/positions', {
          signal,
          params: { path: { transitNo }, query: { limit: 200 } },
        }),
      ),
    refetchInterval: liveMs,
  });

export const cargoQuery = (transitNo: string) =>
  infiniteQueryOptions({
    queryKey: ['transit', transitNo, 'lists'],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/transits/{transitNo}/lists', {
          signal,
          params: { path: { transitNo }, query: cursorOf(pageParam) },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const corridorsQuery = () =>
  queryOptions({
    queryKey: ['transit-corridors'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/transit-corridors', { signal })),
    staleTime: 3_600_000,
  });

export const ofListQuery = (ebpCode: string, orderNo: string) =>
  queryOptions({
    queryKey: ['transits-of-list', ebpCode, orderNo],
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/api/lists/{ebpCode}/{orderNo}/transits', {
          signal,
          params: { path: { ebpCode, orderNo } },
        }),
      ),
  });

export const applyForTransit = (wish: NewTransit) => answerOf(client.POST('/api/transits', { body: wish }));

/** What was filled in for an act. */
export type Values = Readonly<Record<'note' | 'sealNo' | 'newSealNo' | 'counted' | 'found' | 'leg', string>>;

const noteOf = ({ note }: Pick<Values, 'note'>) => (note.trim() ? { note: note.trim() } : {});

type Found = Schemas['CheckedSeals']['seals'][number]['found'];
const foundOf = (word: string): Found => (word === 'broken' || word === 'missing' ? word : 'intact');

/** By act: what is asked of the server. */
export const acts = {
  approve: (path, values) =>
    client.POST('/api/transits/{transitNo}/approve', { params: { path }, body: noteOf(values) }),
  refuse: (path, { note }) =>
    client.POST('/api/transits/{transitNo}/refuse', { params: { path }, body: { reason: note } }),
  cancel: (path, { note }) =>
    client.POST('/api/transits/{transitNo}/cancel', { params: { path }, body: { reason: note } }),
  seal: (path, { sealNo }) =>
    client.POST('/api/transits/{transitNo}/seals', {
      params: { path },
      body: { sealNos: numbersOf(sealNo) },
    }),
  depart: (path) => client.POST('/api/transits/{transitNo}/departure', { params: { path }, body: {} }),
  'hand-over': (path, { leg, found, sealNo, newSealNo, note }) =>
    client.POST('/api/transits/{transitNo}/handovers', {
      params: { path },
      body: {
        leg: Number(leg),
        seals: numbersOf(sealNo).map((one, at) => {
          // New seals are typed in the order of those they are put on for.
          const fresh = numbersOf(newSealNo)[at];
          return { sealNo: one, found: foundOf(found), ...(fresh === undefined ? {} : { newSealNo: fresh }) };
        }),
        ...noteOf({ note }),
      },
    }),
  arrive: (path, values) =>
    client.POST('/api/transits/{transitNo}/arrival', { params: { path }, body: noteOf(values) }),
  unseal: (path, { found, sealNo, note }) =>
    client.POST('/api/transits/{transitNo}/unsealing', {
      params: { path },
      body: {
        seals: numbersOf(sealNo).map((one) => ({ sealNo: one, found: foundOf(found), ...noteOf({ note }) })),
      },
    }),
  'write-off': (path, values) =>
    client.POST('/api/transits/{transitNo}/write-off', {
      params: { path },
      body: { counted: Number(values.counted), ...noteOf(values) },
    }),
  'report-seal': (path, { sealNo, note }) =>
    client.POST('/api/transits/{transitNo}/broken-seal', { params: { path }, body: { sealNo, note } }),
  'replace-seal': (path, values) =>
    client.POST('/api/transits/{transitNo}/seal-in-place', {
      params: { path },
      body: { sealNo: values.sealNo, newSealNo: values.newSealNo, ...noteOf(values) },
    }),
} as const satisfies Readonly<
  Record<string, (path: { transitNo: string }, values: Values) => Promise<unknown>>
>;

export type ActName = keyof typeof acts;
export const isAct = (word: string): word is ActName => Object.hasOwn(acts, word);

/** Numbers of seals as they are typed: behind each other. */
const numbersOf = (text: string): string[] =>
  text
    .toUpperCase()
    .split(/[\s,，、]+/)
    .filter((one) => one !== '');

export const resolveAlert = (transitNo: string, { kind, occasion }: Alert, reason: string) =>
  answerOf(
    client.POST('/api/transits/{transitNo}/alerts/resolve', {
      params: { path: { transitNo } },
      body: { kind, occasion, reason },
    }),
  );
