import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

type Schemas = components['schemas'];
export type Trade = Schemas['B2bTrade'];
export type Recognition = Schemas['B2bRecognition'];
export type PrincipalContract = Schemas['PrincipalContract'];
export type BulkContract = Schemas['BulkContract'];
type BulkDetail = Schemas['BulkContractDetail'];

const cursorOf = (cursor: string) => (cursor === '' ? {} : { cursor });

/** What a trade is taken for; the answer before stays in sight while the next is fetched. */
export const recognitionQuery = (trade: Trade) =>
  queryOptions({
    queryKey: ['b2b', 'recognition', trade],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => answerOf(client.POST('/api/b2b/recognition', { body: trade, signal })),
  });

export const principalContractsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['b2b', 'principals'],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/b2b/principals/contracts', { signal, params: { query: cursorOf(pageParam) } }),
      ),
    getNextPageParam: ({ next }) => next,
  });

/** @param quarter `2026Q1` */
export const principalReportQuery = (quarter: string) =>
  queryOptions({
    queryKey: ['b2b', 'principals', 'report', quarter],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/b2b/principals/report', { signal, params: { query: { quarter } } })),
  });

export const enterPrincipalContract = (body: Schemas['NewPrincipalContract']) =>
  answerOf(client.POST('/api/b2b/principals/contracts', { body }));

export type ContractAct = 'confirm' | 'decline' | 'end';

export const settleContract = ({ agent, contractNo }: PrincipalContract, act: ContractAct) =>
  answerOf(
    client.POST(`/api/b2b/principals/contracts/{agent}/{contractNo}/${act}`, {
      params: { path: { agent, contractNo } },
    }),
  );

export const tellPrincipal = (body: Schemas['NewPrincipalExport']) =>
  answerOf(client.POST('/api/b2b/principals/exports', { body }));

export const bulkContractsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['b2b', 'contracts'],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(client.GET('/api/b2b/contracts', { signal, params: { query: cursorOf(pageParam) } })),
    getNextPageParam: ({ next }) => next,
  });

export const bulkContractQuery = (path: { readonly seller: string; readonly contractNo: string }) =>
  queryOptions({
    queryKey: ['b2b', 'contract', path.seller, path.contractNo],
    queryFn: ({ signal }): Promise<BulkDetail> =>
      answerOf(client.GET('/api/b2b/contracts/{seller}/{contractNo}', { signal, params: { path } })),
  });

export const enterBulkContract = (body: Schemas['NewBulkContract']) =>
  answerOf(client.POST('/api/b2b/contracts', { body }));

export const tellDelivery = (contractNo: string, body: Schemas['NewBulkDelivery']) =>
  answerOf(
    client.POST('/api/b2b/contracts/{contractNo}/deliveries', { params: { path: { contractNo } }, body }),
  );

export const closeBulkContract = (contractNo: string) =>
  answerOf(client.POST('/api/b2b/contracts/{contractNo}/close', { params: { path: { contractNo } } }));
