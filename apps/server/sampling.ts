import type { CodeLists } from '#registry';
import type { Inspections } from '../../modules/inspections/wiring.ts';
import { inspectedList, nonconformingSince } from '../../modules/inspections/wiring.ts';
import { type Sampling, wireSampling } from '../../modules/sampling/wiring.ts';
import type { ServerSettings } from './settings.ts';
import type { Tables } from './tables.ts';

/** What the draws of lists use of others. */
interface AroundSampling {
  readonly now: () => Date;
  readonly tables: Tables;
  readonly inspections: Pick<Inspections, 'openHolds'>;
  readonly codeLists: CodeLists;
}

/** Puts the draws of lists at release together: what they have inspected is a hold of customs. */
export function composeSampling(
  { database, drawSecret }: Pick<ServerSettings, 'database' | 'drawSecret'>,
  { now, tables, inspections, codeLists }: AroundSampling,
): Sampling {
  return wireSampling({
    ...{ database, now, secret: drawSecret, rates: tables.samplingRates },
    isGiven: (credit, day) => codeLists.has('customs_credit', credit, day),
    nonconforming: nonconformingSince,
    inspect: async (client, drawn, at) => {
      await inspections.openHolds(
        client,
        drawn.map(({ candidate: { orderNo, ebpCode }, raised, why }) => ({
          ...{ list: { orderNo, ebpCode }, agency: 'customs', note: why },
          ground: raised ? 'CUS-RAISED' : 'CUS-DRAWN',
        })),
        drawn.map(({ candidate }) => inspectedList(candidate.declaration, candidate)),
        { by: 'sampling', at },
      );
    },
  });
}
