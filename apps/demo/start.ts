import { keyScopeNames } from '#access';
import { issueKey } from '#exchange';
import { chinaDay } from '#kernel';
import type { Database } from '#postgres';
import { demoSession } from '../../modules/access/wiring.ts';
import { playBorder } from './border/play.ts';
import { openStage } from './border/stage.ts';
import { stories } from './border/stories.ts';
import type { Story } from './border/story.ts';
import { type DemoConsumer, demoConsumer } from './consumer.ts';
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
    readonly access: { readonly ports: Parameters<typeof demoSession>[0] };
  };
}

export interface RunningDay {
  readonly consumer: DemoConsumer;
  /** Begins the stories of the border, once its people are there: accounts by login. */
  tellBorder(accounts: ReadonlyMap<string, string>): void;
  stop(): Promise<void>;
}

/** Seeds the zone and lets its day begin; `stop` ends it. */
export async function startDemoDay(
  database: Database,
  server: DemoTarget,
  store: KeyStore,
): Promise<RunningDay> {
  const zone = createZone();
  await seedZone(database, zone);
  server.parts.enterprises.forget();
  const works = async (token: string): Promise<boolean> =>
    (await server.parts.exchange.keys.caller(token, new Date())) !== undefined;
  const keys = await demoKeys(database, zone, store, works);
  const ending = new AbortController();
  const now = new Date();
  const runId = runIdOf(now);
  const consumer = await demoConsumer(database, zone, { runId, now: now.getTime() });
  const playing = playDemoDay({
    ...{ baseUrl: server.url, keys, signal: ending.signal, runId, zone },
    first: consumer.dossiers,
  });
  let telling: Promise<void> = Promise.resolve();
  return {
    consumer,
    tellBorder: (accounts) => {
      const cookies = new Map<string, Promise<string>>();
      // The stories of one start share its number: each has the place of its folder besides.
      const stageOf = ({ name }: Story) =>
        openStage({
          ...{ baseUrl: server.url, zone, keys, runId: `${runId}${name.slice(0, 2)}` },
          ...{ now: () => new Date(), signal: ending.signal },
          cookieOf: (login) => {
            const cookie =
              cookies.get(login) ?? demoSession(server.parts.access.ports, accounts.get(login) ?? '');
            cookies.set(login, cookie);
            return cookie;
          },
        });
      telling = playBorder(stageOf, stories, ending.signal, ({ name }, error) =>
        process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`),
      );
    },
    stop: async () => {
      ending.abort();
      await Promise.all([playing, telling]);
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
