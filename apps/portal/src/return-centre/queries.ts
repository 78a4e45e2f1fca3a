import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, client, ProblemError } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

type Schemas = components['schemas'];
export type Parcel = Schemas['ReturnParcel'];
export type Scanned = Schemas['ReturnScanned'];

/** In the order in which a parcel goes through them. */
export const states = [
  ...(['unidentified', 'identified', 'sorted', 'set-apart', 'listed', 'sent-back', 'destroyed'] as const),
] as const satisfies readonly Parcel['state'][];

export const centresQuery = () =>
  queryOptions({
    queryKey: ['return-centres'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/return-centres', { signal })),
  });

export const parcelsQuery = (state: Parcel['state'] | undefined) =>
  infiniteQueryOptions({
    queryKey: ['return-parcels', state ?? ''],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/return-parcels', {
          signal,
          params: { query: { ...(state ? { state } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const parcelQuery = (parcelNo: string) =>
  queryOptions({
    queryKey: ['return-parcel', parcelNo],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/return-parcels/{parcelNo}', { signal, params: { path: { parcelNo } } })),
  });

export const scan = ({ centreCode, scanned }: { readonly centreCode: string; readonly scanned: string }) =>
  answerOf(
    client.POST('/api/return-centres/{centreCode}/scans', {
      params: { path: { centreCode } },
      body: { scanned },
    }),
  );

export const fileCentre = (centreCode: string, body: Schemas['NewReturnCentre']) =>
  answerOf(client.PUT('/api/return-centres/{centreCode}', { params: { path: { centreCode } }, body }));

const of = (parcelNo: string) => ({ params: { path: { parcelNo } } });

export const identify = (parcelNo: string, body: Schemas['ReturnIdentification']) =>
  answerOf(client.POST('/api/return-parcels/{parcelNo}/identification', { ...of(parcelNo), body }));

export const sort = (parcelNo: string, body: Schemas['ReturnSorting']) =>
  answerOf(client.POST('/api/return-parcels/{parcelNo}/sorting', { ...of(parcelNo), body }));

export const end = (parcelNo: string, body: Schemas['ReturnParcelEnd']) =>
  answerOf(client.POST('/api/return-parcels/{parcelNo}/end', { ...of(parcelNo), body }));

/** Hands the return list of parcels in; what it was refused for is thrown as a problem is shown. */
export async function handIn(body: Schemas['ReturnOfParcels']): Promise<void> {
  const { verdict, findings } = await answerOf(client.POST('/api/return-parcels/returns', { body }));
  const [finding] = findings;
  if (verdict !== 'refused' || !finding) return;
  const { code, message } = finding;
  throw new ProblemError(422, { type: '', title: message.en, status: 422, instance: '', code, ...message });
}
