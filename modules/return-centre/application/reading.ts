import { caseStates } from '#returns';
import { goodsOf, type ParcelGoods } from '../storage/goods.ts';
import {
  openParcels,
  type Parcel,
  type ParcelStep,
  type ParcelWish,
  parcelByNo,
  parcelsPage,
  stepsOf,
} from '../storage/parcels.ts';
import type { CentrePorts } from './ports.ts';
import { noParcel } from './problems.ts';

/** A parcel with where the return it is on stands. */
export type ParcelShown = Parcel & { readonly returnState: string | undefined };

/** All there is of a parcel. */
export interface ParcelDetail {
  readonly parcel: ParcelShown;
  readonly goods: readonly ParcelGoods[];
  readonly steps: readonly ParcelStep[];
}

/** One parcel. @param party whose it has to be: of the centre or of the list @throws Problem CENTRES-NO-PARCEL */
export async function parcelDetail(
  { database }: Pick<CentrePorts, 'database'>,
  parcelNo: string,
  party: string | undefined,
): Promise<ParcelDetail> {
  // What the caller has just done it sees: not on a connection that may lie behind.
  return database.transaction(async (client) => {
    const parcel = await parcelByNo(client, parcelNo, party);
    if (!parcel) throw noParcel(parcelNo);
    const states = await caseStates(client, [parcel.returnNo ?? '']);
    return {
      parcel: { ...parcel, returnState: states.get(parcel.returnNo ?? '') },
      ...{ goods: await goodsOf(client, parcel), steps: await stepsOf(client, parcel) },
    };
  });
}

/** Parcels, the latest received first, and how many wait in each open state. */
export async function parcelsBefore({ database }: CentrePorts, wish: ParcelWish) {
  return database.readers.transaction(async (client) => {
    const parcels = await parcelsPage(client, wish);
    const states = await caseStates(
      client,
      parcels.flatMap(({ returnNo }) => returnNo ?? []),
    );
    const waiting = await openParcels(client, wish);
    return {
      parcels: parcels.map((parcel) => ({ ...parcel, returnState: states.get(parcel.returnNo ?? '') })),
      waiting: Object.fromEntries(waiting.map(({ state, parcels: count }) => [state, count])),
    };
  });
}
