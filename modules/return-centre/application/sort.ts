import { add, type Finding, parseDecimal, ZERO } from '#kernel';
import type { Client } from '#postgres';
import { caseStates } from '#returns';
import { centreFinding } from '../domain/finding-codes.ts';
import { mayBecome, type ParcelEnd } from '../domain/parcel.ts';
import { goodsOf, type ParcelGoods, writeGoods } from '../storage/goods.ts';
import { addParcel, issueParcelNo, moveParcel, type Parcel } from '../storage/parcels.ts';
import { type ActOn, actOn } from './act-on.ts';
import { knownOf, listOf } from './lists-named.ts';
import type { By, CentrePorts } from './ports.ts';
import { noSuchList, notNow, wrongInput } from './problems.ts';
import { nowKnown } from './receive.ts';

/**
 * Somebody of the centre knows which list a kept parcel comes back from.
 * @throws Problem CENTRES-NO-PARCEL, CENTRES-MOVED, CENTRES-STATE, CENTRES-NO-LIST
 */
export async function identifyParcel(
  ports: CentrePorts,
  by: By,
  on: ActOn,
  key: { readonly orderNo: string; readonly ebpCode: string },
): Promise<void> {
  await actOn(ports, by, on, async (client, parcel, centre) => {
    if (parcel.state !== 'unidentified') throw notNow(parcel);
    const list = await listOf(ports, client, key);
    // What another zone released is nothing to learn here.
    if (!list || list.document.head.customsCode !== centre.customsCode) throw noSuchList(key);
    const known = knownOf(ports, list, centre, parcel.receivedOn);
    await nowKnown(client, parcel, known, { at: ports.now(), byWhom: by.id, note: '' });
  });
}

/** What was found of one line of goods in a parcel; decimals as texts. */
export interface SortedLine {
  readonly gnum: number;
  /** The goods that were sold, as they were. */
  readonly fit: string;
  /** Others, or not as they were. */
  readonly unfit: string;
}

/**
 * A parcel has been opened: what is fit may come back, what is not is set apart as a parcel of its own.
 * @throws Problem CENTRES-NO-PARCEL, CENTRES-MOVED, CENTRES-STATE, CENTRES-INPUT
 */
export async function sortParcel(
  ports: CentrePorts,
  by: By,
  on: ActOn,
  { lines, note }: { readonly lines: readonly SortedLine[]; readonly note: string },
): Promise<void> {
  await actOn(ports, by, on, async (client, parcel) => {
    if (parcel.state !== 'identified') throw notNow(parcel);
    const goods = await goodsOf(client, parcel);
    const findings = wrongIn(lines, goods);
    if (findings.length > 0) throw wrongInput(findings);
    const found = new Map(lines.map((line) => [line.gnum, line]));
    const holding = (kind: 'fit' | 'unfit'): ParcelGoods[] =>
      goods.map((line) => ({ ...line, quantity: found.get(line.gnum)?.[kind] ?? '0' }));
    const any = (kind: 'fit' | 'unfit') => lines.some((line) => parseDecimal(line[kind]) > ZERO);
    const at = ports.now();
    const toState = any('fit') ? 'sorted' : 'set-apart';
    await writeGoods(client, parcel, holding(any('fit') ? 'fit' : 'unfit'));
    const toTell = toState === 'sorted';
    await moveParcel(client, parcel, { at, toState, byWhom: by.id, note }, { toTell });
    if (any('fit') && any('unfit')) await setApart(ports, client, by, parcel, holding('unfit'));
  });
  ports.sorted();
}

function wrongIn(lines: readonly SortedLine[], goods: readonly ParcelGoods[]): Finding[] {
  const bought = new Map(goods.map((line) => [line.gnum, parseDecimal(line.bought)]));
  const seen = new Set<number>();
  const findings = lines.flatMap(({ gnum, fit, unfit }, at) => {
    const most = bought.get(gnum);
    if (most === undefined || seen.has(gnum)) return [centreFinding('CENTRE-LINE', `lines[${at}].gnum`)];
    seen.add(gnum);
    const all = add(parseDecimal(fit), parseDecimal(unfit));
    return all > most ? [centreFinding('CENTRE-QUANTITY', `lines[${at}]`)] : [];
  });
  const none = lines.every(({ fit, unfit }) => parseDecimal(fit) === ZERO && parseDecimal(unfit) === ZERO);
  return none ? [...findings, centreFinding('CENTRE-NOTHING', 'lines')] : findings;
}

/** What may not come back gets a box, and a number, of its own. */
async function setApart(
  ports: CentrePorts,
  client: Client,
  by: By,
  parcel: Parcel,
  goods: readonly ParcelGoods[],
): Promise<void> {
  const at = ports.now();
  const parcelNo = await issueParcelNo(client, ports.chinaDay(at).replaceAll('-', ''));
  const apart = { ...parcel, parcelNo, state: 'set-apart' as const, splitOf: parcel.parcelNo, movedAt: at };
  await addParcel(client, apart, by.id);
  await writeGoods(client, apart, goods);
}

/**
 * A parcel leaves the centre: out of the zone, to its buyer, or to be destroyed. One that is on a return may
 * only where the return was refused.
 * @throws Problem CENTRES-NO-PARCEL, CENTRES-MOVED, CENTRES-STATE
 */
export async function endParcel(
  ports: CentrePorts,
  by: By,
  on: ActOn,
  { way, paper, note }: { readonly way: ParcelEnd; readonly paper: string; readonly note: string },
): Promise<void> {
  await actOn(ports, by, on, async (client, parcel) => {
    if (!mayBecome(parcel.state, way)) throw notNow(parcel);
    if (parcel.state === 'listed') {
      const states = await caseStates(client, [parcel.returnNo ?? '']);
      if (states.get(parcel.returnNo ?? '') !== 'refused') throw notNow(parcel);
    }
    await moveParcel(client, parcel, { at: ports.now(), toState: way, byWhom: by.id, note }, { paper });
  });
}
