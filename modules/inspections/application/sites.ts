import { addDays, type Day } from '#kernel';
import { type Slot, slotsOf } from '../domain/calendar.ts';
import { allSites, type Site, saveSite, siteOf, slotsTaken } from '../storage/sites.ts';
import type { InspectionPorts } from './ports.ts';
import { InspectionRefusal } from './refusals.ts';

type Ports = Pick<InspectionPorts, 'database' | 'now' | 'parameters' | 'chinaDay'>;

/** All sites, with their hours. */
export const sites = ({ database }: Ports): Promise<Site[]> => allSites(database.readers);

/** Files a site with its whole calendar. @throws InspectionRefusal where it does not hold or was changed meanwhile */
export async function fileSite(
  { database }: Ports,
  site: Omit<Site, 'revision'>,
  seen: number,
): Promise<Site> {
  const hours = site.openings.map(({ weekday, opens, from }) => JSON.stringify([weekday, opens, from]));
  const days = site.closedDays.map(({ day }) => day);
  const twice = new Set(hours).size < hours.length || new Set(days).size < days.length;
  const backwards = site.openings.some(
    ({ opens, closes, from, to }) => closes <= opens || (to !== undefined && to < from),
  );
  if (twice || backwards) throw new InspectionRefusal('SITE-CALENDAR');
  const saved = await database.transaction((client) => saveSite(client, site, seen));
  if (!saved) throw new InspectionRefusal('SITE-CHANGED');
  return { ...site, revision: seen + 1 };
}

/** A slot as who books sees it. */
export interface OfferedSlot {
  readonly startsAt: Date;
  readonly capacity: number;
  readonly free: number;
  /** Whether it may be booked now. */
  readonly open: boolean;
}

/** The slots of a site for some days. @throws InspectionRefusal */
export async function slots(ports: Ports, siteCode: string, from: Day, days: number): Promise<OfferedSlot[]> {
  const { readers } = ports.database;
  const site = await siteOf(readers, siteCode);
  if (!site) throw new InspectionRefusal('SITE-NOT-FOUND');
  const offered = Array.from({ length: days }, (_, at) => addDays(from, at)).flatMap((day) =>
    slotsOf(calendarOf(site), day),
  );
  const [first, last] = [offered.at(0), offered.at(-1)];
  if (!first || !last) return [];
  const taken = new Map(
    (await slotsTaken(readers, siteCode, new Date(first.startsAt), new Date(last.startsAt + 1))).map(
      (one) => [one.startsAt.getTime(), one.taken],
    ),
  );
  return offered.map(({ startsAt, capacity }) => ({
    ...{ startsAt: new Date(startsAt), capacity },
    free: Math.max(0, capacity - (taken.get(startsAt) ?? 0)),
    open: mayBook(ports, startsAt),
  }));
}

const calendarOf = ({ slotMinutes, openings, closedDays }: Site) => ({
  ...{ slotMinutes, openings },
  closedDays: closedDays.map(({ day }) => day),
});

/** Whether a slot may be booked or given up now. */
export function mayBook({ now, parameters }: Ports, startsAt: number): boolean {
  const { bookAheadMs, bookDays } = parameters();
  const ahead = startsAt - now().getTime();
  return ahead >= bookAheadMs && ahead <= bookDays * 86_400_000;
}

/** The slot of a site that begins then. @throws InspectionRefusal where none does, or it may not be booked now */
export function offeredSlot(ports: Ports, site: Site, startsAt: Date): Slot {
  const day = ports.chinaDay(startsAt);
  const slot = slotsOf(calendarOf(site), day).find((one) => one.startsAt === startsAt.getTime());
  if (!slot || !mayBook(ports, slot.startsAt)) throw new InspectionRefusal('SLOT-NOT-OFFERED');
  return slot;
}
