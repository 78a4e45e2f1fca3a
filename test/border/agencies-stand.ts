import { expect } from 'vitest';
import { issueKey } from '#exchange';
import { handIn, lineOf, purchaseFor } from '../../apps/demo/border/purchase.ts';
import { openStage } from '../../apps/demo/border/stage.ts';
import { seedZone } from '../../apps/demo/start.ts';
import { createZone, demoEnterprises } from '../../apps/demo/zone.ts';
import { AgencySimulator } from '../../apps/sandbox/agencies/simulator.ts';
import { type RunningServer, startServer } from '../../apps/server/server.ts';
import { type Somebody, signedInAs } from '../../modules/access/testing/signed-in.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';

const PATIENCE_MS = 20_000;

/** A list that market regulation is asked about. */
export interface Filed {
  readonly list: string;
  readonly desk: string;
  readonly broker: string;
  readonly orderNo: string;
}

const people: Readonly<Record<string, Somebody>> = {
  admin: { role: 'systemAdministrator' },
  operator: { role: 'operator' },
  market: { role: 'officer', agency: 'market' },
  post: { role: 'officer', agency: 'post' },
};

type Call = <Body = Record<string, unknown>>(
  method: string,
  path: string,
  as: string,
  body?: object,
  more?: Readonly<Record<string, string>>,
) => Promise<{ status: number; body: Body }>;

/** The server with its zone, who is known there, and a clock that is moved by hand. */
async function openHouse() {
  const zone = createZone();
  const clock = { now: new Date('2026-03-10T10:00:00+08:00') };
  const keys = new Map<string, string>();
  const sessions = new Map<string, Readonly<Record<string, string>>>();
  const rented: TestDatabase = await testDatabase();
  const { database } = rented;
  await seedZone(database, zone);
  for (const { customsCode } of demoEnterprises(zone))
    keys.set(customsCode, (await issueKey(database, customsCode, '', 'enterprise', clock.now)).token);
  const server: RunningServer = await startServer({
    ...{ database, port: 0, now: () => clock.now, sweepMs: 100, agencyNetworks: ['loopback'] },
  });
  for (const [name, somebody] of Object.entries(people))
    sessions.set(name, (await signedInAs(database, somebody, clock.now)).headers);
  const call: Call = async <Body>(
    method: string,
    path: string,
    as: string,
    body?: object,
    more: Readonly<Record<string, string>> = {},
  ) => {
    const who = sessions.get(as) ?? { authorization: `Bearer ${keys.get(as)}` };
    const answer = await fetch(`${server.url}${path}`, {
      method,
      headers: { ...who, ...more, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? {} : JSON.parse(text)) as Body };
  };
  return { zone, clock, keys, rented, server, call };
}

type House = Awaited<ReturnType<typeof openHouse>>;

/** Looks again while the clock goes on, so that links are looked at again too. */
async function untilIn({ clock }: House, holds: () => Promise<boolean>): Promise<void> {
  const last = performance.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (performance.now() > last) throw new Error('it does not come true');
    clock.now = new Date(clock.now.getTime() + 1000);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Lists about which market regulation is asked, as their broker sees them. */
function listsIn(house: House) {
  const { zone, clock, keys, server, call } = house;
  let purchases = 0;
  const stateOf = async ({ list, broker }: Filed): Promise<string> =>
    (await call<{ list: { state: string } }>('GET', list, broker)).body.list.state;

  /** A purchase of fish oil; its number ends as it is wished. */
  async function file(tail: string, flasks = 0): Promise<Filed> {
    purchases += 1;
    const runId = `B${String(purchases).padStart(3, '0')}`;
    const stage = openStage({
      ...{ baseUrl: server.url, zone, keys, now: () => clock.now, runId },
      cookieOf: () => Promise.reject(new Error('nobody signs in')),
    });
    const lines = [lineOf(stage, 'HLT-OIL-56', 1, 16_800)];
    if (flasks > 0) lines.push(lineOf(stage, 'COS-PRF-06', flasks, 42_000));
    const dossier = purchaseFor(stage, tail, { mode: '9610', lines });
    await handIn(stage, dossier);
    const { ebpCode, orderNo, agentCode } = dossier.declaration.head;
    const filed = {
      ...{ list: `/api/lists/${ebpCode}/${orderNo}`, broker: agentCode, orderNo },
      desk: `/api/agency-desk/questions/${ebpCode}/${orderNo}`,
    };
    await untilIn(house, async () => (await stateOf(filed)) !== 'waiting');
    return filed;
  }

  const agenciesOf = async ({ list, broker }: Filed) =>
    (
      await call<{
        questions: { agency: string; state: string; judge: string }[];
        sendings: { agency: string; way: string; fields: string[]; digest: string }[];
      }>('GET', `${list}/agencies`, broker)
    ).body;
  const becomes = (filed: Filed, state: string) =>
    untilIn(house, async () => (await stateOf(filed)) === state);
  return { file, stateOf, agenciesOf, becomes };
}

/** Agencies at the other ends of the links. */
function agenciesIn({ clock, call }: House) {
  const simulators: AgencySimulator[] = [];

  async function simulate(
    agency: string,
    decide?: ConstructorParameters<typeof AgencySimulator>[0]['decide'],
  ): Promise<AgencySimulator> {
    // The secret is known only once the link is set, and the address only once the simulator runs.
    const opened = await call<{ secret: string }>('PUT', `/api/agency-links/${agency}`, 'admin', {
      ...{ address: 'http://127.0.0.1:9/', judge: 'engine', newSecret: true },
    });
    const simulator = new AgencySimulator({
      ...{ agency, secret: opened.body.secret, now: () => clock.now },
      ...(decide ? { decide } : {}),
    });
    simulators.push(simulator);
    await letDecide(agency, await simulator.start());
    return simulator;
  }

  /** One person asks that an agency decide itself, another confirms it. */
  async function letDecide(agency: string, address: string): Promise<void> {
    const link = `/api/agency-links/${agency}`;
    const set = await call('PUT', link, 'admin', { address, judge: 'live' });
    expect([set.status, set.body.secret]).toEqual([200, undefined]);
    expect(await call('POST', `${link}/confirmation`, 'operator', { address })).toMatchObject({
      ...{ status: 200, body: { judge: 'live', standing: 'deciding' } },
    });
  }

  const standings = async (): Promise<string[]> => {
    const { body } = await call<{ answers: { standing: string }[] }>(
      ...(['GET', '/api/agency-links/market/answers', 'operator'] as const),
    );
    return body.answers.map(({ standing }) => standing);
  };

  const linkOf = async (agency: string) => {
    const { body } = await call<{
      agencies: {
        agency: string;
        link?: { failingSince?: string; lastGoodAt?: string; standing: string; tag: string };
      }[];
    }>(...(['GET', '/api/agency-links', 'operator'] as const));
    return body.agencies.find((one) => one.agency === agency)?.link;
  };
  return { simulators, simulate, letDecide, standings, linkOf };
}

/** A platform with agencies at the other ends of its links, whose clock goes on while something is waited for. */
export async function openAgenciesStand() {
  const house = await openHouse();
  const { rented, server, clock, call } = house;
  const { simulators, ...agencies } = agenciesIn(house);
  return {
    ...{ rented, clock, call, ...listsIn(house), ...agencies },
    until: (holds: () => Promise<boolean>) => untilIn(house, holds),
    /** Time passes, so that links are looked at again. */
    later: (seconds: number): void => {
      clock.now = new Date(clock.now.getTime() + seconds * 1000);
    },
    /** An agency that is stopped with all the rest. */
    opened: (simulator: AgencySimulator) => simulators.push(simulator),
    close: async () => {
      for (const simulator of simulators) await simulator.stop();
      await server.close();
      await rented.close();
    },
  };
}
