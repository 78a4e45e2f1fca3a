import type { EnterpriseCaller } from '#access';
import type { MessageAnswer } from '#exchange';
import { add, formatDecimal, parseDecimal, ZERO } from '#kernel';
import { centreFinding } from '../domain/finding-codes.ts';
import { goodsOfAll } from '../storage/goods.ts';
import { type Parcel, parcelsByNo } from '../storage/parcels.ts';
import type { CentrePorts } from './ports.ts';
import { wrongInput } from './problems.ts';

/**
 * Hands in the return list of sorted parcels of one order, which names them: what lies in them comes back.
 * @throws Problem CENTRES-INPUT, and those of applying by form
 */
export async function handInParcels(
  ports: CentrePorts,
  caller: EnterpriseCaller,
  { parcels: parcelNos, reason }: { readonly parcels: readonly string[]; readonly reason: string },
): Promise<MessageAnswer> {
  const { database } = ports;
  const { parcels, goods } = await database.readers.transaction(async (client) => {
    const known = await parcelsByNo(client, parcelNos, caller.customsCode);
    const found = parcelNos.map((parcelNo) => known.get(parcelNo));
    const [first] = found;
    const wrong = found.flatMap((parcel, at) => (fits(parcel, first, caller) ? [] : [at]));
    const twice = new Set(parcelNos).size < parcelNos.length;
    if (wrong.length > 0 || twice)
      throw wrongInput((twice ? [0] : wrong).map((at) => centreFinding('CENTRE-PARCEL', `parcels[${at}]`)));
    const all = found.flatMap((parcel) => parcel ?? []);
    return { parcels: all, goods: await goodsOfAll(client, all) };
  });
  const sums = new Map<number, bigint>();
  for (const { gnum, quantity } of goods)
    sums.set(gnum, add((sums.get(gnum) ?? ZERO) as typeof ZERO, parseDecimal(quantity ?? '0')));
  const [first] = parcels;
  const lines = [...sums]
    .filter(([, quantity]) => quantity > 0n)
    .map(([gnum, quantity]) => ({ gnum, quantity: formatDecimal(quantity as typeof ZERO) }));
  return ports.apply(caller, {
    ...{ kind: 'return', orderNo: first?.orderNo ?? '', ebpCode: first?.ebpCode ?? '', lines },
    reason: `${reason}（退货中心仓包裹：${parcelNos.join('、')}）`,
  });
}

const fits = (parcel: Parcel | undefined, first: Parcel | undefined, { customsCode }: EnterpriseCaller) =>
  parcel !== undefined &&
  parcel.state === 'sorted' &&
  parcel.orderNo === first?.orderNo &&
  parcel.ebpCode === first?.ebpCode &&
  [parcel.ebcCode, parcel.agentCode].includes(customsCode);
