import { Problem } from '#http';
import { record } from '#journal';
import type { NewAlert } from '../domain/alerts.ts';
import { transitFinding } from '../domain/finding-codes.ts';
import { isUnderSeal } from '../domain/states.ts';
import { alertsOf } from '../storage/alerts.ts';
import { markSeals, putOnSeals, replaceSeal, sealsOf, usedSeals } from '../storage/seals.ts';
import { addEvent, countStep, lockTransit, type Transit, transitByNo } from '../storage/transits.ts';
import { actOn, raise } from './act.ts';
import { type Actor, codeOf, partiesOf, type TransitPorts } from './ports.ts';
import { noTransit, wrongInput, wrongParty, wrongState } from './refusals.ts';

/** Puts seals on an approved transit. @throws Problem 422 where a number was used before */
export function seal(
  ports: TransitPorts,
  actor: Actor,
  transitNo: string,
  sealNos: readonly string[],
): Promise<Transit> {
  const at = ports.now();
  return actOn(ports, actor, transitNo, {
    ...{ act: 'seal', note: sealNos.join(' ') },
    before: async (client) => {
      const used = new Set(await usedSeals(client, sealNos));
      const findings = sealNos.flatMap((sealNo, index) =>
        used.has(sealNo) || sealNos.indexOf(sealNo) < index
          ? [transitFinding('ROAD-SEAL-USED', `sealNos[${index}]`, sealNo)]
          : [],
      );
      if (findings.length > 0) throw wrongInput(findings);
      await putOnSeals(client, transitNo, sealNos, actor.id, at);
    },
  });
}

/** A seal as it was found on arrival. */
export interface CheckedSeal {
  readonly sealNo: string;
  readonly found: 'intact' | 'broken' | 'missing';
  readonly note?: string | undefined;
}

/** Takes the seals off, each looked at; those that are not intact raise an alert. */
export function unseal(
  ports: TransitPorts,
  actor: Actor,
  transitNo: string,
  checked: readonly CheckedSeal[],
): Promise<Transit> {
  const at = ports.now();
  return actOn(ports, actor, transitNo, {
    act: 'unseal',
    before: async (client) => {
      const seals = (await sealsOf(client, transitNo)).filter(
        ({ state }) => state === 'on' || state === 'broken',
      );
      const found = new Map(checked.map((one) => [one.sealNo, one]));
      const open = seals.filter(({ sealNo, replacedBy }) => replacedBy === null && !found.has(sealNo));
      if (open.length > 0)
        throw wrongInput(open.map(({ sealNo }) => transitFinding('ROAD-SEAL-UNCHECKED', 'seals', sealNo)));
      const marks = seals.flatMap(({ sealNo }) => {
        const one = found.get(sealNo);
        return one ? [{ sealNo, state: one.found, note: one.note }] : [];
      });
      await markSeals(client, transitNo, marks, at);
    },
    alerts: () =>
      checked.flatMap(({ sealNo, found }) => (found === 'intact' ? [] : [sealAlert(sealNo, found)])),
  });
}

export const sealAlert = (sealNo: string, found: 'broken' | 'missing'): NewAlert => ({
  ...{ kind: found === 'broken' ? 'seal-broken' : 'seal-missing', occasion: sealNo, evidence: { sealNo } },
});

/** Steps under the lock that leave the state as it is. */
async function step(
  ports: TransitPorts,
  actor: Actor,
  transitNo: string,
  act: 'seal-broken' | 'seal-replaced',
  note: string,
  work: (client: Parameters<typeof lockTransit>[0], transit: Transit) => Promise<void>,
): Promise<Transit> {
  const at = ports.now();
  return ports.database.transaction(async (client) => {
    const transit = await lockTransit(
      client,
      transitNo,
      'enterprise' in actor ? actor.enterprise : undefined,
    );
    if (!transit) throw noTransit(transitNo);
    if (!isUnderSeal(transit.state)) throw wrongState(transit.state);
    const [as] = partiesOf(ports, transit, actor);
    if (as === undefined) throw wrongParty();
    await work(client, transit);
    await countStep(client, transitNo);
    const { revision, state, applicant, carrier } = transit;
    await addEvent(client, transitNo, {
      ...{ revision: revision + 1, at, act, fromState: state, toState: state, party: as, note },
      ...{ ofWhom: codeOf(actor), byWhom: actor.id },
    });
    const body = { transitNo, note, party: as, enterprise: applicant, recipient: carrier, by: actor.id };
    await record(client, [{ at, kind: `transit-${act}`, subject: transitNo, body }]);
    const after = await transitByNo(client, transitNo);
    if (!after) throw noTransit(transitNo);
    return after;
  });
}

export const noSeal = (sealNo: string): Problem =>
  new Problem(404, 'TRANSIT-SEAL-NOT-FOUND', {
    zh: `车上没有封志 ${sealNo}`,
    en: `There is no seal ${sealNo} on the vehicle`,
  });

/** Reports a seal as broken: whoever sees it says so, the carrier as well as an officer. */
export function reportBroken(
  ports: TransitPorts,
  actor: Actor,
  transitNo: string,
  { sealNo, note }: { readonly sealNo: string; readonly note: string },
): Promise<Transit> {
  return step(ports, actor, transitNo, 'seal-broken', `${sealNo} ${note}`.trim(), async (client, transit) => {
    const seals = await sealsOf(client, transitNo);
    if (!seals.some((one) => one.sealNo === sealNo && one.state === 'on')) throw noSeal(sealNo);
    await markSeals(client, transitNo, [{ sealNo, state: 'broken', note }], ports.now());
    await raise(client, transit, [sealAlert(sealNo, 'broken')], ports.now());
  });
}

/** Puts a new seal on in place of one that is broken. */
export function putInPlace(
  ports: TransitPorts,
  actor: Actor,
  transitNo: string,
  { sealNo, newSealNo, note }: { readonly sealNo: string; readonly newSealNo: string; readonly note: string },
): Promise<Transit> {
  return step(
    ports,
    actor,
    transitNo,
    'seal-replaced',
    `${sealNo} → ${newSealNo} ${note}`.trim(),
    async (client) => {
      const seals = await sealsOf(client, transitNo);
      const old = seals.find((one) => one.sealNo === sealNo && one.replacedBy === null);
      if (!old || (old.state !== 'on' && old.state !== 'broken')) throw noSeal(sealNo);
      if ((await usedSeals(client, [newSealNo])).length > 0)
        throw wrongInput([transitFinding('ROAD-SEAL-USED', 'newSealNo', newSealNo)]);
      await putOnSeals(client, transitNo, [newSealNo], actor.id, ports.now());
      await replaceSeal(client, transitNo, sealNo, newSealNo);
      if (old.state === 'on') await markSeals(client, transitNo, [{ sealNo, state: 'removed' }], ports.now());
    },
  );
}

/**
 * Writes a transit off: what was counted is kept, and fewer packages than applied for raise an alert. Barred while an alert
 * is open, as nobody would look into it any more.
 */
export function writeOff(
  ports: TransitPorts,
  actor: Actor,
  transitNo: string,
  { counted, note }: { readonly counted: number; readonly note: string },
): Promise<Transit> {
  return actOn(ports, actor, transitNo, {
    ...{ act: 'write-off', note },
    before: async (client, transit) => {
      const open = (await alertsOf(client, transitNo)).filter(({ resolvedAt }) => resolvedAt === null);
      if (open.length > 0)
        throw new Problem(409, 'TRANSIT-ALERTS-OPEN', {
          zh: `还有 ${open.length} 项预警未办结，请先说明处理结果`,
          en: `${open.length} alerts are open; say what was found first`,
        });
      if (counted !== transit.packages && note === '')
        throw new Problem(422, 'TRANSIT-COUNT', {
          zh: '清点件数与申请不符，请说明原因',
          en: 'The packages counted are not those applied for: say why',
        });
    },
    change: () => ({ counted }),
  });
}
