import { standingsOf } from '#clearance';
import { listsOf } from '#declarations';
import { standingsOfOrders } from '#exports';
import { chinaDay } from '#kernel';
import type { CodeLists } from '#registry';
import { type ParameterTable, parameterOn } from '#tax';
import { transitParameters } from '#transit';
import {
  loadCorridors,
  type TransitPart,
  type TransitSettings,
  wireTransit,
} from '../../modules/transit/wiring.ts';
import type { EnterpriseBook } from './enterprise-book.ts';
import type { ServerSettings } from './settings.ts';

/** How an import list may stand that goes under transit: a batch goes whole, what is released of it beforehand with the rest. */
const mayGo: readonly string[] = ['waiting', 'held', 'forwarded', 'released'];

/** Puts transfers under customs control together; the parameters of today must be there. */
export function composeTransit(
  { database, sweepMs }: Pick<ServerSettings, 'database' | 'sweepMs'>,
  parameters: ParameterTable,
  parts: { readonly now: () => Date; readonly codeLists: CodeLists; readonly enterprises: EnterpriseBook },
  fault: (error: unknown, what: string) => void,
): TransitPart {
  const today = () => chinaDay(parts.now().getTime());
  return wireTransit({
    ...{ database, today, now: parts.now, corridors: loadCorridors() },
    parameters: () => transitParameters((key) => parameterOn(parameters, key, today())?.value),
    carriersAmong: async (codes) => {
      const firms = await parts.enterprises.parties(codes);
      const carries = (code: string) => firms.get(code)?.active && firms.get(code)?.roles.includes('LGS');
      return new Set([...codes].filter(carries));
    },
    districtOf: (office) => parts.codeLists.find('customs_offices', office)?.more.district,
    lists: async (direction, keys) =>
      direction === 'import' ? importLists(database, keys) : exportLists(database, keys),
    fault: (error) => fault(error, 'transits'),
    ...(sweepMs === undefined ? {} : { lookMs: sweepMs }),
  });
}

async function importLists(
  database: ServerSettings['database'],
  keys: Parameters<TransitSettings['lists']>[1],
): ReturnType<TransitSettings['lists']> {
  const heads = [...(await listsOf(database.readers, keys)).values()];
  const standings = await standingsOf(
    database.readers,
    heads.map(({ orderNo }) => orderNo),
  );
  const states = new Map(standings.map(({ orderNo, ebpCode, state }) => [`${ebpCode}/${orderNo}`, state]));
  return heads.map(({ orderNo, ebpCode, ebcCode, agentCode, sender, sentFor, deleted }) => {
    const state = states.get(`${ebpCode}/${orderNo}`) ?? 'saved';
    return {
      ...{ orderNo, ebpCode, state },
      mayGo: !deleted && mayGo.includes(state),
      parties: [ebpCode, ebcCode, agentCode, sender, ...(sentFor === null ? [] : [sentFor])],
    };
  });
}

/** A purchase from several sellers has a list each: they go together, when each is released and has not left yet. */
async function exportLists(
  database: ServerSettings['database'],
  keys: Parameters<TransitSettings['lists']>[1],
): ReturnType<TransitSettings['lists']> {
  const wanted = new Set(keys.map(({ orderNo, ebpCode }) => `${ebpCode}/${orderNo}`));
  const found = await standingsOfOrders(
    database.readers,
    keys.map(({ orderNo }) => orderNo),
  );
  const orders = Map.groupBy(found, ({ orderNo, ebpCode }) => `${ebpCode}/${orderNo}`);
  return [...orders].flatMap(([name, lists]) => {
    const [first] = lists;
    if (!first || !wanted.has(name)) return [];
    const { orderNo, ebpCode } = first;
    const kept = lists.find(({ outcome, goods }) => outcome !== 'released' || goods === 'departed');
    return [
      {
        ...{ orderNo, ebpCode, mayGo: kept === undefined, state: (kept ?? first).outcome },
        parties: lists.flatMap((list) => [
          ...[list.ebpCode, list.ebcCode, list.agentCode, list.recipient, list.logisticsCode],
        ]),
      },
    ];
  });
}
