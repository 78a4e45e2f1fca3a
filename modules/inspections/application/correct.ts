import { record } from '#journal';
import type { Client } from '#postgres';
import { type Correction, correctionsOf } from '../domain/corrections.ts';
import type { Inspector } from '../domain/officer.ts';
import { correctHold, type Hold, holdsOf } from '../storage/holds.ts';
import { findInspection, type Inspection } from '../storage/inspections.ts';
import { addSteps, stepsOf } from '../storage/steps.ts';
import type { InspectionPorts } from './ports.ts';
import { InspectionRefusal } from './refusals.ts';
import { entriesOf, resultOf } from './sign.ts';
import { mustHaveReason, ofOffice, type ResultEntry, stepOf } from './visit.ts';

/** What the result of one thing wanted should have been, though it is signed. */
export type CorrectionEntry = ResultEntry & {
  readonly agency: string;
  readonly ground: string;
  /** Why the signed result does not stand. */
  readonly why: string;
};

/**
 * Proposes to take a signed result back; nothing changes until another officer confirms it. What comes twice under one id
 * is written once. @throws InspectionRefusal
 */
export async function proposeCorrection(
  ports: InspectionPorts,
  officer: Inspector,
  inspectionId: string,
  { entryId, ...entry }: CorrectionEntry,
): Promise<void> {
  const at = ports.now();
  mustHaveReason(ports, at, entry);
  await ports.database.transaction(async (client) => {
    const inspection = await closedOf(client, officer, inspectionId);
    await holdIn(client, inspection, entry);
    const body = { ...entry, name: officer.name };
    await addSteps(client, [stepOf(inspection, 'correction', officer, at, body, entryId)]);
  });
}

/**
 * Confirms, as another officer, that a signed result is taken back: in one transaction the result is the other one, its
 * agency is told, and the enterprise. Customs' desk is left to its officers, as goods may have gone meanwhile; what no
 * agency bars any more goes on by itself. Confirmed again, it stays as it is. @throws InspectionRefusal
 */
export async function confirmCorrection(
  ports: InspectionPorts,
  officer: Inspector,
  inspectionId: string,
  entryId: string,
): Promise<void> {
  const { database, now, closing } = ports;
  const seen = await findInspection(database, inspectionId);
  if (!seen) throw new InspectionRefusal('INSPECTION-NOT-FOUND');
  const proposed = correctionsOf(await stepsOf(database, seen)).find((one) => one.entryId === entryId);
  const lists = proposed ? [{ orderNo: proposed.orderNo, ebpCode: proposed.ebpCode }] : [];
  await closing.holding(lists, async (client) => {
    const at = now();
    const inspection = await closedOf(client, officer, inspectionId);
    const correction = correctionsOf(await stepsOf(client, inspection)).find(
      (one) => one.entryId === entryId,
    );
    if (!correction) throw new InspectionRefusal('INSPECTION-CORRECTION');
    if (correction.confirmedAt !== undefined) return;
    if (correction.by === officer.id) throw new InspectionRefusal('INSPECTION-SAME-OFFICER');
    await carryOut(ports, client, { inspection, officer, correction, at });
  });
  await closing.goOn(lists);
}

async function carryOut(
  { closing }: InspectionPorts,
  client: Client,
  {
    inspection,
    officer,
    correction,
    at,
  }: {
    readonly inspection: Inspection;
    readonly officer: Inspector;
    readonly correction: Correction;
    readonly at: Date;
  },
): Promise<void> {
  const hold = await holdIn(client, inspection, correction);
  const { verdict: state, reason = null, found, entryId } = correction;
  const corrected: Hold = { ...hold, state, reason, found, endedBy: officer.id, endedAt: at };
  await correctHold(client, corrected);
  await addSteps(client, [
    stepOf(inspection, 'corrected', officer, at, { corrects: entryId, name: officer.name }),
  ]);
  await closing.told?.(client, [resultOf(corrected)], at);
  await record(client, entriesOf(inspection, [corrected], [], at));
}

/** A closed inspection of the officer's office, locked. @throws InspectionRefusal */
async function closedOf(client: Client, officer: Inspector, inspectionId: string): Promise<Inspection> {
  const inspection = await ofOffice(client, officer, inspectionId);
  if (inspection.state !== 'closed') throw new InspectionRefusal('INSPECTION-STATE');
  return inspection;
}

/** What was found of one thing wanted. @throws InspectionRefusal where it has no result */
async function holdIn(
  client: Client,
  inspection: Inspection,
  of: Pick<CorrectionEntry, 'orderNo' | 'ebpCode' | 'agency' | 'ground'>,
): Promise<Hold> {
  const hold = (await holdsOf(client, inspection)).find(
    ({ orderNo, ebpCode, agency, ground, state }) =>
      orderNo === of.orderNo &&
      ebpCode === of.ebpCode &&
      agency === of.agency &&
      ground === of.ground &&
      (state === 'conforming' || state === 'nonconforming'),
  );
  if (!hold) throw new InspectionRefusal('INSPECTION-HOLD');
  return hold;
}
