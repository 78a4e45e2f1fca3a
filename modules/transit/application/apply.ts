import type { Finding } from '#kernel';
import { type Direction, type Route, routeOn } from '../domain/corridors.ts';
import { transitFinding } from '../domain/finding-codes.ts';
import { type LegWished, legFindings, planOf } from '../domain/legs.ts';
import { attachLists, type CargoList, type ListKey } from '../storage/cargo.ts';
import { addLegs } from '../storage/legs.ts';
import { addTransit, countStep, type Transit, transitByNo } from '../storage/transits.ts';
import type { FoundList, TransitPorts } from './ports.ts';
import { recordStep } from './record.ts';
import { wrongInput } from './refusals.ts';

/** A transit that is wished for. */
export interface TransitWished {
  readonly direction: Direction;
  readonly corridor: string;
  readonly carrier: string;
  readonly billNo: string;
  readonly vehicleNo: string;
  readonly packages: number;
  readonly grossWeight: string;
  readonly lists: readonly ListKey[];
  /** Where it goes by several vehicles or means: all of them, the first one first. */
  readonly legs?: readonly LegWished[] | undefined;
  readonly note?: string | undefined;
}

interface Applicant {
  readonly id: string;
  readonly customsCode: string;
}

/**
 * Applies for a direct transfer of one batch under a master bill, with its electronic list attached.
 * @throws Problem 422 with all that is wrong with it
 */
export async function applyForTransit(
  ports: TransitPorts,
  caller: Applicant,
  wish: TransitWished,
): Promise<Transit> {
  const today = ports.today();
  const route = routeOn(ports.corridors, wish.corridor, wish.direction, today);
  const found = await ports.lists(wish.direction, wish.lists);
  const carriers = await ports.carriersAmong(
    new Set([wish.carrier, ...(wish.legs ?? []).map(({ carrier }) => carrier)]),
  );
  const findings = [
    ...(route ? [] : [transitFinding('ROAD-CORRIDOR', 'corridor', wish.corridor)]),
    ...(carriers.has(wish.carrier) ? [] : [transitFinding('ROAD-CARRIER', 'carrier', wish.carrier)]),
    ...(route ? legFindings(route, wish, wish.legs ?? []) : []),
    ...strangeCarriers(carriers, wish),
    ...checkLists(wish.lists, found, caller.customsCode),
  ];
  if (findings.length > 0 || !route) throw wrongInput(findings);
  return write(ports, caller, { wish, route, found, today });
}

/** Carriers of further legs that are none. */
function strangeCarriers(carriers: ReadonlySet<string>, { carrier, legs = [] }: TransitWished): Finding[] {
  return legs.flatMap((leg, at) =>
    leg.carrier === carrier || carriers.has(leg.carrier)
      ? []
      : [transitFinding('ROAD-CARRIER', `legs[${at}].carrier`, leg.carrier)],
  );
}

const keyOf = ({ orderNo, ebpCode }: ListKey): string => `${ebpCode}/${orderNo}`;

function checkLists(keys: readonly ListKey[], found: readonly FoundList[], caller: string): Finding[] {
  const known = new Map(
    found.filter(({ parties }) => parties.includes(caller)).map((list) => [keyOf(list), list]),
  );
  const named = new Set<string>();
  return keys.flatMap((key, at): Finding[] => {
    const path = `lists[${at}]`;
    const [name, list] = [keyOf(key), known.get(keyOf(key))];
    if (named.has(name)) return [transitFinding('ROAD-LIST-TWICE', path, name)];
    named.add(name);
    if (!list) return [transitFinding('ROAD-LIST-UNKNOWN', path, name)];
    return list.mayGo ? [] : [transitFinding('ROAD-LIST-STATE', path, `${name} ${list.state}`)];
  });
}

interface Checked {
  readonly wish: TransitWished;
  readonly route: Route;
  readonly found: readonly CargoList[];
  readonly today: string;
}

function write(
  ports: TransitPorts,
  caller: Applicant,
  { wish, route, found, today }: Checked,
): Promise<Transit> {
  const at = ports.now();
  const { lists, legs = [], note = '', ...plain } = wish;
  return ports.database.transaction(async (client) => {
    const transitNo = await addTransit(
      client,
      {
        ...{
          ...plain,
          note,
          lists: lists.length,
          appliedOn: today,
          appliedAt: at,
          applicant: caller.customsCode,
        },
        ...{ departureOffice: route.departureOffice, destinationOffice: route.destinationOffice },
        ...{ goodsName: ports.parameters().goodsName, departedAt: null, lateAt: null, dueAt: null },
        ...{ arrivedAt: null, closedAt: null, counted: null },
      },
      today.slice(0, 4),
    );
    const taken = await attachLists(client, transitNo, wish.direction, found);
    if (taken.length < lists.length) {
      const mine = new Set(taken.map(keyOf));
      throw wrongInput(
        lists.flatMap((key, index) =>
          mine.has(keyOf(key)) ? [] : [transitFinding('ROAD-LIST-TAKEN', `lists[${index}]`, keyOf(key))],
        ),
      );
    }
    await addLegs(client, transitNo, planOf(route, legs));
    await countStep(client, transitNo);
    const made = await transitByNo(client, transitNo);
    if (!made) throw new Error('a transit just written is not there');
    const actor = { id: caller.id, enterprise: caller.customsCode };
    await recordStep(client, made, { act: 'apply', from: null, as: 'applicant', actor, note, at });
    return made;
  });
}
