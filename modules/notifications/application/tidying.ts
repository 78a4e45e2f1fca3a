import { accountStates } from '#access';
import type { Database } from '#postgres';
import type { NotificationParameters } from '../domain/parameters.ts';
import { accountsWithAddress, removeAddresses } from '../storage/addresses.ts';
import { removeOldMails } from '../storage/mails.ts';
import { removeOld } from '../storage/notifications.ts';

interface TidyingPorts {
  readonly database: Database;
  readonly now: () => Date;
  readonly parameters: () => NotificationParameters;
}

/** Of what is old, removed at once. */
const mostRemoved = 5_000;
const mostAddresses = 1_000;
/** How often it is looked for what is old. */
const tidyMs = 600_000;
const nobody = '00000000-0000-0000-0000-000000000000';

/** Removes what has been kept long enough, and the addresses of people who have left. */
export class Tidying {
  readonly #ports: TidyingPorts;
  #nextAt = 0;

  constructor(ports: TidyingPorts) {
    this.#ports = ports;
  }

  /** Looks, unless it has just been looked. */
  async now(): Promise<void> {
    const { database, now, parameters } = this.#ports;
    const at = now().getTime();
    if (at < this.#nextAt) return;
    const { keepDays, mail } = parameters();
    const before = (days: number): Date => new Date(at - days * 86_400_000);
    const removed = await database.transaction(async (client) => [
      await removeOld(client, before(keepDays), mostRemoved),
      await removeOldMails(client, before(mail.logDays), mostRemoved),
    ]);
    await this.#forgetWhoLeft();
    this.#nextAt = removed.includes(mostRemoved) ? at : at + tidyMs;
  }

  async #forgetWhoLeft(): Promise<void> {
    const { database } = this.#ports;
    for (let after: string | undefined = nobody; after !== undefined; ) {
      const page: readonly string[] = await accountsWithAddress(database, after, mostAddresses);
      const states = page.length === 0 ? new Map() : await accountStates(database, page);
      const left = page.filter((id) => (states.get(id) ?? 'closed') === 'closed');
      if (left.length > 0) await database.transaction((client) => removeAddresses(client, left));
      after = page.length === mostAddresses ? page.at(-1) : undefined;
    }
  }
}
