import { queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

export type Parcel = components['schemas']['ParcelView'];
export type IdentityClaim = components['schemas']['IdentityClaim'];
export type OwnLists = components['schemas']['OwnLists'];
export type OwnReturn = components['schemas']['OwnReturns']['returns'][number];
export type OwnSending = components['schemas']['OwnSendings']['sendings'][number];

export const lookForParcel = (body: components['schemas']['ParcelQuestion']) =>
  answerOf(client.POST('/api/parcels', { body }));

export const identityQuery = () =>
  queryOptions({
    queryKey: ['me', 'identity'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/me/identity', { signal })),
  });

export const confirmIdentity = (body: IdentityClaim) => answerOf(client.POST('/api/me/identity', { body }));

/** Everything in full: on record each time, and kept by whoever shows it alone. */
export const fetchOwnData = () => answerOf(client.GET('/api/me/data'));

export const allowanceQuery = () =>
  queryOptions({
    queryKey: ['me', 'allowance'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/me/allowance', { signal })),
  });

export const ownListsQuery = () =>
  queryOptions({
    queryKey: ['me', 'lists'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/me/lists', { signal })),
  });

export const ownReturnsQuery = () =>
  queryOptions({
    queryKey: ['me', 'returns'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/me/returns', { signal })),
  });

export const ownSendingsQuery = () =>
  queryOptions({
    queryKey: ['me', 'sendings'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/me/sendings', { signal })),
  });
