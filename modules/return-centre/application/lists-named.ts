import { type ListKey, type ListOnFile, listsByInvtNo, standingsOf } from '#clearance';
import type { Client } from '#postgres';
import { judgeImportReturn } from '#returns';
import { ordersOfWaybill } from '#waybills';
import { barsOf } from '../domain/judge-parcel.ts';
import type { NamedList, ParcelWindow } from '../domain/parcel.ts';
import type { Centre } from '../storage/centres.ts';
import type { ParcelGoods } from '../storage/goods.ts';
import type { Parcel } from '../storage/parcels.ts';
import type { CentrePorts } from './ports.ts';

/** What a parcel learns of the list it comes back from. */
export interface KnownList {
  readonly learnt: Pick<
    Parcel,
    'orderNo' | 'ebpCode' | 'ebcCode' | 'agentCode' | 'invtNo' | 'applyBy' | 'arriveBy' | 'bars'
  >;
  readonly goods: readonly ParcelGoods[];
}

/** The list of a key, held; undefined where it is unknown. */
export async function listOf(
  { lists }: Pick<CentrePorts, 'lists'>,
  client: Client,
  key: ListKey,
): Promise<ListOnFile | undefined> {
  const [list] = (await lists.hold(client, [key])).values();
  return list;
}

/**
 * The list a label names by the number of its waybill, order or list, whole; undefined where none is named so, or
 * several are.
 */
export async function listNamed(
  ports: Pick<CentrePorts, 'lists'>,
  client: Client,
  label: string,
): Promise<ListOnFile | undefined> {
  // Numbers that only begin so are found as well: what a list says itself decides.
  const carried = await ordersOfWaybill(client, label);
  const numbered = await listsByInvtNo(client, label, 5);
  const orderNos = [...new Set([label, ...carried, ...numbered.map(({ orderNo }) => orderNo)])].slice(0, 20);
  const keys = await standingsOf(client, orderNos);
  if (keys.length === 0) return undefined;
  const held = [...(await ports.lists.hold(client, keys)).values()];
  const named = held.filter(({ document: { head }, latest }) =>
    [head.orderNo, head.logisticsNo, latest?.invtNo].includes(label),
  );
  return named.length === 1 ? named[0] : undefined;
}

const namedBy = ({ document: { head }, latest, waiting, releasedOn }: ListOnFile): NamedList => ({
  outcome: waiting ? 'waiting' : (latest?.outcome ?? 'waiting'),
  tradeMode: head.tradeMode,
  customsCode: head.customsCode,
  releasedOn,
});

function windowOf(
  { parameters }: Pick<CentrePorts, 'parameters'>,
  releasedOn: string | undefined,
): ParcelWindow | undefined {
  if (releasedOn === undefined) return undefined;
  try {
    return judgeImportReturn({ released: releasedOn, applied: releasedOn }, parameters);
  } catch (error) {
    // The parameters say from which day on goods may come back at all.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What there is to know of a list for a parcel of it, with all that speaks against a return. */
export function knownOf(
  ports: Pick<CentrePorts, 'parameters'>,
  list: ListOnFile,
  centre: Pick<Centre, 'customsCode'>,
  receivedOn: string,
): KnownList {
  const { head, items } = list.document;
  const named = namedBy(list);
  const window = windowOf(ports, named.releasedOn);
  return {
    learnt: {
      ...{ orderNo: head.orderNo, ebpCode: head.ebpCode, ebcCode: head.ebcCode, agentCode: head.agentCode },
      invtNo: list.latest?.invtNo ?? null,
      ...{ applyBy: window?.applyBy ?? null, arriveBy: window?.arriveBy ?? null },
      bars: barsOf(named, window, { customsCode: centre.customsCode, receivedOn }),
    },
    goods: items.map(({ gnum, gcode, gname, unit, qty }) => ({
      ...{ gnum, gcode, gname, unit, bought: qty, quantity: null },
    })),
  };
}
