import type { ImportDeclaration } from '#ceb';
import type { Companion } from '#clearance';
import { importLists } from '#declarations';
import { chinaDay } from '#kernel';
import type { Client } from '#postgres';
import { parameterOn } from '#tax';
import { loadRulebook } from '../../clearance/testing/house.ts';
import { decide, type Wish } from '../../desk/application/decide.ts';
import { holdingInspected } from '../../desk/application/inspected.ts';
import type { Officer } from '../../desk/domain/officer.ts';
import { DeskHouse } from '../../desk/testing/desk-house.ts';
import type { HoldResult } from '../application/closing.ts';
import { inspectionCompanion } from '../application/companion.ts';
import type { ListKey } from '../application/list-key.ts';
import { inspectedList } from '../application/list-of.ts';
import type { InspectionPorts } from '../application/ports.ts';
import { wholeInspection } from '../application/reading.ts';
import { fileSite } from '../application/sites.ts';
import { inspectionParameters } from '../domain/parameters.ts';
import { holdsOfLists } from '../storage/holds.ts';
import { loadInspectionTables } from '../wiring.ts';

/** What tests of other modules do with an inspection by hand. */
export { openHolds } from '../application/open-holds.ts';
export { sign } from '../application/sign.ts';
export { begin, enterResult } from '../application/visit.ts';
export type { ListKey };

interface Others {
  readonly companions?: readonly Companion[];
  readonly told?: InspectionPorts['closing']['told'];
  readonly certificates?: InspectionPorts['certificates'];
}

/** The conductor and the desk with inspections beside them, on a database and a clock of their own. */
export class InspectionHouse {
  readonly desk: DeskHouse;
  readonly ports: InspectionPorts;
  /** What agencies were told. */
  readonly told: HoldResult[];

  private constructor(desk: DeskHouse, ports: InspectionPorts, told: HoldResult[]) {
    this.desk = desk;
    this.ports = ports;
    this.told = told;
  }

  /** @param others further companions, and what is done with what was found besides being noted */
  static async open(others: Others = {}): Promise<InspectionHouse> {
    const { taxBook } = loadRulebook();
    const parameters = inspectionParameters(
      (key) => parameterOn(taxBook.parameters, key, '2026-11-23')?.value,
    );
    const told: HoldResult[] = [];
    const tables = loadInspectionTables();
    const day = (at: Date) => chinaDay(at.getTime());
    const { certificates = noCertificates } = others;
    const lists: InspectionPorts['lists'] = async (client, keys) => listsAsTheyStand(desk, client, keys);
    const companion: Companion = inspectionCompanion({
      ...{ tables, chinaDay: day, lists, certificates },
    });
    const desk = await DeskHouse.open([...(others.companions ?? []), companion]);
    const ports: InspectionPorts = {
      ...{ database: desk.house.database, tables, lists, certificates, chinaDay: day },
      now: () => desk.house.clock.now,
      parameters: () => parameters,
      closing: {
        holding: (keys, work) => holdingInspected(desk.ports, keys, work),
        told: async (client, results, at) => {
          told.push(...results);
          await others.told?.(client, results, at);
        },
        goOn: async (keys) => {
          const { committed } = await desk.house.database.transaction((client) =>
            desk.house.clearance.reconsider(client, keys),
          );
          committed();
        },
      },
    };
    await fileSite(ports, everyDay, 0);
    return new InspectionHouse(desk, ports, told);
  }

  /** What an officer does at the desk. */
  atDesk(officer: Officer, key: ListKey, wish: Wish) {
    return decide(this.desk.ports, officer, [key], wish);
  }

  close(): Promise<void> {
    return this.desk.close();
  }

  /** The holds of a list, as agency, ground and state. */
  async holds(key: ListKey): Promise<string[]> {
    const holds = await holdsOfLists(this.ports.database, [key]);
    return holds.map(({ agency, ground, state }) => `${agency} ${ground} ${state}`);
  }

  /** The inspection a list belongs to. */
  async of(key: ListKey) {
    const [last] = (await holdsOfLists(this.ports.database, [key])).slice(-1);
    if (!last) throw new Error('the list has no inspection');
    return (await wholeInspection(this.ports, undefined, last.inspectionId)).inspection;
  }
}

/** Nobody has filed any. */
const noCertificates: InspectionPorts['certificates'] = {
  answering: async () => [],
  row: () => undefined,
};

/** A site of the office plain purchases are declared at, open every day from nine to twelve, one visit a slot. */
const everyDay = {
  ...{ siteCode: 'SITE1', name: { zh: '场所', en: 'site' }, customsCode: '8601', address: '' },
  slotMinutes: 60,
  openings: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    ...{ weekday, opens: 540, closes: 720, from: '2026-01-01', capacity: 1 },
  })),
  closedDays: [{ day: '2026-11-25', why: 'holiday' }],
};

async function listsAsTheyStand({ house }: DeskHouse, client: Client, keys: readonly ListKey[]) {
  const standing = await house.clearance.officers.look(client, keys);
  const documents = await importLists.load<ImportDeclaration>(
    client,
    keys.map(({ orderNo }) => orderNo),
  );
  return documents.flatMap(({ key, document }) => {
    const latest = standing.get(key)?.latest;
    return latest?.outcome === 'held' ? [inspectedList(document, latest)] : [];
  });
}
