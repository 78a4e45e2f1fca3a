import { addDays, chinaDay } from '#kernel';
import type { Readers } from '#postgres';
import { type Component, componentNames, components, type Level, worst } from '../domain/components.ts';
import { lastDays } from '../domain/days.ts';
import type { StatusParameters } from '../domain/parameters.ts';
import type { StatusPage } from '../http/schemas.ts';
import { type Incident, incidentsSince, type Word } from '../storage/incidents.ts';
import { dayCounts, latestMeasurements } from '../storage/measurements.ts';
import type { Watch } from './watch.ts';

export interface StatusPorts {
  readonly database: Readers;
  readonly now: () => Date;
  readonly parameters: () => StatusParameters;
  readonly watch: Pick<Watch, 'latest'>;
  /** Those this platform has. */
  readonly has: ReadonlySet<Component>;
}

/** How old an answer may be: whoever asks, the database is asked this often at most. */
const FRESH_MS = 10_000;
const DAY_MS = 86_400_000;
/** Minutes after which the latest measurement no longer tells how a component is. */
const CURRENT_MS = 3 * 60_000;

/** The page of how the platform is, made once for everybody who asks within some seconds. */
export class StatusBoard {
  readonly #ports: StatusPorts;
  #made: { readonly at: number; readonly page: StatusPage } | undefined;
  #making: Promise<StatusPage> | undefined;

  constructor(ports: StatusPorts) {
    this.#ports = ports;
  }

  /** Answers also while the database does not: with what was known, and that the database is down. */
  async page(): Promise<StatusPage> {
    const made = this.#made;
    if (made && Math.abs(this.#ports.now().getTime() - made.at) < FRESH_MS) return made.page;
    this.#making ??= this.#make().finally(() => {
      this.#making = undefined;
    });
    return this.#making;
  }

  /** Something was said: the next who asks is told. */
  forget(): void {
    this.#made = undefined;
  }

  async #make(): Promise<StatusPage> {
    const at = this.#ports.now();
    try {
      const page = await pageAt(this.#ports, at);
      this.#made = { at: at.getTime(), page };
      return page;
    } catch {
      return withoutDatabase(this.#made?.page, this.#ports, at);
    }
  }
}

async function pageAt(ports: StatusPorts, at: Date): Promise<StatusPage> {
  const { keepDays } = ports.parameters();
  const today = chinaDay(at.getTime());
  const [latest, counts, incidents] = await Promise.all([
    latestMeasurements(ports.database, new Date(at.getTime() - CURRENT_MS)),
    dayCounts(ports.database, addDays(today, 1 - keepDays)),
    incidentsSince(ports.database, new Date(at.getTime() - keepDays * DAY_MS)),
  ]);
  const [since = today] = counts.map(({ day }) => day).sort();
  const minutesToday = Math.floor((at.getTime() - Date.parse(`${today}T00:00:00+08:00`)) / 60_000);
  const shown = componentNames
    .filter((component) => ports.has.has(component))
    .map((component) => {
      const now = latest.find((one) => one.component === component);
      const own = counts.filter((count) => count.component === component);
      return {
        ...described(component),
        level: now?.levels[0] ?? ('unmeasured' as const),
        ...(typeof now?.ms === 'number' ? { ms: now.ms } : {}),
        days: lastDays(own, { today, minutesToday, days: keepDays, since }),
      };
    });
  const known = shown.flatMap(({ level }): Level[] => (level === 'unmeasured' ? [] : [level]));
  const measuredAt = latest.reduce<Date | undefined>(
    (last, one) => (last && last > one.at ? last : one.at),
    undefined,
  );
  return {
    level: known.length === 0 ? 'unmeasured' : worst(known),
    ...(measuredAt ? { measuredAt: measuredAt.toISOString() } : {}),
    now: at.toISOString(),
    components: shown,
    incidents: incidents.map((incident) => incidentView(incident, at)),
  };
}

const described = (component: Component) => ({ code: component, ...components[component] });

/** What can still be said: everything that was known, but for what this server has seen itself since. */
function withoutDatabase(known: StatusPage | undefined, { watch, has }: StatusPorts, at: Date): StatusPage {
  const seen = new Map(watch.latest?.measured.map(({ component, level }) => [component, level]));
  return {
    level: 'down',
    ...(watch.latest ? { measuredAt: watch.latest.at.toISOString() } : {}),
    now: at.toISOString(),
    components: componentNames
      .filter((component) => has.has(component))
      .map((component) => ({
        ...described(component),
        level: component === 'database' ? 'down' : (seen.get(component) ?? 'unmeasured'),
        days: known?.components.find(({ code }) => code === component)?.days ?? [],
      })),
    incidents: known?.incidents ?? [],
  };
}

function incidentView(
  incident: Incident & { words: readonly Word[] },
  at: Date,
): StatusPage['incidents'][number] {
  const { incidentId, component, kind, level, beganAt, until, words } = incident;
  // Planned work is over at its time, unless somebody said otherwise before.
  const endedAt = incident.endedAt ?? (until && until <= at ? until : null);
  return {
    ...{ incidentId, kind, level, beganAt: beganAt.toISOString() },
    ...(component ? { component } : {}),
    ...(until ? { until: until.toISOString() } : {}),
    ...(endedAt ? { endedAt: endedAt.toISOString() } : {}),
    words: words.map(({ at, zh, en }) => ({ at: at.toISOString(), zh, en })),
  };
}
