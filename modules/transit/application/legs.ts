import { Problem } from '#http';
import { record } from '#journal';
import type { Finding } from '#kernel';
import type { Client } from '#postgres';
import { transitFinding } from '../domain/finding-codes.ts';
import type { Party } from '../domain/states.ts';
import { addHandover, type HandedSeal, type Leg, legsOf } from '../storage/legs.ts';
import {
  markSeals,
  putOnSeals,
  replaceSeal,
  type SealMark,
  sealsOnVehicle,
  usedSeals,
} from '../storage/seals.ts';
import { addEvent, countStep, lockTransit, type Transit, transitByNo } from '../storage/transits.ts';
import { raise, routeOf } from './act.ts';
import { nextLeg } from './next-leg.ts';
import { type Actor, codeOf, partiesOf, type TransitPorts } from './ports.ts';
import { noTransit, wrongInput, wrongParty, wrongState } from './refusals.ts';
import { noSeal, sealAlert } from './seals.ts';

/** Goods that are handed over to the next leg, with each seal as it was found. */
export interface HandingOver {
  /** Number of the leg that begins. */
  readonly leg: number;
  readonly seals: readonly HandedSeal[];
  readonly note: string;
}

/**
 * What somebody is to the handover to a leg: who carries it takes the goods over; customs of either end, or of the place
 * where it happens, may write it down as well (D).
 */
export function partyToHandover(
  ports: Pick<TransitPorts, 'districtOf' | 'corridors'>,
  transit: Transit,
  leg: Leg,
  actor: Actor,
): Exclude<Party, 'applicant'> | undefined {
  if ('enterprise' in actor) return actor.enterprise === leg.carrier ? 'carrier' : undefined;
  const [own] = partiesOf(ports, transit, actor);
  if (own === 'departure' || own === 'destination') return own;
  const { office } = routeOf(ports, transit).line.find(({ code }) => code === leg.from) ?? {};
  const theirs =
    office !== undefined && (actor.office === office || actor.office === ports.districtOf(office));
  return theirs ? 'elsewhere' : undefined;
}

/**
 * Hands goods on the road over to the carrier of the next leg. Each seal is looked at: one that is not as it was
 * raises an alert, and one is put on in the place of another by customs alone.
 * @throws Problem 404, 409, 422
 */
export function handOver(
  ports: TransitPorts,
  actor: Actor,
  transitNo: string,
  { leg: legNo, seals, note }: HandingOver,
): Promise<Transit> {
  const at = ports.now();
  return ports.database.transaction(async (client) => {
    const transit = await lockTransit(
      client,
      transitNo,
      'enterprise' in actor ? actor.enterprise : undefined,
    );
    if (!transit) throw noTransit(transitNo);
    if (transit.state !== 'on-the-road') throw wrongState(transit.state);
    const leg = nextLeg(await legsOf(client, transitNo));
    if (leg?.legNo !== legNo || !leg) throw wrongLeg(leg);
    const party = partyToHandover(ports, transit, leg, actor);
    if (!party) throw wrongParty();
    await lookAtSeals(client, transit, seals, actor, at);
    const by = { party, ofWhom: codeOf(actor), byWhom: actor.id };
    await addHandover(client, transitNo, leg, { at, ...by, seals, note });
    await countStep(client, transitNo);
    const { revision, state: fromState, applicant, carrier } = transit;
    const words = `${legNo} ${leg.from} ${leg.carrier} ${note}`.trim();
    await addEvent(client, transitNo, {
      ...{ revision: revision + 1, at, act: 'hand-over', fromState, toState: fromState, ...by, note: words },
    });
    const body = {
      ...{ transitNo, leg: legNo, place: leg.from, mode: leg.mode, documentNo: leg.documentNo, party },
      ...{ enterprise: applicant, recipient: leg.carrier, sender: carrier, by: actor.id },
    };
    await record(client, [{ at, kind: 'transit-handed-over', subject: transitNo, body }]);
    const after = await transitByNo(client, transitNo);
    if (!after) throw noTransit(transitNo);
    return after;
  });
}

async function lookAtSeals(
  client: Client,
  transit: Transit,
  seals: readonly HandedSeal[],
  actor: Actor,
  at: Date,
): Promise<void> {
  const { transitNo } = transit;
  const on = new Map((await sealsOnVehicle(client, transitNo)).map((seal) => [seal.sealNo, seal]));
  const stranger = seals.find(({ sealNo }) => !on.has(sealNo));
  if (stranger) throw noSeal(stranger.sealNo);
  const findings = await wrongSeals(client, seals, [...on.keys()], actor);
  if (findings.length > 0) throw wrongInput(findings);
  const fresh = seals.flatMap(({ newSealNo }) => newSealNo ?? []);
  if (fresh.length > 0) await putOnSeals(client, transitNo, fresh, actor.id, at);
  for (const { sealNo, newSealNo } of seals)
    if (newSealNo !== undefined) await replaceSeal(client, transitNo, sealNo, newSealNo);
  const marks = seals.flatMap(({ sealNo, found, newSealNo }): SealMark[] => {
    if (found !== 'intact') return [{ sealNo, state: found }];
    return newSealNo !== undefined && on.get(sealNo)?.state === 'on' ? [{ sealNo, state: 'removed' }] : [];
  });
  await markSeals(client, transitNo, marks, at);
  const alerts = seals.flatMap(({ sealNo, found }) => (found === 'intact' ? [] : [sealAlert(sealNo, found)]));
  await raise(client, transit, alerts, at);
}

async function wrongSeals(
  client: Client,
  seals: readonly HandedSeal[],
  on: readonly string[],
  actor: Actor,
): Promise<Finding[]> {
  const fresh = seals.flatMap(({ newSealNo }) => newSealNo ?? []);
  const used = new Set(fresh.length > 0 ? await usedSeals(client, fresh) : []);
  const named = new Set(seals.map(({ sealNo }) => sealNo));
  return [
    ...on.flatMap((sealNo) =>
      named.has(sealNo) ? [] : [transitFinding('ROAD-SEAL-UNCHECKED', 'seals', sealNo)],
    ),
    ...seals.flatMap(({ sealNo, newSealNo }, at): Finding[] => {
      const path = `seals[${at}]`;
      const twice = seals.findIndex((one) => one.sealNo === sealNo) < at;
      if (twice) return [transitFinding('ROAD-SEAL-USED', `${path}.sealNo`, sealNo)];
      if (newSealNo === undefined) return [];
      if ('enterprise' in actor) return [transitFinding('ROAD-SEAL-CUSTOMS', `${path}.newSealNo`, newSealNo)];
      const again = seals.findIndex((one) => one.newSealNo === newSealNo) < at;
      return used.has(newSealNo) || again
        ? [transitFinding('ROAD-SEAL-USED', `${path}.newSealNo`, newSealNo)]
        : [];
    }),
  ];
}

const wrongLeg = (next: Leg | undefined): Problem =>
  new Problem(409, 'TRANSIT-LEG', {
    zh: next ? `下一程为第 ${next.legNo} 程；请重新读取` : '已是最后一程，没有可交接的下一程',
    en: next
      ? `The next leg is the one of number ${next.legNo}; read it anew`
      : 'It is on its last leg: there is none to hand over to',
  });
