import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

type Schemas = components['schemas'];
export type AgencyName = Schemas['AgencyName'];
export type LinkedAgency = Schemas['AgencyLinks']['agencies'][number];
export type Link = NonNullable<LinkedAgency['link']>;
export type LinkDelivery = Schemas['AgencyDeliveries']['deliveries'][number];
export const deliveryStates = ['failed', 'waiting', 'delivered'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const linkedKey = ['linked'] as const;
const refetchMs = 10_000;

export const linkedQuery = () =>
  queryOptions({
    queryKey: linkedKey,
    queryFn: ({ signal }) => answerOf(client.GET('/api/agency-links', { signal })),
    refetchInterval: refetchMs,
  });

export const linkDeliveriesQuery = (agency: AgencyName, state: DeliveryState) =>
  infiniteQueryOptions({
    queryKey: [...linkedKey, agency, 'deliveries', state],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/agency-links/{agency}/deliveries', {
          signal,
          params: { path: { agency }, query: { state, ...(pageParam === '' ? {} : { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const linkAnswersQuery = (agency: AgencyName) =>
  infiniteQueryOptions({
    queryKey: [...linkedKey, agency, 'answers'],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/agency-links/{agency}/answers', {
          signal,
          params: { path: { agency }, query: pageParam === '' ? {} : { cursor: pageParam } },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

const of = (agency: AgencyName) => ({ path: { agency } });

/** Sets a link as its form was when it was opened; a secret that is made is in the answer, this once. */
export function setLink(agency: AgencyName, body: Schemas['AgencyLinkWish'], tag: string | undefined) {
  return answerOf(
    client.PUT('/api/agency-links/{agency}', {
      params: { ...of(agency), ...(tag === undefined ? {} : { header: { 'if-match': tag } }) },
      body,
    }),
  );
}

/** Lets the agency decide at the address that was looked at. */
export const confirmLink = (agency: AgencyName, address: string) =>
  answerOf(client.POST('/api/agency-links/{agency}/confirmation', { params: of(agency), body: { address } }));

export const endLink = (agency: AgencyName) =>
  answerOf(client.DELETE('/api/agency-links/{agency}', { params: of(agency) }));

export const pauseLink = (agency: AgencyName, reason: string) =>
  answerOf(client.POST('/api/agency-links/{agency}/pause', { params: of(agency), body: { reason } }));

export const resumeLink = (agency: AgencyName) =>
  answerOf(client.POST('/api/agency-links/{agency}/resume', { params: of(agency) }));

export const replayOne = (agency: AgencyName, deliveryId: string) =>
  answerOf(
    client.POST('/api/agency-links/{agency}/deliveries/{deliveryId}/replay', {
      params: { path: { agency, deliveryId } },
    }),
  );

export const replayFailed = (agency: AgencyName) =>
  answerOf(client.POST('/api/agency-links/{agency}/replay', { params: of(agency) }));
