import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

type Schemas = components['schemas'];
export type Shop = Schemas['DisplayShop'];
export type Display = Schemas['Display'];
export type WholeDisplay = Schemas['WholeDisplay'];

const cursorOf = (cursor: string) => (cursor === '' ? {} : { cursor });

export const shopsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['displays', 'shops'],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(client.GET('/api/display-shops', { signal, params: { query: cursorOf(pageParam) } })),
    getNextPageParam: ({ next }) => next,
  });

export const displaysQuery = () =>
  infiniteQueryOptions({
    queryKey: ['displays', 'shown'],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(client.GET('/api/displays', { signal, params: { query: cursorOf(pageParam) } })),
    getNextPageParam: ({ next }) => next,
  });

export const displayQuery = (displayNo: string) =>
  queryOptions({
    queryKey: ['displays', 'one', displayNo],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/displays/{displayNo}', { signal, params: { path: { displayNo } } })),
  });

/** What is read anew when something was done. */
export const stale = [['displays'], ['checklists'], ['book']] as const;

export const applyForShop = (body: Schemas['NewDisplayShop']) =>
  answerOf(client.POST('/api/display-shops', { body }));

export const decideShop = (shopId: string, body: Schemas['DisplayShopVerdict']) =>
  answerOf(client.POST('/api/display-shops/{shopId}/verdict', { params: { path: { shopId } }, body }));

export const sendOnDisplay = (body: Schemas['NewDisplay']) =>
  answerOf(client.POST('/api/displays', { body }));

const at = (displayNo: string) => ({ params: { path: { displayNo } } });

export const sellFrom = (displayNo: string, body: Schemas['NewDisplaySale']) =>
  answerOf(client.POST('/api/displays/{displayNo}/sales', { ...at(displayNo), body }));

export const bringBack = (displayNo: string, body: Schemas['NewDisplayReturn']) =>
  answerOf(client.POST('/api/displays/{displayNo}/returns', { ...at(displayNo), body }));

export const countThere = (displayNo: string, body: Schemas['NewShopCount']) =>
  answerOf(client.POST('/api/displays/{displayNo}/counts', { ...at(displayNo), body }));

export const prolong = (displayNo: string, dueOn: string, reason: string) =>
  answerOf(
    client.POST('/api/displays/{displayNo}/prolong', {
      ...at(displayNo),
      body: { dueOn, ...(reason ? { reason } : {}) },
    }),
  );

export const decideCount = (countId: string, verdict: 'approved' | 'rejected') =>
  answerOf(
    client.POST('/api/display-counts/{countId}/verdict', {
      params: { path: { countId } },
      body: { verdict },
    }),
  );
