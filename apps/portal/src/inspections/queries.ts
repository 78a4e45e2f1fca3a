import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

type Schemas = components['schemas'];
export type Inspection = Schemas['Inspection'];
export type Hold = Inspection['holds'][number];
export type Sample = Inspection['samples'][number];
export type InspectionRow = Schemas['Inspections']['inspections'][number];
export type InspectionState = InspectionRow['state'];
export type Site = Schemas['InspectionSite'];
export type SiteFiling = Schemas['InspectionSiteFiling'];
export type Slot = Schemas['InspectionSlots']['slots'][number];

export interface ListKey {
  readonly ebpCode: string;
  readonly orderNo: string;
}

/** What is wanted of a list on one ground, among all of an inspection. */
export const holdKey = ({ ebpCode, orderNo, agency, ground }: Hold): string =>
  [ebpCode, orderNo, agency, ground.code].join(' ');

/** In the order in which an inspection goes through them. */
export const states = [
  ...(['waiting', 'booked', 'begun', 'closed', 'lapsed'] as const),
] as const satisfies readonly InspectionState[];

/** Agencies that may want something inspected. */
export const agencies = [
  ...(['customs', 'market', 'public-security', 'post', 'commerce', 'tax', 'forex'] as const),
] as const;

/** What is looked for; what is left out does not matter. */
export interface InspectionsFilter {
  readonly stage?: InspectionState;
  readonly agency?: (typeof agencies)[number];
  readonly office?: string;
}

export const inspectionsQuery = ({ stage, agency, office }: InspectionsFilter) =>
  infiniteQueryOptions({
    queryKey: ['inspections', stage ?? '', agency ?? '', office ?? ''],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/inspections', {
          signal,
          params: {
            query: {
              ...(stage ? { state: stage } : {}),
              ...(agency ? { agency } : {}),
              ...(office ? { customsCode: office } : {}),
              ...(pageParam === '' ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const inspectionsOfListQuery = ({ ebpCode, orderNo }: ListKey) =>
  queryOptions({
    // Read anew with the list itself, when it is told that something has happened to it.
    queryKey: ['list', ebpCode, orderNo, 'inspections'],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/inspections', { signal, params: { query: { ebpCode, orderNo } } })),
  });

export const inspectionKey = (inspectionId: string) => ['inspection', inspectionId] as const;

export const inspectionQuery = (inspectionId: string) =>
  queryOptions({
    queryKey: inspectionKey(inspectionId),
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/inspections/{inspectionId}', { signal, params: { path: { inspectionId } } })),
  });

export const sitesQuery = () =>
  queryOptions({
    queryKey: ['inspection-sites'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/inspection-sites', { signal })),
  });

/** Grounds, faults and mutual recognition, as they hold today. */
export const tablesQuery = () =>
  queryOptions({
    queryKey: ['inspection-tables'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => answerOf(client.GET('/api/inspection-tables', { signal })),
  });

/** The slots of a site for a week. */
export const weekQuery = (siteCode: string, from: string) =>
  queryOptions({
    queryKey: ['inspection-slots', siteCode, from],
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/api/inspection-sites/{siteCode}/slots', {
          signal,
          params: { path: { siteCode }, query: { from, days: 7 } },
        }),
      ),
  });

/** Whose visits are booked at a site in a week: one's own, or those of the zone. */
export const visitsQuery = (siteCode: string, from: string) =>
  queryOptions({
    queryKey: ['inspections', 'week', siteCode, from],
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/api/inspections', {
          signal,
          params: { query: { siteCode, from, days: 7, state: 'booked,begun,closed', limit: 200 } },
        }),
      ),
  });

/** What is read anew when an inspection has changed. */
export const changed = [['inspections'], ['inspection'], ['inspection-slots'], ['list'], ['lists']] as const;

export const askInspection = (body: Schemas['NewInspectionHold']) =>
  answerOf(client.POST('/api/inspections', { body }));

const of = (inspectionId: string) => ({ params: { path: { inspectionId } } });

export const bookSlot = (inspectionId: string, body: Schemas['InspectionBooking']) =>
  answerOf(client.PUT('/api/inspections/{inspectionId}/booking', { ...of(inspectionId), body }));

export const giveSlotUp = (inspectionId: string) =>
  answerOf(client.DELETE('/api/inspections/{inspectionId}/booking', of(inspectionId)));

export const tellNoShow = (inspectionId: string) =>
  answerOf(client.POST('/api/inspections/{inspectionId}/no-show', of(inspectionId)));

export const proposeCorrection = (inspectionId: string, body: Schemas['NewInspectionCorrection']) =>
  answerOf(client.POST('/api/inspections/{inspectionId}/corrections', { ...of(inspectionId), body }));

export const confirmCorrection = (inspectionId: string, entryId: string) =>
  answerOf(
    client.POST('/api/inspections/{inspectionId}/corrections/{entryId}/confirmation', {
      params: { path: { inspectionId, entryId } },
    }),
  );

export const fileSite = (siteCode: string, body: SiteFiling) =>
  answerOf(client.PUT('/api/inspection-sites/{siteCode}', { params: { path: { siteCode } }, body }));
