import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

type Schemas = components['schemas'];
export type Book = Schemas['AccountBook'];
export type BookItem = Schemas['BookItems']['items'][number];
export type Movement = Schemas['BookMovements']['movements'][number];
export type Transfer = Schemas['BookTransfer'];
export type StockCount = Schemas['StockCount'];
export type Asked = Schemas['NewBookMovements']['movements'][number];

const cursorOf = (cursor: string) => (cursor === '' ? {} : { cursor });

export const booksQuery = () =>
  infiniteQueryOptions({
    queryKey: ['books'],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(client.GET('/api/bonded/books', { signal, params: { query: cursorOf(pageParam) } })),
    getNextPageParam: ({ next }) => next,
  });

export const bookQuery = (bookNo: string) =>
  queryOptions({
    queryKey: ['book', bookNo],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/bonded/books/{bookNo}', { signal, params: { path: { bookNo } } })),
  });

export const itemsQuery = (bookNo: string) =>
  infiniteQueryOptions({
    queryKey: ['book', bookNo, 'items'],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/bonded/books/{bookNo}/items', {
          signal,
          params: { path: { bookNo }, query: cursorOf(pageParam) },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const movementsQuery = (bookNo: string, itemNo: number | undefined) =>
  infiniteQueryOptions({
    queryKey: ['book', bookNo, 'movements', itemNo ?? 0],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/bonded/books/{bookNo}/movements', {
          signal,
          params: {
            path: { bookNo },
            query: { ...cursorOf(pageParam), ...(itemNo === undefined ? {} : { itemNo }), limit: 20 },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const daysQuery = (bookNo: string, itemNo: number) =>
  queryOptions({
    queryKey: ['book', bookNo, 'days', itemNo],
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/api/bonded/books/{bookNo}/items/{itemNo}/days', {
          signal,
          params: { path: { bookNo, itemNo } },
        }),
      ),
  });

export const expiringQuery = (bookNo: string) =>
  queryOptions({
    queryKey: ['book', bookNo, 'expiring'],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/bonded/books/{bookNo}/expiring', { signal, params: { path: { bookNo } } })),
  });

export const countsQuery = (bookNo: string) =>
  queryOptions({
    queryKey: ['book', bookNo, 'counts'],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/bonded/books/{bookNo}/counts', { signal, params: { path: { bookNo } } })),
  });

export const transfersQuery = () =>
  infiniteQueryOptions({
    queryKey: ['book-transfers'],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(client.GET('/api/bonded/transfers', { signal, params: { query: cursorOf(pageParam) } })),
    getNextPageParam: ({ next }) => next,
  });

export const openBook = (body: Book) => answerOf(client.POST('/api/bonded/books', { body }));

export const postMovement = (bookNo: string, movement: Asked) =>
  answerOf(
    client.POST('/api/bonded/books/{bookNo}/movements', {
      params: { path: { bookNo } },
      body: { movements: [movement] },
    }),
  );

export const proposeTransfer = (body: Schemas['NewBookTransfer']) =>
  answerOf(client.POST('/api/bonded/transfers', { body }));

export function settleTransfer(transferId: string, act: 'accept' | 'decline' | 'withdraw') {
  const params = { path: { transferId } };
  if (act === 'accept') return answerOf(client.POST('/api/bonded/transfers/{transferId}/accept', { params }));
  if (act === 'decline')
    return answerOf(client.POST('/api/bonded/transfers/{transferId}/decline', { params }));
  return answerOf(client.POST('/api/bonded/transfers/{transferId}/withdraw', { params }));
}

export const proposeCount = (bookNo: string, body: Schemas['NewStockCount']) =>
  answerOf(client.POST('/api/bonded/books/{bookNo}/counts', { params: { path: { bookNo } }, body }));

export const decideCount = (countId: string, verdict: 'approved' | 'rejected') =>
  answerOf(
    client.POST('/api/bonded/counts/{countId}/verdict', { params: { path: { countId } }, body: { verdict } }),
  );
