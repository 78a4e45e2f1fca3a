import { randomUUID } from 'node:crypto';
import { addDays, type Bilingual, chinaDay } from '#kernel';
import type { Client, Database } from '#postgres';
import { type Component, components, type Level } from '../domain/components.ts';
import { incidentStep } from '../domain/incident-step.ts';
import type { StatusParameters } from '../domain/parameters.ts';
import { addIncident, addWord, endIncident, holdIncidents, openMeasured } from '../storage/incidents.ts';
import { keepMeasurements, latestMeasurements, type Measured, removeOld } from '../storage/measurements.ts';

/** Looks at one component; what it throws counts as down. */
export type Probe = (
  parameters: StatusParameters,
) => Promise<{ readonly level: Level; readonly ms?: number }>;

export interface WatchPorts {
  readonly database: Database;
  readonly now: () => Date;
  readonly parameters: () => StatusParameters;
  /** Of every component this platform has. */
  readonly probes: Readonly<Partial<Record<Component, Probe>>>;
  readonly fault: (error: unknown) => void;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Looks at every component once a minute, and keeps what it finds; of several servers the first to look counts. */
export class Watch {
  readonly #ports: WatchPorts;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #stopped = false;
  #tidied = '';
  /** The latest look, whether or not it could be kept. */
  latest: { readonly at: Date; readonly measured: readonly Measured[] } | undefined;

  constructor(ports: WatchPorts) {
    this.#ports = ports;
  }

  start(): void {
    if (this.#stopped || this.#looking) return;
    this.#looking = this.look()
      .catch(this.#ports.fault)
      .finally(() => {
        this.#looking = undefined;
        // Shortly after the minute has begun, whatever a look took.
        const wait = MINUTE_MS - (Date.now() % MINUTE_MS) + 100;
        if (!this.#stopped) this.#timer = setTimeout(() => this.start(), wait).unref();
      });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#looking;
  }

  /** One look. Rejects where it could not be kept; `latest` is there all the same. */
  async look(): Promise<void> {
    const { database, now, parameters, probes } = this.#ports;
    const bounds = parameters();
    const names = Object.keys(probes) as Component[];
    const measured = await Promise.all(
      names.map(async (component): Promise<Measured> => {
        const found = await probes[component]?.(bounds).catch(() => undefined);
        return { component, level: found?.level ?? 'down', ms: found?.ms };
      }),
    );
    const at = now();
    this.latest = { at, measured };
    const minute = new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS);
    const day = chinaDay(minute.getTime());
    await database.transaction(async (client) => {
      if (await keepMeasurements(client, minute, day, measured)) await this.#incidents(client, at, bounds);
      if (this.#tidied === day) return;
      await removeOld(
        client,
        new Date(at.getTime() - bounds.keepHours * HOUR_MS),
        addDays(day, -bounds.keepDays),
      );
      this.#tidied = day;
    });
  }

  /** Begins and ends incidents by what was measured last. */
  async #incidents(client: Client, at: Date, { inRow }: StatusParameters): Promise<void> {
    await holdIncidents(client);
    const open = await openMeasured(client);
    // Twice the time so many looks take: what was measured before a long gap says nothing of now.
    const since = new Date(at.getTime() - 2 * inRow * MINUTE_MS);
    for (const { component, levels } of await latestMeasurements(client, since)) {
      const incidentId = open.get(component);
      const step = incidentStep(levels, inRow, incidentId !== undefined);
      if (!step) continue;
      if ('begin' in step) await begin(client, component, step.begin, at);
      else if (incidentId) {
        await endIncident(client, incidentId, at);
        await addWord(client, { incidentId, at, byId: null, word: over(component) });
      }
    }
  }
}

async function begin(client: Client, component: Component, level: 'slow' | 'down', at: Date): Promise<void> {
  const incidentId = randomUUID();
  await addIncident(client, { incidentId, component, kind: 'measured', level, beganAt: at, until: null });
  await addWord(client, { incidentId, at, byId: null, word: begun(component, level) });
}

function begun(component: Component, level: 'slow' | 'down'): Bilingual {
  const { zh, en } = components[component].name;
  return level === 'down'
    ? { zh: `${zh}连续多次测得不可用。`, en: `${en}: measured as down several times in a row.` }
    : { zh: `${zh}连续多次测得缓慢。`, en: `${en}: measured as slow several times in a row.` };
}

function over(component: Component): Bilingual {
  const { zh, en } = components[component].name;
  return { zh: `${zh}已恢复正常。`, en: `${en}: measured as working again.` };
}
