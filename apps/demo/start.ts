import { keyScopeNames } from '#access';
import { issueKey } from '#exchange';
import { chinaDay } from '#kernel';
import type { Database } from '#postgres';
import { playDemoDay } from './player.ts';
import { seedZone } from './seed.ts';
import { createZone, demoEnterprises, type Zone } from './zone.ts';

export { seedZone };

/** Where keys are kept between starts. */
export interface KeyStore {
  read(): Promise<Map<string, string>>;
  add(tokens: ReadonlyMap<string, string>): Promise<void>;
}

/** Makes a key for each firm that has none that works. */
export async function demoKeys(
  database: Database,
  zone: Zone,
  store: KeyStore,
  works: (token: string) => Promise<boolean>,
): Promise<ReadonlyMap<string, string>> {
  const keys = await store.read();
  const made = new Map<string, string>();
  for (const { customsCode } of demoEnterprises(zone)) {
    const token = keys.get(customsCode);
    if (token && (await works(token))) continue;
    // With every scope, so that whatever a guide shows can be tried with it.
    const scopes = keyScopeNames;
    const key = await issueKey(database, customsCode, 'demo', 'enterprise', new Date(), { scopes });
    made.set(customsCode, key.token);
  }
  if (made.size > 0) await store.add(made);
  return new Map([...keys, ...made]);
}

export interface DemoTarget {
  readonly url: string;
  readonly parts: {
    readonly exchange: { readonly keys: { caller(token: string, now: Date): Promise<unknown> } };
    readonly enterprises: { forget(): void };
  };
}

/** Seeds the zone and lets its day begin; `stop` ends it. */
export async function startDemoDay(
  database: Database,
  server: DemoTarget,
  store: KeyStore,
): Promise<{ stop(): Promise<void> }> {
  const zone = createZone();
  await seedZone(database, zone);
  server.parts.enterprises.forget();
  const works = async (token: string): Promise<boolean> =>
    (await server.parts.exchange.keys.caller(token, new Date())) !== undefined;
  const keys = await demoKeys(database, zone, store, works);
  const ending = new AbortController();
  const playing = playDemoDay({
    baseUrl: server.url,
    keys,
    signal: ending.signal,
    runId: runIdOf(new Date()),
    zone,
  });
  return {
    stop: async () => {
      ending.abort();
      await playing;
    },
  };
}

/** Tells starts of one day apart: the seconds since midnight in base 36, four characters. */
function runIdOf(now: Date): string {
  const midnight = Date.parse(`${chinaDay(now.getTime())}T00:00:00+08:00`);
  return Math.floor((now.getTime() - midnight) / 1000)
    .toString(36)
    .toUpperCase()
    .padStart(4, '0');
}
