import type { FastifyRequest } from 'fastify';
import type { Caller } from '#exchange';
import { chinaDay } from '#kernel';
import { Networks, type WebhookParameters, webhookParameters } from '#notices';
import { parameterOn } from '#tax';
import { type Notices, wireNotices } from '../../modules/notices/wiring.ts';
import type { TaxBook } from '../../modules/tax/wiring.ts';
import type { ServerSettings } from './settings.ts';

/** Where webhooks may go besides the open network, and what tests set. */
export interface WebhookSettings {
  /** The operator's own networks, e.g. `10.20.0.0/16`; `loopback` to try things out. */
  readonly networks?: readonly string[];
  /** In place of the parameters of the day. */
  readonly parameters?: Partial<WebhookParameters>;
}

/** Puts webhooks together; the parameters of today must be there. */
export function composeNotices(
  { database, webhooks, sweepMs }: Pick<ServerSettings, 'database' | 'webhooks' | 'sweepMs'>,
  table: TaxBook['parameters'],
  parts: { readonly now: () => Date; readonly caller: (request: FastifyRequest) => Promise<Caller> },
  fault: (error: unknown, what: string) => void,
): Notices {
  const parameters = (): WebhookParameters => {
    const day = chinaDay(parts.now().getTime());
    return { ...webhookParameters((key) => parameterOn(table, key, day)?.value), ...webhooks?.parameters };
  };
  return wireNotices({
    ...{ database, parameters },
    ...parts,
    networks: new Networks(webhooks?.networks),
    fault: (error) => fault(error, 'the webhooks'),
    ...(sweepMs === undefined ? {} : { lookMs: sweepMs }),
  });
}
