import { expect } from 'vitest';
import { issueKey } from '#exchange';
import { type RunningServer, startServer } from '../../apps/server/server.ts';
import { signedInAs } from '../../modules/access/testing/signed-in.ts';
import {
  enterprises,
  messageOf,
  paperKinds,
  purchase,
  senderOf,
} from '../../modules/clearance/testing/purchases.ts';
import { enterpriseRegister } from '../../modules/registry/wiring.ts';
import { type TestDatabase, testDatabase, transactionsEnded } from '../../platform/postgres/testing/index.ts';

type Body = Record<string, never>;
const { head } = purchase(1).declaration;
export const { assureCode: guarantor, agentCode: agent } = head;
export const other =
  enterprises.find(({ customsCode }) => ![guarantor, agent].includes(customsCode))?.customsCode ?? '';
/** Of every list: 277 CNY of coffee and freight at 13 % and seven tenths. */
export const TAX = '25.21';

export const listPath = (number: number): string => {
  const { ebpCode, orderNo } = purchase(number).declaration.head;
  return `/${ebpCode}/${orderNo}`;
};

const people: Readonly<Record<string, Parameters<typeof signedInAs>[1]>> = {
  customs: { role: 'officer', agency: 'customs' },
  tax: { role: 'officer', agency: 'tax' },
  operator: { role: 'operator' },
  'second operator': { role: 'operator' },
};

interface ListSeen {
  readonly list?: { readonly state: string };
  readonly findings: { code: string; message: { en: string } }[];
}

/** The platform with enterprises, officers and a clock, on which lists are taxed. */
export class MoneyStand {
  readonly rented: TestDatabase;
  readonly clock = { now: new Date('2026-03-02T10:00:00+08:00') };
  readonly #who = new Map<string, Readonly<Record<string, string>>>();
  #server: RunningServer | undefined;

  private constructor(rented: TestDatabase) {
    this.rented = rented;
  }

  static async open(): Promise<MoneyStand> {
    const rented = await testDatabase();
    const { database } = rented;
    const stand = new MoneyStand(rented);
    await enterpriseRegister(database).save(enterprises);
    for (const { customsCode } of enterprises) {
      const { token } = await issueKey(database, customsCode, '', 'enterprise', stand.clock.now);
      stand.#who.set(customsCode, { authorization: `Bearer ${token}` });
    }
    await stand.passTo('2026-03-02T10:00:00+08:00');
    stand.#server = await startServer({ database, port: 0, now: () => stand.clock.now, sweepMs: 200 });
    return stand;
  }

  /** Its deeds as plain functions, of the stand there is when they are called. */
  static deeds(stand: () => MoneyStand) {
    return {
      call: (...asked: Parameters<MoneyStand['call']>) => stand().call(...asked),
      declare: (number: number) => stand().declare(number),
      list: (number: number, state: string) => stand().list(number, state),
      passTo: (at: string) => stand().passTo(at),
      eventually,
    };
  }

  async close(): Promise<void> {
    await this.#server?.close();
    await this.rented.close();
  }

  /** Sets the clock; sessions do not last so long, so everybody signs in anew. */
  async passTo(at: string): Promise<void> {
    this.clock.now = new Date(at);
    for (const [name, somebody] of Object.entries(people)) {
      const { token } = await signedInAs(this.rented.database, somebody, this.clock.now);
      this.#who.set(name, { cookie: `chama_session=${token}`, 'sec-fetch-site': 'same-origin' });
    }
  }

  async call(as: string, method: string, path: string, body?: object) {
    const answer = await fetch(`${this.#server?.url}/api${path}`, {
      method,
      headers: { ...this.#who.get(as), ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    return { status: answer.status, text, body: (isJson ? JSON.parse(text) : {}) as Body };
  }

  /** Hands in all papers of a purchase. */
  async declare(number: number): Promise<void> {
    const dossier = purchase(number);
    for (const kind of paperKinds) {
      const sender = senderOf(kind, dossier);
      const answer = await fetch(`${this.#server?.url}/api/messages`, {
        method: 'POST',
        headers: { ...this.#who.get(sender), 'content-type': 'application/xml' },
        body: new Uint8Array(messageOf(kind, [dossier[kind]], sender)),
      });
      expect(answer.status).toBe(200);
    }
  }

  /** A list once it stands so. */
  list(number: number, state: string): Promise<ListSeen> {
    return eventually(
      async () => (await this.call(agent, 'GET', `/lists${listPath(number)}`)).body as never as ListSeen,
      (seen) => seen.list?.state === state,
    );
  }

  async receipts(type: string) {
    await transactionsEnded(this.rented.database);
    const { body } = await this.call(agent, 'GET', `/receipts?limit=500&type=${type}`);
    return (body as never as { receipts: { orderNo: string; body: Record<string, string> }[] }).receipts;
  }
}

async function eventually<T>(look: () => Promise<T>, holds: (seen: T) => boolean): Promise<T> {
  const limit = performance.now() + 60_000;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (performance.now() > limit) throw new Error(`not yet: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
