import type { Client } from '#postgres';
import { announcementOf, type Centre, centreOf, noteAnnouncement } from '../storage/centres.ts';
import { writeGoods } from '../storage/goods.ts';
import {
  addParcel,
  issueParcelNo,
  lockParcel,
  moveParcel,
  type Parcel,
  parcelScanned,
} from '../storage/parcels.ts';
import { centreFor } from './centres.ts';
import { type KnownList, knownOf, listNamed, listOf } from './lists-named.ts';
import type { By, CentrePorts } from './ports.ts';
import { announcedOtherwise, centreShut, noCentre, noSuchList } from './problems.ts';

const unknown = {
  ...{ orderNo: null, ebpCode: null, ebcCode: null, agentCode: null, invtNo: null },
  ...{ applyBy: null, arriveBy: null, bars: [] },
};

const openOn = ({ openedOn, validTo }: Centre, day: string): boolean =>
  openedOn <= day && (validTo === null || day <= validTo);

/** What a scan found: the parcel, and whether it had been taken in before. */
export interface Scanned {
  readonly parcelNo: string;
  readonly again: boolean;
}

/**
 * Takes a parcel in by what its label says: it is known by what was announced of it, or by the number of its waybill,
 * order or list; else it is kept until somebody knows it. Scanned again it is the parcel it was.
 * @throws Problem CENTRES-NOT-FOUND, CENTRES-SHUT
 */
export async function scanParcel(
  ports: CentrePorts,
  by: By,
  centreCode: string,
  scanned: string,
): Promise<Scanned> {
  const centre = await centreFor(ports, centreCode, by.party);
  const at = ports.now();
  const receivedOn = ports.chinaDay(at);
  return ports.database.transaction(async (client) => {
    const before = await parcelScanned(client, centreCode, scanned);
    if (before && before.state !== 'sent-back') return { parcelNo: before.parcelNo, again: true };
    if (!openOn(centre, receivedOn)) throw centreShut(centreCode);
    const announced = await announcementOf(client, centreCode, scanned);
    const list = await (announced ? listOf(ports, client, announced) : listNamed(ports, client, scanned));
    const known = list && knownOf(ports, list, centre, receivedOn);
    const parcelNo = await issueParcelNo(client, receivedOn.replaceAll('-', ''));
    const parcel = {
      ...{ centreCode, parcelNo, scanned, receivedAt: at, receivedOn, splitOf: null, movedAt: at },
      ...{ state: known ? stateOf(known) : ('unidentified' as const), ...(known?.learnt ?? unknown) },
    };
    if (!(await addParcel(client, parcel, by.id))) {
      // Two scanners read it at the same moment.
      const other = await parcelScanned(client, centreCode, scanned);
      return { parcelNo: other?.parcelNo ?? parcelNo, again: true };
    }
    if (known) await writeGoods(client, parcel, known.goods);
    return { parcelNo, again: false };
  });
}

/** What may not come back is set apart as soon as it is known. */
const stateOf = ({ learnt }: KnownList) =>
  learnt.bars.length > 0 ? ('set-apart' as const) : ('identified' as const);

/** Notes which list a parcel that is kept comes back from. */
export async function nowKnown(
  client: Client,
  parcel: Parcel,
  known: KnownList,
  { at, byWhom, note }: { readonly at: Date; readonly byWhom: string; readonly note: string },
): Promise<void> {
  await moveParcel(client, parcel, { at, toState: stateOf(known), byWhom, note }, known.learnt);
  await writeGoods(client, parcel, known.goods);
}

/**
 * An enterprise tells beforehand which list a label will stand for; a parcel of that label that is kept already is known
 * from then on.
 * @throws Problem CENTRES-NOT-FOUND, CENTRES-NO-LIST, CENTRES-ANNOUNCED
 */
export async function announceParcel(
  ports: CentrePorts,
  by: { readonly id: string; readonly party: string },
  centreCode: string,
  { scanned, ...key }: { readonly scanned: string; readonly orderNo: string; readonly ebpCode: string },
): Promise<{ readonly parcelNo?: string }> {
  const at = ports.now();
  return ports.database.transaction(async (client) => {
    const centre = await centreOf(client, centreCode);
    if (!centre) throw noCentre(centreCode);
    const list = await listOf(ports, client, key);
    const { agentCode, ebcCode } = list?.document.head ?? {};
    if (!list || ![agentCode, ebcCode].includes(by.party)) throw noSuchList(key);
    const place = { centreCode, scanned };
    const stands = await noteAnnouncement(client, place, { ...key, announcedBy: by.party }, at);
    if (stands.orderNo !== key.orderNo || stands.ebpCode !== key.ebpCode) throw announcedOtherwise(scanned);
    const kept = await parcelScanned(client, centreCode, scanned);
    const parcel = kept && (await lockParcel(client, kept));
    if (parcel?.state !== 'unidentified') return parcel ? { parcelNo: parcel.parcelNo } : {};
    const known = knownOf(ports, list, centre, parcel.receivedOn);
    await nowKnown(client, parcel, known, { at, byWhom: by.id, note: '' });
    return { parcelNo: parcel.parcelNo };
  });
}
