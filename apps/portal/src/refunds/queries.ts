import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

type Schemas = components['schemas'];
export type Route = Schemas['ExportTaxRoute'];
export type Picture = Schemas['ExportTaxPicture'];
export type Claim = Schemas['RefundClaim'];
export type Firm = Schemas['ExportTaxFirm'];

const cursorOf = (cursor: string) => (cursor === '' ? {} : { cursor });

/** Everything of the tax of exports is read anew after each deed. */
export const STALE = [['export-tax']] as const;

export const pictureQuery = (month: string) =>
  queryOptions({
    queryKey: ['export-tax', 'picture', month],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/export-tax/picture', { signal, params: { query: { month } } })),
  });

export const linesQuery = (month: string, route: Route | undefined) =>
  infiniteQueryOptions({
    queryKey: ['export-tax', 'lines', month, route ?? ''],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/export-tax/lines', {
          signal,
          params: { query: { month, ...(route ? { route } : {}), ...cursorOf(pageParam) } },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const claimsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['export-tax', 'claims'],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(client.GET('/api/export-tax/claims', { signal, params: { query: cursorOf(pageParam) } })),
    getNextPageParam: ({ next }) => next,
  });

export const firmsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['export-tax', 'firms'],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(client.GET('/api/export-tax/firms', { signal, params: { query: cursorOf(pageParam) } })),
    getNextPageParam: ({ next }) => next,
  });

export const tellFirm = (body: Schemas['NewExportTaxFirm']) =>
  answerOf(client.PUT('/api/export-tax/firm', { body }));
export const confirmFirm = ({ enterprise, toldAt }: Firm) =>
  answerOf(
    client.POST('/api/export-tax/firms/{enterprise}/confirm', {
      params: { path: { enterprise } },
      body: { toldAt },
    }),
  );
export const fileInvoice = (invoice: Schemas['NewPurchaseInvoices']['invoices'][number]) =>
  answerOf(client.POST('/api/export-tax/invoices', { body: { invoices: [invoice] } }));
export const fileReceipt = (body: Schemas['NewForeignExchangeReceipt']) =>
  answerOf(client.POST('/api/export-tax/receipts', { body }));
export const draftClaim = (month: string) =>
  answerOf(client.POST('/api/export-tax/claims', { body: { month } }));
export const handIn = (claimNo: string) =>
  answerOf(client.POST('/api/export-tax/claims/{claimNo}/hand-in', { params: { path: { claimNo } } }));
export const withdraw = (claimNo: string) =>
  answerOf(client.POST('/api/export-tax/claims/{claimNo}/withdraw', { params: { path: { claimNo } } }));
export const decide = (claimNo: string, body: Schemas['RefundClaimDecision']) =>
  answerOf(client.POST('/api/export-tax/claims/{claimNo}/decision', { params: { path: { claimNo } }, body }));
