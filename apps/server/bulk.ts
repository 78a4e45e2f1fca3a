import { type BulkParameters, type BulkTarget, bulkParameters } from '#bulk';
import type { Sender } from '#exchange';
import { chinaDay } from '#kernel';
import type { CodeLists } from '#registry';
import { parameterOn } from '#tax';
import { type Bulk, paperTargets, wireBulk } from '../../modules/bulk/wiring.ts';
import { type Clearance, registerList } from '../../modules/clearance/wiring.ts';
import type { Exchange } from '../../modules/exchange/wiring.ts';
import type { TaxBook } from '../../modules/tax/wiring.ts';
import type { ServerSettings } from './settings.ts';

interface BulkParts {
  readonly exchange: Exchange;
  readonly clearance: Pick<Clearance, 'handlers'>;
  readonly sender: (customsCode: string) => Promise<Sender | undefined>;
  readonly codeLists: CodeLists;
  readonly now: () => Date;
  /** Kinds that are no papers of the standard. */
  readonly further: readonly BulkTarget[];
}

/** Puts bulk files together: papers of retail import, taken in as messages are, and what else is filed by tables. */
export function composeBulk(
  { database, bulk }: Pick<ServerSettings, 'database' | 'bulk'>,
  table: TaxBook['parameters'],
  { exchange, clearance, sender, codeLists, now, further }: BulkParts,
  fault: (error: unknown, what: string) => void,
): Bulk {
  const parameters = (): BulkParameters => {
    const day = chinaDay(now().getTime());
    return { ...bulkParameters((key) => parameterOn(table, key, day)?.value), ...bulk?.parameters };
  };
  return wireBulk({
    ...{ database, now, parameters, sender },
    targets: [
      ...paperTargets({
        handlers: clearance.handlers,
        codeLists: { has: (list, code) => codeLists.has(registerList(list), code) },
        choicesOf: (list) =>
          codeLists.entries(registerList(list)).map(({ code, zh, en }) => ({ code, name: { zh, en } })),
        sender,
        take: (bytes, from) => exchange.takeWritten(bytes, from),
      }),
      ...further,
    ],
    waiting: () => exchange.inbox.depth,
    fault: (error) => fault(error, 'bulk files'),
    ...(bulk?.lookMs === undefined ? {} : { lookMs: bulk.lookMs }),
  });
}
