import { chinaDay } from '#kernel';
import { type WebhookParameters, webhookParameters } from '#notices';
import { Networks } from '#outbound';
import { parameterOn } from '#tax';
import { type Notices, wireNotices } from '../../modules/notices/wiring.ts';
import type { TaxBook } from '../../modules/tax/wiring.ts';
import type { ServerSettings } from './settings.ts';

/** Puts webhooks together; the parameters of today must be there. */
export function composeNotices(
  { database, webhooks, sweepMs }: Pick<ServerSettings, 'database' | 'webhooks' | 'sweepMs'>,
  table: TaxBook['parameters'],
  parts: { readonly now: () => Date },
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
