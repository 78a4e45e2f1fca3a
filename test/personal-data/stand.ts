import { issueKey } from '#exchange';
import { type Dossier, makeDossier } from '../../apps/demo/dossiers.ts';
import { stepBytes } from '../../apps/demo/messages.ts';
import { createRandom } from '../../apps/demo/random.ts';
import { demoKeys, seedZone } from '../../apps/demo/start.ts';
import { createZone } from '../../apps/demo/zone.ts';
import { type RunningServer, startServer } from '../../apps/server/server.ts';
import type { ServerSettings } from '../../apps/server/settings.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';

interface AnsweredDocument {
  readonly verdict: string;
  readonly outcome?: { readonly state: string };
}

/** A platform with the firms of the demo zone, on which people buy. */
export interface Stand {
  readonly rented: TestDatabase;
  readonly server: RunningServer;
  /** Sends one message of a purchase as its sender does. */
  send(step: Dossier['steps'][number]): Promise<AnsweredDocument | undefined>;
  /** Somebody buys: all papers are sent; `papers` leaves the later ones out. */
  purchase(papers?: number): Promise<{ dossier: Dossier; state: string | undefined }>;
  /** Asks as the holder of a key of this enterprise, `operator`, or as nobody. */
  ask(path: string, as?: string, body?: object): Promise<{ status: number; body: Record<string, unknown> }>;
  keyOf(customsCode: string): string;
  /** Enterprises that have nothing to do with a purchase. */
  others(dossier: Dossier): string[];
  close(): Promise<void>;
}

/** @param prefix of order numbers, two letters */
export async function openStand(
  prefix: string,
  settings: Partial<Omit<ServerSettings, 'database'>> = {},
): Promise<Stand> {
  const zone = createZone();
  const random = createRandom(prefix);
  const rented = await testDatabase();
  await seedZone(rented.database, zone);
  const store = { read: async () => new Map<string, string>(), add: async () => undefined };
  const made = await demoKeys(rented.database, zone, store, async () => false);
  const { token } = await issueKey(rented.database, 'operator', '', 'operator', new Date());
  const keys = new Map([...made, ['operator', token]]);
  const server = await startServer({ port: 0, ...settings, database: rented.database });
  const authorization = (as: string) => ({ authorization: `Bearer ${keys.get(as) ?? 'none'}` });
  let bought = 0;
  const send: Stand['send'] = async (step) => {
    const response = await fetch(`${server.url}/api/messages?wait=10`, {
      method: 'POST',
      headers: { ...authorization(step.sender.customsCode), 'content-type': 'application/xml' },
      body: new Uint8Array(stepBytes(step, random)),
    });
    return ((await response.json()) as { documents: AnsweredDocument[] }).documents[0];
  };
  return {
    ...{ rented, server, send },
    keyOf: (customsCode) => keys.get(customsCode) ?? '',
    purchase: async (papers) => {
      bought += 1;
      const number = `${prefix}${String(bought).padStart(6, '0')}`;
      const dossier = makeDossier(random, zone, {
        ...{ number, orderedAt: Date.now() - 7_200_000, buyerIndex: bought },
      });
      let state: string | undefined;
      for (const step of dossier.steps.slice(0, papers)) state = (await send(step))?.outcome?.state ?? state;
      return { dossier, state };
    },
    ask: async (path, as, body) => {
      const response = await fetch(`${server.url}${path}`, {
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
        headers: {
          ...(as === undefined ? {} : authorization(as)),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
      });
      const text = await response.text();
      return {
        status: response.status,
        body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>,
      };
    },
    others: ({ order, payment, waybill, declaration }) => {
      const { ebpCode, ebcCode, agentCode } = declaration.head;
      const involved = [ebpCode, ebcCode, agentCode, order.head.ebpCode, payment.head.payCode];
      return [...made.keys()].filter((code) => ![...involved, waybill.head.logisticsCode].includes(code));
    },
    close: async () => {
      await server.close();
      await rented.close();
    },
  };
}
