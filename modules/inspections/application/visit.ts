import { record } from '#journal';
import type { Client } from '#postgres';
import { type Inspector, inspectsAt } from '../domain/officer.ts';
import { endHold, type Hold, holdsOf } from '../storage/holds.ts';
import { changeInspection, type Inspection, lockInspection } from '../storage/inspections.ts';
import { addSteps, type StepKind } from '../storage/steps.ts';
import type { ListKey } from './list-key.ts';
import type { InspectionPorts } from './ports.ts';
import { InspectionRefusal } from './refusals.ts';

type Ports = Pick<InspectionPorts, 'database' | 'now' | 'chinaDay' | 'tables'>;

/** Begins the visit; who begins it is the first of the officers. Begun by the same again, it stays as it is. @throws InspectionRefusal */
export async function begin(ports: Ports, officer: Inspector, inspectionId: string): Promise<void> {
  const at = ports.now();
  await ports.database.transaction(async (client) => {
    const inspection = await ofOffice(client, officer, inspectionId);
    if (inspection.state === 'begun' && inspection.officer?.id === officer.id) return;
    if (inspection.state !== 'waiting' && inspection.state !== 'booked')
      throw new InspectionRefusal('INSPECTION-STATE');
    await changeInspection(client, inspection, { state: 'begun', officer, begunAt: at });
    await addSteps(client, [stepOf(inspection, 'begun', officer, at, { name: officer.name })]);
    const { parties } = inspection;
    await record(client, [
      { at, kind: 'inspection-begun', subject: inspectionId, body: { inspectionId, parties } },
    ]);
  });
}

/** What was found of a list: of all that was wanted of it, or of one thing. */
export interface ResultEntry extends ListKey {
  /** Made by who enters it: what comes twice is written once. */
  readonly entryId: string;
  readonly agency?: string | undefined;
  readonly ground?: string | undefined;
  readonly verdict: 'conforming' | 'nonconforming';
  /** Code of the table of reasons, of what does not conform. */
  readonly reason?: string | undefined;
  readonly found: string;
  /** Quantities that were found, line by line, as decimal texts in the unit of the line. */
  readonly lines?: readonly { readonly gnum: number; readonly quantity: string }[] | undefined;
}

/** Enters what was found. One entry ends everything wanted of a list that is open, for every agency. @throws InspectionRefusal */
export async function enterResult(
  ports: Ports,
  officer: Inspector,
  inspectionId: string,
  entry: ResultEntry,
): Promise<void> {
  const at = ports.now();
  const { verdict, reason, found } = entry;
  mustHaveReason(ports, at, entry);
  await ports.database.transaction(async (client) => {
    const inspection = await begunOf(client, officer, inspectionId);
    const { entryId, orderNo, ebpCode, agency, ground, lines } = entry;
    const body = { orderNo, ebpCode, agency, ground, verdict, reason, found, lines, name: officer.name };
    const fresh = await addSteps(client, [stepOf(inspection, 'result', officer, at, body, entryId)]);
    if (fresh === 0) return;
    const meant = (await holdsOf(client, inspection)).filter((hold) => isMeant(hold, entry));
    const open = meant.filter(({ state }) => state === 'open');
    if (open.length === 0) throw new InspectionRefusal('INSPECTION-HOLD');
    for (const hold of open)
      await endHold(client, hold, {
        ...{ state: verdict, reason: reason ?? null, found, by: officer.id, at },
      });
  });
}

/** What does not conform has a reason of the table, and what conforms none. @throws InspectionRefusal */
export function mustHaveReason(
  { tables, chinaDay }: Pick<Ports, 'tables' | 'chinaDay'>,
  at: Date,
  { verdict, reason }: Pick<ResultEntry, 'verdict' | 'reason'>,
): void {
  const known = tables.faultsOn(chinaDay(at)).some(({ code }) => code === reason);
  if (verdict === 'nonconforming' ? !known : reason !== undefined)
    throw new InspectionRefusal('INSPECTION-REASON');
}

const isMeant = (hold: Hold, { orderNo, ebpCode, agency, ground }: ResultEntry): boolean =>
  hold.orderNo === orderNo &&
  hold.ebpCode === ebpCode &&
  (agency === undefined || hold.agency === agency) &&
  (ground === undefined || hold.ground === ground);

/** An inspection of the officer's office, locked. @throws InspectionRefusal */
export async function ofOffice(
  client: Client,
  officer: Inspector,
  inspectionId: string,
): Promise<Inspection> {
  const inspection = await lockInspection(client, inspectionId);
  if (!inspection) throw new InspectionRefusal('INSPECTION-NOT-FOUND');
  if (!inspectsAt(officer, inspection.customsCode)) throw new InspectionRefusal('INSPECTION-OTHER-OFFICE');
  return inspection;
}

/** One whose visit is on, locked. @throws InspectionRefusal */
export async function begunOf(client: Client, officer: Inspector, inspectionId: string): Promise<Inspection> {
  const inspection = await ofOffice(client, officer, inspectionId);
  if (inspection.state !== 'begun') throw new InspectionRefusal('INSPECTION-STATE');
  return inspection;
}

/** What an officer did, as it is put on record. */
export const stepOf = (
  { groupKey, inspectionId }: Inspection,
  kind: StepKind,
  { id }: Inspector,
  at: Date,
  body: object,
  entryId?: string,
) => ({ groupKey, inspectionId, at, kind, by: id, body, ...(entryId === undefined ? {} : { entryId }) });
