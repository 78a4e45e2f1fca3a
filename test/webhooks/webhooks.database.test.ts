import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { description, objections } from '../contracts/description.ts';
import { type Arrived, type Made, quick, type Receiver, Stand } from './stand.ts';

const PLATFORM = '5301363602';
const BROKER = '5301683614';

let stand: Stand;
let receiver: Receiver;
beforeEach(async () => {
  stand = await Stand.open();
  receiver = await stand.receiver();
});
afterEach(async () => {
  await stand.close();
  expect(stand.faults).toEqual([]);
  expect(receiver.arrived.flatMap(({ body }) => againstDescription(body))).toEqual([]);
});

/** What an event that came has against what is said of it in the description. */
function againstDescription(body: Arrived['body']): readonly string[] {
  if (body.type === 'webhook.test') return [];
  const { post } = description.webhooks[body.type.split('.')[0] ?? ''] ?? {};
  const schema = post?.requestBody?.content['application/json']?.schema;
  return schema ? objections(schema, body) : [`${body.type} is not described`];
}

const path = ({ webhookId }: Made, rest = ''): string => `/api/webhooks/${webhookId}${rest}`;

describe('an enterprise that has subscribed', { timeout: 60_000 }, () => {
  test('is sent its receipts and the states of its lists, as they are told elsewhere, and what came before is not', async () => {
    await stand.tell('10-consignee-address-differs');
    await stand.subscribe(BROKER, receiver.address, ['receipt.*', 'list.*']);
    const { next: cursor } = await stand.json<{ next: string }>('/api/receipts?limit=5000', BROKER);
    await stand.tell('01-direct-purchase');
    await stand.until(() => receiver.arrived.length >= 3);
    expect(receiver.types.filter((type) => type.startsWith('receipt.'))).toEqual([
      ...['receipt.CEB622', 'receipt.CEB622'],
    ]);
    const { receipts } = await stand.json<{ receipts: object[] }>(`/api/receipts?cursor=${cursor}`, BROKER);
    const sent = receiver.arrived.filter(({ body }) => body.type.startsWith('receipt.'));
    expect(sent.map(({ body }) => body.data)).toEqual(receipts);
    const released = receiver.arrived.find(({ body }) => body.type === 'list.released');
    expect(released?.body.data).toMatchObject({
      orderNo: 'D260310S01A',
      ebpCode: PLATFORM,
      returnStatus: '800',
    });
    expect(released?.body.data).not.toHaveProperty('recipient');
  });

  test('is sent only the kinds it named, and only what is its own', async () => {
    const other = await stand.receiver();
    await stand.subscribe(BROKER, receiver.address, ['list.released']);
    await stand.subscribe(PLATFORM, other.address, ['receipt.CEB622', 'receipt.CEB312', 'list.*']);
    await stand.tell('01-direct-purchase');
    await stand.until(() => receiver.arrived.length >= 1 && other.arrived.length >= 2);
    expect(receiver.types).toEqual(['list.released']);
    // The platform takes part in the list, and the receipt of the list is its sender's.
    expect(other.types.sort()).toEqual(['list.released', 'receipt.CEB312']);
  });

  test('can check each by the library of the standard, and a changed one does not pass', async () => {
    const made = await stand.subscribe(BROKER, receiver.address, ['receipt.*']);
    const { secret } = made;
    stand.clock.now = new Date();
    await stand.json(path(made, '/test'), BROKER, 'POST');
    const [event] = receiver.arrived;
    const headers = event?.headers as Record<string, string>;
    expect(new Webhook(secret).verify(event?.text ?? '', headers)).toMatchObject({ type: 'webhook.test' });
    expect(() => new Webhook(secret).verify(`${event?.text} `, headers)).toThrow('No matching signature');
    expect(event?.headers['content-type']).toBe('application/json; charset=utf-8');
  });

  test('changes its secret without a break: for a day both sign, then the new one alone', async () => {
    const made = await stand.subscribe(BROKER, receiver.address, ['receipt.*']);
    stand.clock.now = new Date();
    const changed = await stand.json<{ secret: string; formerSecretUntil: string }>(
      path(made, '/secret'),
      BROKER,
      'POST',
    );
    expect(changed.secret).not.toBe(made.secret);
    const verifies = (secret: string): boolean => {
      const { text = '', headers } = receiver.arrived.at(-1) ?? {};
      try {
        return Boolean(new Webhook(secret).verify(text, headers as Record<string, string>));
      } catch {
        return false;
      }
    };
    const sign = () => stand.json(path(made, '/test'), BROKER, 'POST');
    await sign();
    expect([verifies(made.secret), verifies(changed.secret)]).toEqual([true, true]);
    stand.clock.now = new Date(Date.parse(changed.formerSecretUntil));
    await sign();
    const { headers } = receiver.arrived.at(-1) ?? {};
    expect(String(headers?.['webhook-signature']).split(' ')).toHaveLength(1);
  });

  test('is shown its secret once, and never in what it reads later', async () => {
    const made = await stand.subscribe(BROKER, receiver.address, ['receipt.*']);
    expect(made.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    await stand.json(path(made, '/test'), BROKER, 'POST');
    for (const read of ['/api/webhooks', path(made), path(made, '/deliveries'), path(made, '/deliveries/1')])
      expect(await (await stand.ask(read, BROKER)).text()).not.toContain(made.secret.slice(6));
  });
});

describe('a receiver that fails', { timeout: 60_000 }, () => {
  test('is sent the same event again, under the same id, and nothing later before it', async () => {
    let failures = 2;
    receiver.answers = () => (failures-- > 0 ? 500 : 204);
    const made = await stand.subscribe(BROKER, receiver.address, ['receipt.*']);
    await stand.tell('01-direct-purchase');
    await stand.until(() => receiver.arrived.length >= 4);
    const [first, , , second] = receiver.ids;
    expect(receiver.ids).toEqual([first, first, first, second]);
    expect(second).not.toBe(first);
    await stand.until(async () => (await stand.webhook(BROKER, made)).waiting === 0);
    const { deliveries } = await stand.log(BROKER, made);
    expect(deliveries.map(({ state, tries }) => `${state} ${tries}`)).toEqual(['delivered 1', 'delivered 3']);
    const { attempts, body } = await stand.delivery(BROKER, made, deliveries[1]?.number ?? '');
    expect(body).toBe(receiver.arrived[0]?.text);
    expect(attempts.map(({ httpStatus, fault, answer }) => [httpStatus, fault, answer])).toEqual([
      [500, 'HTTP-STATUS', 'status 500'],
      [500, 'HTTP-STATUS', 'status 500'],
      [204, undefined, ''],
    ]);
  });

  test('as often as allowed is given up on for that event, which can be replayed in its order', async () => {
    let broken = true;
    receiver.answers = () => (broken ? 503 : 200);
    const made = await stand.subscribe(BROKER, receiver.address, ['receipt.*']);
    await stand.tell('01-direct-purchase');
    await stand.until(async () => (await stand.webhook(BROKER, made)).failed === 2);
    const ids = [...new Set(receiver.ids)];
    expect(receiver.ids).toEqual(ids.flatMap((id) => [id, id, id]));
    broken = false;
    receiver.arrived.length = 0;
    expect(await stand.json(path(made, '/replay'), BROKER, 'POST', {})).toEqual({ replayed: 2 });
    await stand.until(() => receiver.arrived.length === 2);
    expect(receiver.ids).toEqual(ids);
    await stand.until(async () => (await stand.webhook(BROKER, made)).failed === 0);
    expect(await stand.json(path(made, '/replay'), BROKER, 'POST', {})).toEqual({ replayed: 0 });
  });

  test('for longer than is allowed is disabled with a notice, and resumed goes on where it stopped', async () => {
    receiver.answers = () => 500;
    const watcher = await stand.receiver();
    await stand.subscribe(BROKER, watcher.address, ['webhook.disabled']);
    const made = await stand.subscribe(BROKER, receiver.address, ['receipt.*', 'list.*']);
    await stand.tell('01-direct-purchase');
    await stand.until(() => receiver.arrived.length > 0);
    stand.pass(86_400_000);
    await stand.until(async () => (await stand.webhook(BROKER, made)).state === 'disabled');
    const webhook = await stand.webhook(BROKER, made);
    expect(webhook).toMatchObject({
      disabledFor: 'failing',
      notice: { zh: expect.stringContaining('停用') },
    });
    await stand.until(() => watcher.arrived.length === 1);
    expect(watcher.arrived[0]?.body).toMatchObject({
      ...{ type: 'webhook.disabled', data: { subscriptionId: made.webhookId, reason: 'failing' } },
    });
    receiver.arrived.length = 0;
    await stand.tell('10-consignee-address-differs');
    receiver.answers = () => 200;
    await stand.json(path(made), BROKER, 'PATCH', { state: 'active' });
    const told = () => receiver.types.filter((type) => type.startsWith('receipt.')).length;
    await stand.until(() => told() >= 4 && receiver.types.some((type) => type === 'list.refused'));
    expect(new Set(receiver.ids).size).toBe(receiver.ids.length);
    await stand.until(async () => (await stand.webhook(BROKER, made)).waiting === 0);
    expect(await stand.webhook(BROKER, made)).toMatchObject({ state: 'active' });
  });

  test('by saying 410 is disabled at once, and keeps what waits', async () => {
    receiver.answers = () => 410;
    const made = await stand.subscribe(BROKER, receiver.address, ['receipt.*']);
    await stand.tell('01-direct-purchase');
    await stand.until(async () => (await stand.webhook(BROKER, made)).state === 'disabled');
    expect(receiver.arrived).toHaveLength(1);
    const webhook = await stand.webhook(BROKER, made);
    expect(webhook.disabledFor).toBe('gone');
    expect(webhook.waiting).toBeGreaterThan(0);
  });

  test('keeps no other enterprise waiting, even if it never answers', async () => {
    receiver.answers = () => 0;
    const other = await stand.receiver();
    await stand.subscribe(BROKER, receiver.address, ['receipt.*']);
    await stand.subscribe(PLATFORM, other.address, ['receipt.*']);
    await stand.tell('01-direct-purchase');
    await stand.until(() => receiver.arrived.length > 0 && other.arrived.length > 0);
    receiver.close();
  });
});

test('whoever held a webhook and is not heard of any more loses it to the next, and moves nothing afterwards', {
  timeout: 60_000,
}, async () => {
  let asked = 0;
  receiver.answers = () => (asked++ === 0 ? 0 : 204);
  const made = await stand.subscribe(BROKER, receiver.address, ['receipt.*']);
  await stand.tell('01-direct-purchase');
  await stand.until(() => receiver.arrived.length === 1);
  stand.pass(quick.tryMs + 10_000);
  await stand.until(() => new Set(receiver.ids).size === 2);
  const [first] = receiver.ids;
  expect(receiver.ids.slice(0, 2)).toEqual([first, first]);
  await stand.until(async () => (await stand.webhook(BROKER, made)).waiting === 0);
  // The first sending ends now, with an answer that never came.
  receiver.close();
  await stand.server.close();
  const left = await stand.rented.owner.query<{ state: string; tries: number }>(
    'select state, tries from notices.delivery order by seq',
  );
  expect(left).toEqual([
    { state: 'delivered', tries: 1 },
    { state: 'delivered', tries: 1 },
  ]);
});

describe('a paused webhook', { timeout: 60_000 }, () => {
  test('is sent nothing, can be tested, and resumed is sent what came in between, once', async () => {
    const made = await stand.subscribe(BROKER, receiver.address, ['receipt.CEB622']);
    await stand.json(path(made), BROKER, 'PATCH', { state: 'paused' });
    await stand.tell('01-direct-purchase');
    const tested = await stand.json(path(made, '/test'), BROKER, 'POST');
    expect(tested).toMatchObject({
      kind: 'webhook.test',
      state: 'delivered',
      attempts: [{ httpStatus: 204 }],
    });
    expect(receiver.types).toEqual(['webhook.test']);
    await stand.json(path(made), BROKER, 'PATCH', { state: 'active' });
    await stand.until(() => receiver.arrived.length === 3);
    expect(receiver.types.slice(1)).toEqual(['receipt.CEB622', 'receipt.CEB622']);
  });
});

describe('two people who change one webhook', () => {
  const change = (made: Made, label: string, tag?: string): Promise<Response> =>
    fetch(`${stand.server.url}${path(made)}`, {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${stand.keys.get(BROKER)}`,
        'content-type': 'application/json',
        ...(tag === undefined ? {} : { 'if-match': tag }),
      },
      body: JSON.stringify({ label }),
    });

  test('are told when the other was quicker, and do not undo what they have not seen', async () => {
    const made = await stand.subscribe(BROKER, receiver.address, ['receipt.*']);
    const seen = (await stand.ask(path(made), BROKER)).headers.get('etag') ?? '';
    const first = await change(made, 'first', seen);
    expect(first.status).toBe(200);
    const second = await change(made, 'second', seen);
    expect([second.status, ((await second.json()) as { code: string }).code]).toEqual([
      412,
      'CHANGED-MEANWHILE',
    ]);
    expect((await stand.webhook(BROKER, made)).label).toBe('first');
    expect((await change(made, 'third', first.headers.get('etag') ?? '')).status).toBe(200);
    expect((await change(made, 'whatever it was')).status).toBe(200);
  });

  test('at the same moment are never both told that they were', async () => {
    const made = await stand.subscribe(BROKER, receiver.address, ['receipt.*']);
    stand.clock.now = new Date(stand.clock.now.getTime() + 1_000);
    const seen = (await stand.ask(path(made), BROKER)).headers.get('etag') ?? '';
    const both = await Promise.all(['one', 'two', 'three', 'four'].map((label) => change(made, label, seen)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });
});
