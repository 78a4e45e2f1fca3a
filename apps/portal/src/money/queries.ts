import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

type Schemas = components['schemas'];
export type Account = Schemas['GuaranteeAccount'];
export type Given = Schemas['Guarantees']['guarantees'][number];
export type Bill = Schemas['TaxBill'];
export type Certificate = Schemas['TaxCertificates']['certificates'][number];

const cursorOf = (cursor: string) => (cursor === '' ? {} : { cursor });

export const accountsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['money', 'accounts'],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(client.GET('/api/guarantees/accounts', { signal, params: { query: cursorOf(pageParam) } })),
    getNextPageParam: ({ next }) => next,
  });

export const daysQuery = (guarantor: string) =>
  queryOptions({
    queryKey: ['money', 'days', guarantor],
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/api/guarantees/accounts/{guarantor}/days', { signal, params: { path: { guarantor } } }),
      ),
  });

export const movementsQuery = (guarantor: string) =>
  infiniteQueryOptions({
    queryKey: ['money', 'movements', guarantor],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/guarantees/accounts/{guarantor}/movements', {
          signal,
          params: { path: { guarantor }, query: { ...cursorOf(pageParam), limit: 20 } },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const givenQuery = () =>
  infiniteQueryOptions({
    queryKey: ['money', 'given'],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(client.GET('/api/guarantees/given', { signal, params: { query: cursorOf(pageParam) } })),
    getNextPageParam: ({ next }) => next,
  });

export const proposeGuarantee = (body: Schemas['NewGuarantee']) =>
  answerOf(client.POST('/api/guarantees/given', { body }));

export const settleGuarantee = (instrumentId: string, verdict: 'confirm' | 'reject') =>
  answerOf(
    client.POST('/api/guarantees/given/{instrumentId}/verdict', {
      params: { path: { instrumentId } },
      body: { verdict },
    }),
  );

export const calendarQuery = () =>
  queryOptions({
    queryKey: ['money', 'calendar'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/tax-bills/calendar', { signal })),
  });

export const certificatesQuery = () =>
  infiniteQueryOptions({
    queryKey: ['money', 'certificates'],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(client.GET('/api/tax-bills/certificates', { signal, params: { query: cursorOf(pageParam) } })),
    getNextPageParam: ({ next }) => next,
  });

export const billsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['money', 'bills'],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/tax-bills', { signal, params: { query: { ...cursorOf(pageParam), limit: 20 } } }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const billQuery = (key: { readonly ebpCode: string; readonly orderNo: string }) =>
  queryOptions({
    queryKey: ['money', 'bill', key.ebpCode, key.orderNo],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/tax-bills/lists/{ebpCode}/{orderNo}', { signal, params: { path: key } })),
  });

export const recordPayment = (certificateNo: string, body: Schemas['TaxPayment']) =>
  answerOf(
    client.POST('/api/tax-bills/certificates/{certificateNo}/payment', {
      params: { path: { certificateNo } },
      body,
    }),
  );
