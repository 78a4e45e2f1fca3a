import { chinaDay } from '#kernel';
import { Networks } from '#outbound';
import { type ParameterTable, parameterOn } from '#tax';
import {
  type Agencies,
  agencyParameters,
  loadRequirements,
  wireAgencies,
} from '../../modules/agencies/wiring.ts';
import type { Clearance } from '../../modules/clearance/wiring.ts';
import type { Exports } from '../../modules/exports/wiring.ts';
import type { Inspections } from '../../modules/inspections/wiring.ts';
import type { ServerSettings } from './settings.ts';

/** What agencies use of others. */
interface AroundAgencies {
  readonly now: () => Date;
  readonly clearance: Pick<Clearance, 'reconsider'>;
  readonly exports: Pick<Exports, 'reconsider'>;
  readonly inspections: Pick<Inspections, 'ask'>;
}

/** Puts the agencies besides customs together; the parameters of today must be there. */
export function composeAgencies(
  { database, agencyNetworks, sweepMs }: Pick<ServerSettings, 'database' | 'agencyNetworks' | 'sweepMs'>,
  table: ParameterTable,
  { now, clearance, exports, inspections }: AroundAgencies,
  fault: (error: unknown, what: string) => void,
): Agencies {
  return wireAgencies({
    ...{ database, now, lookMs: sweepMs },
    chinaDay: (at) => chinaDay(at.getTime()),
    parameters: () => {
      const day = chinaDay(now().getTime());
      return agencyParameters((key) => parameterOn(table, key, day)?.value);
    },
    requirements: loadRequirements(),
    reconsider: async (client, keys) => {
      const imports = keys.filter(({ ebcCode }) => ebcCode === '');
      const free = await clearance.reconsider(client, imports);
      const gone = await exports.reconsider(
        client,
        keys.filter(({ ebcCode }) => ebcCode !== ''),
      );
      return {
        committed: () => {
          free.committed();
          gone.committed();
        },
      };
    },
    inspect: async (client, list, { agency, ground, note }, id) => {
      const asked = { list, ground, note, sampleWanted: false };
      const { state, inspectionId, by } = await inspections.ask(client, { id, agency }, asked);
      // What has lapsed is opened anew.
      return { state: state === 'lapsed' ? 'open' : state, inspectionId, by };
    },
    networks: new Networks(agencyNetworks),
    fault: (error) => fault(error, 'the links to agencies'),
  });
}
