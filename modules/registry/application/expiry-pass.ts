import { record } from '#journal';
import { addDays, chinaDay } from '#kernel';
import type { Database } from '#postgres';
import { addWarnings, type Expiry } from '../storage/register-views.ts';

/** What the pass over what runs out needs from outside. */
export interface ExpiryPorts {
  readonly database: Database;
  readonly now: () => Date;
  /** Days before an end at which it is warned of, e.g. 60 and 7. */
  readonly noticeDays: () => readonly number[];
  readonly fault: (error: unknown) => void;
}

/**
 * Warns of every licence, certificate and registration that runs out within one of the notices: on record and in the
 * journal, each once whatever the number of servers.
 */
export async function warnOfExpiries({
  database,
  now,
  noticeDays,
}: Omit<ExpiryPorts, 'fault'>): Promise<Expiry[]> {
  const at = now();
  const today = chinaDay(at.getTime());
  return database.transaction(async (client) => {
    const warned: Expiry[] = [];
    for (const days of [...noticeDays()].sort((one, other) => one - other)) {
      const due = await addWarnings(client, { until: addDays(today, days), noticeDays: days, at });
      // What falls under a nearer notice at the same time is told of once, by the nearer one.
      const fresh = due.filter((one) => !warned.some((other) => same(one, other)));
      warned.push(...fresh);
      const entries = fresh.map((expiry) => ({
        ...{ at, kind: 'enterprise-expiry-near', subject: expiry.customsCode },
        body: { ...expiry, noticeDays: days },
      }));
      await record(client, entries);
    }
    return warned;
  });
}

const same = (one: Expiry, other: Expiry): boolean =>
  one.customsCode === other.customsCode && one.subject === other.subject && one.which === other.which;

/** Looks for what runs out when it starts and every hour; a pass that finds nothing costs two queries. */
export class ExpiryWatch {
  readonly #ports: ExpiryPorts;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;

  constructor(ports: ExpiryPorts) {
    this.#ports = ports;
  }

  /** @param everyMs how often it looks; an hour by default (D) */
  start(everyMs = 3_600_000): void {
    const pass = (): void => {
      this.#running ??= warnOfExpiries(this.#ports)
        .then(
          () => undefined,
          (error) => this.#ports.fault(error),
        )
        .finally(() => {
          this.#running = undefined;
        });
    };
    pass();
    this.#timer = setInterval(pass, everyMs);
    this.#timer.unref();
  }

  /** Resolves when no pass runs any more. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }
}
