import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessTo } from '#access';
import { issueKey } from '#exchange';
import { createHttp, type Http } from '#http';
import { CustomsAddress } from '#payment-data';
import type { Enterprise } from '#registry';
import {
  makeKeyPair,
  nodePrimitives,
  readPrivateKeys,
  readPublicKey,
  type Signer,
  sm2Signer,
} from '#signatures';
import { enterFirms } from '../../apps/demo/seed.ts';
import type { RegisteredCertificate } from '../../apps/sandbox/payment-data/customs.ts';
import { registerPaymentDataCustoms } from '../../apps/sandbox/payment-data/register.ts';
import { type RunningServer, startServer } from '../../apps/server/server.ts';
import { tableGuard } from '../../modules/access/wiring.ts';
import { PAYMENT } from '../../modules/ceb/payment-data/testing/payments.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';
import { root } from '../architecture/tree.ts';

/** Two platforms of the samples, and an enterprise that is none. */
export const platformCode = '5301363602';
export const otherPlatformCode = '5301263603';
export const brokerCode = '5301683614';

export interface KeyPair {
  readonly signer: Signer;
  readonly certificate: RegisteredCertificate;
  /** As when a U-key is pulled out: the signer rejects. */
  pulledOut: boolean;
}

/** A made-up SM2 key, and what customs would know of it. */
export function keyPair(certificateNumber: string): KeyPair {
  const made = makeKeyPair('sm2');
  const [key] = readPrivateKeys(made.privateKeyPem);
  const publicKey = readPublicKey(made.publicKey);
  if (key?.kind !== 'sm2' || !publicKey) throw new Error('The key made is no SM2 key.');
  const signer = sm2Signer(key.scalar, { certificateNumber });
  const pair: KeyPair = {
    signer: {
      ...{ certificateNumber, algorithm: signer.algorithm, health: signer.health, close: signer.close },
      sign: async (bytes) => {
        if (pair.pulledOut) throw new Error('The key is not there.');
        return signer.sign(bytes);
      },
    },
    certificate: {
      certificateNumber,
      verify: async (bytes, signature) => nodePrimitives.verifies(publicKey, 'sm3', bytes, signature),
    },
    pulledOut: false,
  };
  return pair;
}

/** A simulated customs on a port of its own. */
export interface CustomsStand {
  readonly url: string;
  /** Certificates by platform; to be changed by tests. */
  readonly certificates: Map<string, RegisteredCertificate>;
  /** When set, what is sent is answered so, and not judged. */
  instead: { readonly status: number; readonly body: string; readonly location?: string } | undefined;
  /** Bodies that came in. */
  readonly received: string[];
  close(): Promise<void>;
}

const nothing = {
  title: 'test',
  version: '1',
  description: '',
  tags: [],
  security: {},
  fault: () => undefined,
};

export async function customsStand(now: () => Date, port = 0): Promise<CustomsStand> {
  // Whoever calls it is the enterprise whose code it shows.
  const byKey = async (customsCode: string) => ({
    ...{ by: 'key' as const, id: '', role: 'enterprise' as const },
    customsCode,
  });
  const guard = tableGuard({ byKey, bySession: async () => undefined, visitors: false });
  const app: Http = await createHttp({
    ...{ ...nothing, bodyLimit: 4 * 1024 * 1024, guard },
    docsConfig: accessTo('interface', 'read'),
  });
  const certificates = new Map<string, RegisteredCertificate>();
  const stand: Omit<CustomsStand, 'url'> = {
    certificates,
    instead: undefined,
    received: [],
    close: () => app.close(),
  };
  app.addHook('preHandler', async (request, reply) => {
    if (!request.url.endsWith('realTimeDataUpload')) return;
    stand.received.push(String(request.body));
    const { instead } = stand;
    if (!instead) return;
    if (instead.location) void reply.header('location', instead.location);
    return reply.code(instead.status).type('application/json').send(instead.body);
  });
  registerPaymentDataCustoms(app, {
    now,
    registered: async (ebpCode) => certificates.get(ebpCode),
  });
  const url = await app.listen({ port, host: '127.0.0.1' });
  return Object.assign(stand, { url });
}

export interface PlatformStand {
  readonly rented: TestDatabase;
  readonly clock: { now: Date };
  readonly key: (code: string) => string;
  readonly faults: unknown[];
  /** Starts a server of the platform that answers to this customs. */
  serve(customsUrl: string | undefined, signers: ReadonlyMap<string, Signer>): Promise<RunningServer>;
  close(): Promise<void>;
}

export async function platformStand(): Promise<PlatformStand> {
  const rented = await testDatabase();
  const clock = { now: new Date('2026-03-10T10:00:00+08:00') };
  const { database } = rented;
  const enterprises: Enterprise[] = JSON.parse(
    readFileSync(join(root, 'contracts/samples/enterprises.json'), 'utf8'),
  );
  await enterFirms(database, enterprises);
  const keys = new Map<string, string>();
  for (const code of [platformCode, otherPlatformCode, brokerCode])
    keys.set(code, (await issueKey(database, code, '', 'enterprise', clock.now)).token);
  keys.set('operator', (await issueKey(database, 'operator', '', 'operator', clock.now)).token);
  const faults: unknown[] = [];
  const servers: RunningServer[] = [];
  return {
    ...{ rented, clock, faults },
    key: (code) => keys.get(code) ?? '',
    serve: async (customsUrl, signers) => {
      const link =
        customsUrl === undefined
          ? {}
          : {
              paymentData: {
                customs: new CustomsAddress(`${customsUrl}/sandbox/payment-data/realTimeDataUpload`),
                signers,
              },
            };
      const settings = {
        database,
        port: 0,
        now: () => clock.now,
        sweepMs: 100,
        fault: (error: unknown) => void faults.push(error),
      };
      const server = await startServer({ ...settings, ...link });
      servers.push(server);
      return server;
    },
    close: async () => {
      await Promise.all(servers.map((server) => server.close()));
      await rented.close();
    },
  };
}

let made = 0;

/** JSON of a payment with a number and orders of its own. */
export function paymentOf(
  ebpCode: string,
  orderNos: readonly string[] = [`D${++made}`],
  change: Readonly<Record<string, string>> = {},
): { readonly json: string; readonly orderNos: readonly string[]; readonly payTransactionId: string } {
  const payTransactionId = change.payTransactionId ?? `T${++made}`;
  const head = { ...PAYMENT.payExchangeInfoHead, ebpCode, payTransactionId, ...change };
  const [order] = PAYMENT.payExchangeInfoLists;
  const lists = orderNos.map((orderNo) => ({ ...order, orderNo }));
  const json = JSON.stringify({ payExchangeInfoHead: head, payExchangeInfoLists: lists }).replace(
    /"totalAmount":"([\d.]+)"/,
    '"totalAmount":$1',
  );
  return { json, orderNos, payTransactionId };
}

/** Looks again until something is so; gives up before the test's own limit, to say what is so instead. */
export async function until<Value>(
  look: () => Promise<Value | undefined | false>,
  now?: () => Promise<unknown>,
): Promise<Value> {
  for (let looks = 0; looks < 2_000; looks++) {
    const value = await look();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`It has not come about; it is ${JSON.stringify(await now?.())}`);
}
