import type { EnterpriseCaller } from '#access';
import { House, loadRulebook } from '../../clearance/testing/house.ts';
import { enterprises } from '../../clearance/testing/purchases.ts';
import { registerList } from '../../clearance/wiring.ts';
import { loadCodeLists } from '../../registry/wiring.ts';
import type { EntryPorts } from '../application/ports.ts';

/** An account of an enterprise; who it is stands in its id. */
export const clerkOf = (customsCode: string): EnterpriseCaller => ({
  ...{ by: 'session', id: '00000000-0000-4000-8000-00000000000c', role: 'enterprise', customsCode },
  member: 'clerk',
});

/** Entry by hand on the access point and the conductor, with their database and clock. */
export async function openEntryHouse(): Promise<{ readonly house: House; readonly ports: EntryPorts }> {
  const house = await House.open();
  const { database, clearance, exchange } = house;
  const codeLists = loadCodeLists();
  const ports: EntryPorts = {
    ...{ database, now: () => house.clock.now, handlers: clearance.handlers },
    sender: async (customsCode) => {
      const found = enterprises.find((one) => one.customsCode === customsCode);
      return found && { customsCode, name: found.name, roles: found.roles, dxpId: 'DXPENT0000012345' };
    },
    take: (bytes, sender) => exchange.takeWritten(bytes, sender),
    enterprises: async () => new Map(enterprises.map((one) => [one.customsCode, one])),
    codeLists: { has: (list, code) => codeLists.has(registerList(list), code) },
    rulebook: loadRulebook().rulebook,
    choicesOf: (list) =>
      codeLists.entries(registerList(list)).map(({ code, zh, en }) => ({ code, zh, en: en ?? zh })),
    accountName: async () => '张经办',
    codeName: (list, code) =>
      list === 'customs_office' ? { zh: `${code}关`, en: `Office ${code}` } : undefined,
  };
  return { house, ports };
}
