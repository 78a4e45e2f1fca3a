import { record } from '#journal';
import type { Client } from '#postgres';
import { type Inspector, inspectsAt } from '../domain/officer.ts';
import { changeInspection, type Inspection, lockInspection } from '../storage/inspections.ts';
import { giveSlot, siteOf, takeSlot } from '../storage/sites.ts';
import { addSteps } from '../storage/steps.ts';
import type { InspectionPorts } from './ports.ts';
import { InspectionRefusal } from './refusals.ts';
import { mayBook, offeredSlot } from './sites.ts';

type Ports = Pick<InspectionPorts, 'database' | 'now' | 'parameters' | 'chinaDay'>;

/** Who books: an enterprise its own, whoever works for the zone any. */
export interface Booker {
  readonly id: string;
  readonly party: string | undefined;
}

/** A slot of a site. */
export interface SlotWish {
  readonly siteCode: string;
  readonly startsAt: Date;
}

/** Books a slot for an inspection, or another one in place of it; the same one again changes nothing. @throws InspectionRefusal */
export async function book(
  ports: Ports,
  booker: Booker,
  inspectionId: string,
  wish: SlotWish,
): Promise<void> {
  const at = ports.now();
  await ports.database.transaction(async (client) => {
    const inspection = await toCome(client, inspectionId, booker.party);
    const site = await siteOf(client, wish.siteCode);
    if (!site) throw new InspectionRefusal('SITE-NOT-FOUND');
    if (site.customsCode !== inspection.customsCode) throw new InspectionRefusal('SITE-OTHER-OFFICE');
    const before = slotOf(inspection);
    if (before && sameSlot(before, wish)) return;
    const slot = offeredSlot(ports, site, wish.startsAt);
    if (before && !mayBook(ports, before.startsAt.getTime())) throw new InspectionRefusal('SLOT-NOT-OFFERED');
    await exchange(client, before, wish, slot.capacity);
    const { siteCode, startsAt } = wish;
    await changeInspection(client, inspection, {
      ...{ state: 'booked', siteCode, startsAt, bookedBy: booker.id },
    });
    await put(client, inspection, 'booked', booker.id, at, {
      ...{ siteCode, startsAt: startsAt.toISOString() },
      ...(before ? { before: before.startsAt.toISOString() } : {}),
    });
  });
}

/** Two who exchange slots with each other lock them in one order. */
async function exchange(
  client: Client,
  before: SlotWish | undefined,
  wish: SlotWish,
  capacity: number,
): Promise<void> {
  const take = async (): Promise<void> => {
    if (!(await takeSlot(client, wish, capacity))) throw new InspectionRefusal('SLOT-FULL');
  };
  if (!before) return take();
  const name = ({ siteCode, startsAt }: SlotWish): string => `${siteCode} ${startsAt.toISOString()}`;
  if (name(before) > name(wish)) {
    await take();
    await giveSlot(client, before);
  } else {
    await giveSlot(client, before);
    await take();
  }
}

const slotOf = ({ siteCode, startsAt }: Inspection): SlotWish | undefined =>
  siteCode !== null && startsAt !== null ? { siteCode, startsAt } : undefined;

const sameSlot = (one: SlotWish, other: SlotWish): boolean =>
  one.siteCode === other.siteCode && one.startsAt.getTime() === other.startsAt.getTime();

/** Gives the slot of an inspection up; it waits for another. @throws InspectionRefusal */
export async function giveUp(ports: Ports, booker: Booker, inspectionId: string): Promise<void> {
  const at = ports.now();
  await ports.database.transaction(async (client) => {
    const inspection = await toCome(client, inspectionId, booker.party);
    const slot = slotOf(inspection);
    if (!slot) return;
    if (!mayBook(ports, slot.startsAt.getTime())) throw new InspectionRefusal('SLOT-NOT-OFFERED');
    await giveSlot(client, slot);
    await changeInspection(client, inspection, unbooked);
    await put(client, inspection, 'given-up', booker.id, at, { startsAt: slot.startsAt.toISOString() });
  });
}

const unbooked = { state: 'waiting', siteCode: null, startsAt: null, bookedBy: null } as const;

/** Says that nobody came with the goods at the time booked; the slot is used up, another has to be booked. @throws InspectionRefusal */
export async function noShow(ports: Ports, officer: Inspector, inspectionId: string): Promise<void> {
  const at = ports.now();
  await ports.database.transaction(async (client) => {
    const inspection = await toCome(client, inspectionId, undefined);
    if (!inspectsAt(officer, inspection.customsCode)) throw new InspectionRefusal('INSPECTION-OTHER-OFFICE');
    const slot = slotOf(inspection);
    if (!slot || slot.startsAt > at) throw new InspectionRefusal('INSPECTION-STATE');
    await changeInspection(client, inspection, { ...unbooked, noShows: inspection.noShows + 1 });
    await put(client, inspection, 'no-show', officer.id, at, {
      ...{ siteCode: slot.siteCode, startsAt: slot.startsAt.toISOString() },
    });
  });
}

async function toCome(client: Client, inspectionId: string, party: string | undefined): Promise<Inspection> {
  const inspection = await lockInspection(client, inspectionId, party);
  if (!inspection) throw new InspectionRefusal('INSPECTION-NOT-FOUND');
  if (inspection.state !== 'waiting' && inspection.state !== 'booked')
    throw new InspectionRefusal('INSPECTION-STATE');
  return inspection;
}

async function put(
  client: Client,
  { groupKey, inspectionId, parties }: Inspection,
  kind: 'booked' | 'given-up' | 'no-show',
  by: string,
  at: Date,
  body: object,
): Promise<void> {
  await addSteps(client, [{ groupKey, inspectionId, at, kind, by, body }]);
  await record(client, [
    { at, kind: `inspection-${kind}`, subject: inspectionId, body: { ...body, inspectionId, parties } },
  ]);
}
