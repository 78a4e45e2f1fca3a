import { Problem } from '#http';
import { record } from '#journal';
import { confirmFirm, type FirmFacts, type FirmRow, firmOf, firmsPage, tellFirm } from '../storage/firms.ts';
import type { Doer, RefundPorts } from './ports.ts';
import { noFirm } from './refusals.ts';

export type { FirmRow };

/** Writes down what an exporter tells of itself; it counts once the tax bureau has confirmed it. */
export async function tellOfFirm(ports: RefundPorts, by: Doer, facts: FirmFacts): Promise<FirmRow> {
  await tellFirm(ports.database, by.customsCode, facts, { by: by.id, at: ports.now() });
  const told = await firmOf(ports.database, by.customsCode);
  if (!told) throw new Error(`nothing is on file of ${by.customsCode}`);
  return told;
}

/** Confirms what an exporter has told, as it was looked at. @throws Problem 404, 409 where it has told something else since */
export async function confirm(
  ports: RefundPorts,
  ebcCode: string,
  toldAt: Date,
  by: string,
): Promise<FirmRow> {
  const at = ports.now();
  return ports.database.transaction(async (client) => {
    const confirmed = await confirmFirm(client, ebcCode, toldAt, { by, at });
    if (confirmed) {
      const body = { recipient: ebcCode, by };
      await record(client, [{ at, kind: 'refund-firm-confirmed', subject: ebcCode, body }]);
      return confirmed;
    }
    if (!(await firmOf(client, ebcCode))) throw noFirm(ebcCode);
    throw new Problem(409, 'EXPORT-TAX-FIRM-CHANGED', {
      zh: '企业已另行填报；请刷新后核对',
      en: 'The exporter has told something else since; look again',
    });
  });
}

export const firmsAfter = (ports: RefundPorts, wish: Parameters<typeof firmsPage>[1]): Promise<FirmRow[]> =>
  firmsPage(ports.database.readers, wish);
