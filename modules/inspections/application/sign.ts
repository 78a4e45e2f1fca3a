import { record } from '#journal';
import type { Inspector } from '../domain/officer.ts';
import { deskReasonOf } from '../domain/verdict.ts';
import { type Hold, holdsOf } from '../storage/holds.ts';
import { changeInspection, findInspection, type Inspection } from '../storage/inspections.ts';
import { type Sample, samplesOf } from '../storage/samples.ts';
import { addSteps } from '../storage/steps.ts';
import type { DeskOutcome, DeskVerdict, HoldResult } from './closing.ts';
import type { ListKey } from './list-key.ts';
import { keyOf } from './open-holds.ts';
import type { InspectionPorts } from './ports.ts';
import { InspectionRefusal } from './refusals.ts';
import { begunOf, stepOf } from './visit.ts';

/**
 * Closes an inspection in which everything has its result, signed by another officer than the one who began it. In the
 * same transaction the agencies are told what was found of what they wanted, and customs' desk decides on the lists; once
 * only, as a closed inspection is not closed again. @throws InspectionRefusal
 */
export async function sign(ports: InspectionPorts, officer: Inspector, inspectionId: string): Promise<void> {
  const { database, now, closing } = ports;
  const seen = await findInspection(database, inspectionId);
  if (!seen) throw new InspectionRefusal('INSPECTION-NOT-FOUND');
  const lists = listsOf(await holdsOf(database, seen));
  await closing.holding(lists, async (client, desk) => {
    const at = now();
    const inspection = await begunOf(client, officer, inspectionId);
    const signers = signersOf(ports, inspection, officer);
    const holds = await holdsOf(client, inspection);
    // A list that has joined meanwhile is not locked yet.
    if (listsOf(holds).length > lists.length)
      throw Object.assign(new Error('a list has joined the inspection'), { code: '40001' });
    mustBeDone(holds, await samplesOf(client, inspection));
    await changeInspection(client, inspection, {
      ...{ state: 'closed', endedAt: at },
      ...(signers[1] ? { secondOfficer: signers[1] } : {}),
    });
    const found = holds.filter(({ state }) => state === 'conforming' || state === 'nonconforming');
    await closing.told?.(client, found.map(resultOf), at);
    const outcomes = await desk(signers, verdictsOf(ports, at, found));
    await addSteps(client, [
      stepOf(inspection, 'signed', officer, at, { name: officer.name, desk: outcomes }),
    ]);
    await record(client, entriesOf(inspection, found, outcomes, at));
  });
  await closing.goOn(lists);
}

const listsOf = (holds: readonly Hold[]): ListKey[] => [
  ...new Map(
    holds.map(({ orderNo, ebpCode }) => [keyOf({ orderNo, ebpCode }), { orderNo, ebpCode }]),
  ).values(),
];

function signersOf(
  { parameters }: InspectionPorts,
  { officer: first }: Inspection,
  officer: Inspector,
): readonly [Inspector, Inspector | undefined] {
  if (!first) throw new InspectionRefusal('INSPECTION-STATE');
  if (first.id !== officer.id) return [first, officer];
  if (parameters().officers > 1) throw new InspectionRefusal('INSPECTION-SAME-OFFICER');
  return [first, undefined];
}

function mustBeDone(holds: readonly Hold[], samples: readonly Sample[]): void {
  if (holds.some(({ state }) => state === 'open')) throw new InspectionRefusal('INSPECTION-OPEN-HOLDS');
  const of = (hold: Hold): Sample[] =>
    samples.filter(
      (one) => keyOf(one) === keyOf(hold) && one.agency === hold.agency && one.ground === hold.ground,
    );
  const undone = holds.some((hold) => {
    const taken = of(hold);
    const missing = hold.sampleWanted && hold.state === 'conforming' && taken.length === 0;
    const onItsWay = taken.some(({ state }) => state !== 'conforming' && state !== 'nonconforming');
    const against = hold.state === 'conforming' && taken.some(({ state }) => state === 'nonconforming');
    return hold.state !== 'lapsed' && (missing || onItsWay || against);
  });
  if (undone) throw new InspectionRefusal('INSPECTION-SAMPLES');
}

/** A result as its agency is told. */
export const resultOf = ({
  inspectionId,
  orderNo,
  ebpCode,
  agency,
  ground,
  state,
  reason,
  found,
}: Hold): HoldResult => ({
  ...{ inspectionId, orderNo, ebpCode, agency, ground, found },
  ...{ conforming: state === 'conforming', reason: reason ?? undefined },
});

function verdictsOf(
  { tables, chinaDay }: InspectionPorts,
  at: Date,
  found: readonly Hold[],
): readonly DeskVerdict[] {
  const faults = new Map(tables.faultsOn(chinaDay(at)).map((fault) => [fault.code, fault]));
  return [...Map.groupBy(found, keyOf).values()].flatMap((holds) => {
    const [first] = holds;
    if (!first) return [];
    const bad = holds.flatMap(({ reason }) => faults.get(reason ?? '') ?? []);
    const note = [...new Set([...bad.map(({ zh }) => zh), ...holds.map((one) => one.found)])]
      .filter((words) => words !== '')
      .join('；');
    const reason = deskReasonOf(bad.map(({ deskReason }) => deskReason));
    return { orderNo: first.orderNo, ebpCode: first.ebpCode, reason, note: note.slice(0, mostNote) };
  });
}

/** Characters of a note that a receipt has room for. */
const mostNote = 200;

/** What the enterprises are told, an entry a list. */
export function entriesOf(
  { inspectionId, parties }: Inspection,
  found: readonly Hold[],
  outcomes: readonly DeskOutcome[],
  at: Date,
) {
  const said = new Map(outcomes.map((one) => [keyOf(one), one.said]));
  return [...Map.groupBy(found, keyOf).values()].flatMap((holds) => {
    const [first] = holds;
    if (!first) return [];
    const { orderNo, ebpCode, recipient } = first;
    const conforming = holds.every(({ state }) => state === 'conforming');
    const results = holds.map(({ agency, ground, state, reason }) => ({ agency, ground, state, reason }));
    return {
      ...{ at, kind: 'inspection-result', subject: `${ebpCode}/${orderNo}` },
      body: {
        ...{ inspectionId, orderNo, ebpCode, recipient, parties, conforming, results },
        desk: said.get(keyOf(first)) ?? null,
      },
    };
  });
}
