import { addMonths, chinaDay } from '#kernel';
import { alertsByTime } from '../domain/alerts.ts';
import { raiseAlerts, roadTroubles } from '../storage/alerts.ts';
import { erasePositions } from '../storage/positions.ts';
import type { TransitPorts } from './ports.ts';
import { recordAlerts } from './record.ts';

/** How often the road is looked at where nothing else is said, milliseconds (D): minutes matter, seconds do not. */
const LOOK_MS = 15_000;

/**
 * Looks at every transit on the road for what only time tells: late, beyond its limit, silent. Of several servers any may
 * look: the database takes an alert once.
 */
export class RoadWatch {
  readonly #ports: TransitPorts;
  readonly #lookMs: number;
  readonly #fault: (error: unknown) => void;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #stopped = false;
  #tidied = '';

  constructor(ports: TransitPorts, fault: (error: unknown) => void, lookMs = LOOK_MS) {
    this.#ports = ports;
    this.#fault = fault;
    this.#lookMs = lookMs;
  }

  start(): void {
    if (this.#stopped || this.#looking) return;
    this.#looking = this.look()
      .catch(this.#fault)
      .finally(() => {
        this.#looking = undefined;
        if (!this.#stopped) this.#timer = setTimeout(() => this.start(), this.#lookMs).unref();
      });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#looking;
  }

  /** One look; once a day it erases positions that are past their time besides. */
  async look(): Promise<void> {
    const { database, now, parameters } = this.#ports;
    const at = now();
    const { silenceMs, positionMonths } = parameters();
    const troubles = await roadTroubles(database, at, new Date(at.getTime() - silenceMs));
    const alerts = troubles.flatMap(({ transitNo, applicant, carrier, ...road }) =>
      alertsByTime(road, at, { silenceMs }).map((alert) => ({ ...alert, transitNo, applicant, carrier })),
    );
    const day = chinaDay(at.getTime());
    if (alerts.length === 0 && this.#tidied === day) return;
    await database.transaction(async (client) => {
      const made = await raiseAlerts(client, alerts, at);
      const isNew = new Set(made.map(({ transitNo, kind, occasion }) => `${transitNo} ${kind} ${occasion}`));
      await recordAlerts(
        client,
        alerts.filter(({ transitNo, kind, occasion }) => isNew.has(`${transitNo} ${kind} ${occasion}`)),
        at,
      );
      if (this.#tidied !== day)
        await erasePositions(client, new Date(`${addMonths(day, -positionMonths)}T00:00:00+08:00`));
    });
    this.#tidied = day;
  }
}
