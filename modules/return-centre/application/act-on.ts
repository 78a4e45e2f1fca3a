import type { Client } from '#postgres';
import type { Centre } from '../storage/centres.ts';
import { lockParcel, type Parcel, parcelByNo } from '../storage/parcels.ts';
import { centreFor } from './centres.ts';
import type { By, CentrePorts } from './ports.ts';
import { movedMeanwhile, noParcel } from './problems.ts';

/** Which parcel is acted on, as its caller has seen it. */
export interface ActOn {
  readonly parcelNo: string;
  readonly revision: number;
}

/**
 * Does something with a parcel that is held still, in a centre of the caller's.
 * @throws Problem CENTRES-NO-PARCEL, CENTRES-MOVED
 */
export async function actOn<Done>(
  ports: CentrePorts,
  by: By,
  { parcelNo, revision }: ActOn,
  act: (client: Client, parcel: Parcel, centre: Centre) => Promise<Done>,
): Promise<Done> {
  const seen = await parcelByNo(ports.database, parcelNo, by.party);
  if (!seen) throw noParcel(parcelNo);
  // Its list's enterprises see it; who works on it are those of the centre.
  const centre = await centreFor(ports, seen.centreCode, by.party);
  return ports.database.transaction(async (client) => {
    const parcel = await lockParcel(client, seen);
    if (!parcel) throw noParcel(parcelNo);
    if (parcel.revision !== revision) throw movedMeanwhile(parcel);
    return act(client, parcel, centre);
  });
}
