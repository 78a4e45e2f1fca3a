import type { Client } from '#postgres';
import type { Inspector } from '../domain/officer.ts';
import type { ListKey } from './list-key.ts';
import { type HoldOutcome, openHolds } from './open-holds.ts';
import type { InspectionPorts } from './ports.ts';
import { InspectionRefusal } from './refusals.ts';

/** What an officer of an agency wants inspected. */
export interface AskedHold {
  readonly list: ListKey;
  readonly ground: string;
  readonly note: string;
  readonly sampleWanted: boolean;
}

/** Opens a hold for an officer's agency; it joins the order of its consignment. @throws InspectionRefusal */
export async function askInspection(
  ports: InspectionPorts,
  officer: Pick<Inspector, 'id'> & { readonly agency: string },
  asked: AskedHold,
): Promise<HoldOutcome> {
  return ports.database.transaction((client) => askWithin(ports, client, officer, asked));
}

/** The same in the caller's transaction. @throws InspectionRefusal */
export async function askWithin(
  ports: Pick<InspectionPorts, 'now' | 'chinaDay' | 'tables' | 'lists' | 'certificates'>,
  client: Client,
  officer: Pick<Inspector, 'id'> & { readonly agency: string },
  asked: AskedHold,
): Promise<HoldOutcome> {
  const at = ports.now();
  const { ground, list } = asked;
  const known = ports.tables
    .groundsOn(ports.chinaDay(at))
    .some(({ code, agency }) => code === ground && agency === officer.agency);
  if (!known) throw new InspectionRefusal('INSPECTION-GROUND');
  const lists = await ports.lists(client, [list]);
  const wish = { ...asked, agency: officer.agency };
  const [outcome] = await openHolds(ports, client, [wish], lists, { by: officer.id, at });
  if (!outcome) throw new InspectionRefusal('INSPECTION-LIST-NOT-FOUND');
  return outcome;
}
