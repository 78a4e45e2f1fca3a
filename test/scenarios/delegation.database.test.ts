import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueKey } from '#exchange';
import { enterFirms } from '../../apps/demo/seed.ts';
import { type RunningServer, startServer } from '../../apps/server/server.ts';
import {
  again,
  enterprises,
  messageOf,
  type PaperKind,
  purchase,
} from '../../modules/clearance/testing/purchases.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';

const SELLER = '5301960002';
const PAYER = '5301960003';
const CARRIER = '5301960004';
/** Registered as a broker; no list names it. */
const BROKER = '5301980009';
const AGENT = '5301980005';

const clock = { now: new Date('2026-11-23T13:00:00+08:00') };
let rented: TestDatabase;
let server: RunningServer;
const keys = new Map<string, string>();

beforeAll(async () => {
  rented = await testDatabase();
  const { database } = rented;
  const [model] = enterprises.filter(({ customsCode }) => customsCode === AGENT);
  if (!model) throw new Error('There is no broker.');
  await enterFirms(database, [...enterprises, { ...model, customsCode: BROKER, name: '代报关行' }]);
  const scopes = ['hand-in', 'read', 'delegations'] as const;
  server = await startServer({ database, port: 0, now: () => clock.now, sweepMs: 200, paperWaitMs: 60_000 });
  for (const code of [...enterprises.map(({ customsCode }) => customsCode), BROKER])
    keys.set(code, (await issueKey(database, code, '', 'enterprise', clock.now, { scopes })).token);
});
afterAll(async () => {
  await server.close();
  await rented.close();
});

let numbers = 0;
const next = () => {
  numbers += 1;
  return purchase(numbers);
};

async function ask<Body>(of: string, path: string, body?: object): Promise<{ http: number } & Body> {
  const response = await fetch(`${server.url}${path}`, {
    headers: { authorization: `Bearer ${keys.get(of)}`, 'content-type': 'application/json' },
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  });
  return { ...((await response.json()) as Body), http: response.status };
}

interface Told {
  readonly verdict: string | undefined;
  readonly findings: readonly { readonly code: string; readonly message: { readonly en: string } }[];
}

/** Hands one paper in with the key and the copCode of a firm. */
async function send(kind: PaperKind, document: object, sender: string): Promise<Told> {
  const copied = messageOf(kind, [document], sender === BROKER ? AGENT : sender);
  const bytes = copied.toString('utf8').replaceAll(`copCode>${AGENT}<`, `copCode>${sender}<`);
  const response = await fetch(`${server.url}/api/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${keys.get(sender)}`, 'content-type': 'application/xml' },
    body: bytes,
  });
  const { documents = [], findings = [] } = (await response.json()) as {
    documents?: Told[];
    findings?: Told['findings'];
  };
  return { verdict: documents[0]?.verdict, findings: documents[0]?.findings ?? findings };
}

const codes = ({ findings }: Told) => findings.map(({ code }) => code);

interface Delegation {
  readonly delegationId: string;
  readonly standing: string;
  readonly code?: string;
  readonly findings?: readonly { readonly code: string }[];
}

const delegate = (of: string, agent: string, kinds: readonly string[], more: object = {}) =>
  ask<Delegation>(of, '/api/delegations', {
    ...{ agent, kinds, fromDay: '2026-11-01', toDay: '2027-10-31', paperNo: 'WT-2026-1' },
    ...more,
  });
const act = (of: string, { delegationId }: Delegation, what: string, reason = 'the contract says so') =>
  ask<Delegation>(of, `/api/delegations/${delegationId}/${what}`, { reason });

/** Who sent the list of a purchase, and for whom. */
const sentFor = async (orderNo: string) =>
  (
    await rented.database.query<{ sender: string; sent_for: string | null }>(
      'select sender, sent_for from declarations.import_list where order_no = $1',
      [orderNo],
    )
  )[0];

describe('a broker that hands in the lists of another enterprise', () => {
  test('is a stranger without a delegation, is heard while it holds, and refused as soon as it is ended', async () => {
    const first = next().declaration;
    expect(await send('declaration', first, BROKER)).toMatchObject({ verdict: 'refused' });
    expect(codes(await send('declaration', first, BROKER))).toEqual(['EXCHANGE-RIGHT']);

    const proposed = await delegate(SELLER, BROKER, ['list']);
    expect([proposed.http, proposed.standing]).toEqual([201, 'proposed']);
    const waiting = await send('declaration', first, BROKER);
    expect(codes(waiting)).toEqual(['EXCHANGE-DELEGATION']);
    expect(waiting.findings[0]?.message.en).toContain('not accepted it yet');

    expect(await act(BROKER, proposed, 'accept')).toMatchObject({ http: 200, standing: 'active' });
    expect(await send('declaration', first, BROKER)).toMatchObject({ verdict: 'accepted' });
    expect(await sentFor(first.head.orderNo)).toEqual({ sender: BROKER, sent_for: SELLER });

    // Its principal may go on itself, and change what the agent has sent; and the other way round.
    const changed = again(first, { appType: '2', note: '改' });
    expect(await send('declaration', changed, SELLER)).toMatchObject({ verdict: 'accepted' });
    expect(await sentFor(first.head.orderNo)).toEqual({ sender: SELLER, sent_for: null });
    const anew = again(changed, { appType: '2', note: '再改' });
    expect(await send('declaration', anew, BROKER)).toMatchObject({ verdict: 'accepted' });

    expect(await act(SELLER, proposed, 'end')).toMatchObject({ http: 200, standing: 'ended' });
    const late = await send('declaration', next().declaration, BROKER);
    expect(codes(late)).toEqual(['EXCHANGE-DELEGATION']);
    expect(late.findings[0]?.message.en).toContain('has been ended');
    // Having sent it gives no right over it, whatever is written into it now.
    const taken = again(anew, { appType: '2', ebcCode: BROKER, agentCode: BROKER });
    expect(codes(await send('declaration', taken, BROKER))).toEqual(['EXCHANGE-RIGHT']);
  });

  test('cannot hand in what was not delegated: other kinds, other principals, before the first day, after the last', async () => {
    const later = await delegate(AGENT, BROKER, ['list'], { fromDay: '2026-12-01', toDay: '2026-12-31' });
    await act(BROKER, later, 'accept');
    const list = next().declaration;
    const of = async () => (await send('declaration', list, BROKER)).findings[0]?.message.en ?? 'accepted';
    // The seller is named as well, and has ended its own.
    expect(await of()).toMatch(/begins on 2026-12-01/);
    const order = next().order;
    expect(codes(await send('order', order, BROKER))).toEqual(['EXCHANGE-DELEGATION']);
    const begun = clock.now;
    try {
      clock.now = new Date('2026-12-31T23:00:00+08:00');
      await new Promise((resolve) => setTimeout(resolve, 3_100));
      expect(await of()).toBe('accepted');
      clock.now = new Date('2027-01-01T00:00:01+08:00');
      await new Promise((resolve) => setTimeout(resolve, 3_100));
      const next_ = next().declaration;
      expect((await send('declaration', next_, BROKER)).findings[0]?.message.en).toMatch(
        /expired on 2026-12-31/,
      );
    } finally {
      clock.now = begun;
    }
  }, 60_000);
});

test('an express operator hands in payments for the payment firm that has promised so in writing', async () => {
  const { payment } = next();
  expect(codes(await send('payment', payment, CARRIER))).toEqual(['EXCHANGE-RIGHT']);
  const proposed = await delegate(PAYER, CARRIER, ['payment']);
  await act(CARRIER, proposed, 'accept');
  expect(await send('payment', payment, CARRIER)).toMatchObject({ verdict: 'accepted' });
});

describe('a delegation', () => {
  test('is seen by its two sides with all that was done with it, and by nobody else', async () => {
    const made = await delegate(SELLER, BROKER, ['list'], { paperPlace: '档案 3-12' });
    const path = `/api/delegations/${made.delegationId}`;
    await act(BROKER, made, 'decline', 'too much to do');
    const story = await ask<Delegation & { steps: { act: string; enterprise: string; reason: string }[] }>(
      SELLER,
      path,
    );
    expect(story).toMatchObject({ http: 200, standing: 'declined' });
    expect(story.steps.map((step) => [step.act, step.enterprise, step.reason])).toEqual([
      ['propose', SELLER, ''],
      ['decline', BROKER, 'too much to do'],
    ]);
    expect(await ask(BROKER, path)).toMatchObject({ http: 200 });
    for (const what of ['', '/end', '/accept', '/withdraw'])
      expect(await ask(PAYER, `${path}${what}`, what ? { reason: 'x' } : undefined)).toMatchObject({
        ...{ http: 404, code: 'DELEGATION-NOT-FOUND' },
      });
  });

  test('is answered by the agent alone and withdrawn by the principal alone', async () => {
    const made = await delegate(SELLER, BROKER, ['list']);
    expect(await act(SELLER, made, 'accept')).toMatchObject({ http: 409, code: 'DELEGATION-SIDE' });
    expect(await act(BROKER, made, 'withdraw')).toMatchObject({ http: 409, code: 'DELEGATION-SIDE' });
    expect(await act(SELLER, made, 'withdraw')).toMatchObject({ http: 200, standing: 'withdrawn' });
    expect(await act(BROKER, made, 'accept')).toMatchObject({ http: 409, code: 'DELEGATION-STATE' });
  });

  test('of what the agent may not send is refused with every finding', async () => {
    const refused = await delegate(SELLER, CARRIER, ['list', 'payment']);
    expect(refused).toMatchObject({ http: 422, code: 'DELEGATION-REFUSED' });
    expect(refused.findings?.map(({ code }) => code)).toEqual([
      ...['DELEGATION-AGENT-ROLE', 'DELEGATION-NOT-YOURS'],
    ]);
  });

  test('is found by side and standing, page by page', async () => {
    const all = await ask<{ delegations: { standing: string }[] }>(BROKER, '/api/delegations?side=received');
    expect(all.delegations.length).toBeGreaterThan(3);
    expect(await ask(BROKER, '/api/delegations?side=given')).toMatchObject({ delegations: [] });
    const one = await ask<{ delegations: object[]; next: string }>(BROKER, '/api/delegations?limit=1');
    const two = await ask<{ delegations: object[] }>(BROKER, `/api/delegations?limit=1&cursor=${one.next}`);
    expect([one.delegations[0], two.delegations[0]]).toEqual(all.delegations.slice(0, 2));
    for (const standing of ['ended', 'declined', 'withdrawn', 'waiting']) {
      const page = await ask<typeof all>(BROKER, `/api/delegations?standing=${standing}`);
      expect(new Set(page.delegations.map((row) => row.standing))).toEqual(new Set([standing]));
    }
  });
});
