import { chinaDay } from '#kernel';
import { notificationParameters } from '#notifications';
import { parameterOn } from '#tax';
import { type Notifications, wireNotifications } from '../../modules/notifications/wiring.ts';
import type { TaxBook } from '../../modules/tax/wiring.ts';
import type { ServerSettings } from './settings.ts';

/** Puts notifications together; the parameters of today must be there. */
export function composeNotifications(
  settings: Pick<ServerSettings, 'database' | 'sweepMs' | 'mail' | 'publicUrl'>,
  secret: string,
  table: TaxBook['parameters'],
  { now }: { readonly now: () => Date },
  fault: (error: unknown, what: string) => void,
): Notifications {
  const { database, sweepMs, mail, publicUrl } = settings;
  return wireNotifications({
    ...{ database, now, secret },
    mail: mail && publicUrl !== undefined ? { server: mail, site: publicUrl } : undefined,
    parameters: () => {
      const day = chinaDay(now().getTime());
      return notificationParameters((key) => parameterOn(table, key, day)?.value);
    },
    fault: (error) => fault(error, 'the notifications'),
    ...(sweepMs === undefined ? {} : { lookMs: sweepMs }),
  });
}
