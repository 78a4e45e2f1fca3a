import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

type Schemas = components['schemas'];
export type BatchDetail = Schemas['WarehouseBookingDetail'];
export type BatchLine = BatchDetail['lines'][number];
export type Telling = Schemas['NewStockMovements']['movements'][number];
export type NewBooking = Schemas['NewWarehouseBooking'];
export type Departure = Schemas['WarehouseDeparture'];
export type Warehouse = Schemas['OverseasWarehousesPage']['warehouses'][number];
export type NewWarehouse = Schemas['NewOverseasWarehouse'];

export interface BatchKey {
  readonly enterprise: string;
  readonly batchNo: string;
}

const cursorOf = (cursor: string) => (cursor === '' ? {} : { cursor });

export const warehousesQuery = () =>
  infiniteQueryOptions({
    queryKey: ['abroad', 'warehouses'],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(client.GET('/api/b2b/warehouses', { signal, params: { query: cursorOf(pageParam) } })),
    getNextPageParam: ({ next }) => next,
  });

export const batchesQuery = () =>
  infiniteQueryOptions({
    queryKey: ['abroad', 'batches'],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(client.GET('/api/b2b/batches', { signal, params: { query: cursorOf(pageParam) } })),
    getNextPageParam: ({ next }) => next,
  });

export const batchQuery = (path: BatchKey) =>
  queryOptions({
    queryKey: ['abroad', 'batch', path.enterprise, path.batchNo],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/b2b/batches/{enterprise}/{batchNo}', { signal, params: { path } })),
  });

export const refundQuery = (path: BatchKey) =>
  queryOptions({
    queryKey: ['abroad', 'refund', path.enterprise, path.batchNo],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/b2b/batches/{enterprise}/{batchNo}/refund', { signal, params: { path } })),
  });

export const movementsQuery = (path: BatchKey) =>
  infiniteQueryOptions({
    queryKey: ['abroad', 'movements', path.enterprise, path.batchNo],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/b2b/batches/{enterprise}/{batchNo}/movements', {
          signal,
          params: { path, query: cursorOf(pageParam) },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const fileWarehouse = (body: NewWarehouse) => answerOf(client.POST('/api/b2b/warehouses', { body }));

export const bookInto = (body: NewBooking) => answerOf(client.POST('/api/b2b/batches', { body }));

export const depart = (batchNo: string, body: Departure) =>
  answerOf(client.POST('/api/b2b/batches/{batchNo}/departure', { params: { path: { batchNo } }, body }));

export const cancelBooking = (batchNo: string) =>
  answerOf(client.POST('/api/b2b/batches/{batchNo}/cancel', { params: { path: { batchNo } } }));

export const tellOf = (batchNo: string, telling: Telling) =>
  answerOf(
    client.POST('/api/b2b/batches/{batchNo}/movements', {
      params: { path: { batchNo } },
      body: { movements: [telling] },
    }),
  );

export const claim = (batchNo: string) =>
  answerOf(client.POST('/api/b2b/batches/{batchNo}/claim', { params: { path: { batchNo } } }));
