import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { policy } from '#access';
import { type JournalEntry, record } from '#journal';
import type { NotificationsPage, PreferencesView } from '#notifications';
import { type RunningServer, startServer } from '../../apps/server/server.ts';
import { type SignedIn, type Somebody, signedInAs } from '../../modules/access/testing/signed-in.ts';
import { notificationKinds } from '../../modules/notifications/domain/kinds.ts';
import { type TestDatabase, testDatabase, transactionsEnded } from '../../platform/postgres/testing/index.ts';

const clock = { now: new Date('2026-11-26T13:10:00+08:00') };
const seller = '5301960001';
let rented: TestDatabase;
let server: RunningServer;
let clerk: SignedIn;
let administrator: SignedIn;
let stranger: SignedIn;
let operator: SignedIn;

beforeAll(async () => {
  rented = await testDatabase();
  const somebody = (who: Somebody) => signedInAs(rented.database, who, clock.now);
  clerk = await somebody({ role: 'enterprise', customsCode: seller, member: 'clerk' });
  administrator = await somebody({ role: 'enterprise', customsCode: seller });
  stranger = await somebody({ role: 'enterprise', customsCode: '5301960002' });
  operator = await somebody({ role: 'operator' });
  server = await startServer({
    ...{ database: rented.database, port: 0, sweepMs: 100, now: () => clock.now },
    fault: (error) => {
      throw error;
    },
  });
  // Only what happens after the first look is told.
  await vi.waitFor(
    async () => expect(await rented.database.query('select from notifications.progress')).toHaveLength(1),
    20_000,
  );
});
afterAll(async () => {
  await server?.close();
  await rented?.close();
});

/** Time goes on, and nobody is signed out by it. */
async function itIs(time: string): Promise<void> {
  const now = new Date(time);
  await rented.database.query('update access.session set last_seen_at = $1, ends_at = $2', [
    ...[now, new Date(now.getTime() + 3_600_000)],
  ]);
  clock.now = now;
}

async function happens(...entries: Omit<JournalEntry, 'at'>[]): Promise<void> {
  await rented.database.transaction((client) =>
    record(
      client,
      entries.map((entry) => ({ at: clock.now, ...entry })),
    ),
  );
  await transactionsEnded(rented.database);
}

const held = (orderNo: string): Omit<JournalEntry, 'at'> => ({
  ...{ kind: 'declaration-held', subject: `${seller}/${orderNo}` },
  body: { orderNo, ebpCode: seller, recipient: seller, buyerName: '李雷' },
});

async function ask<Body>(who: SignedIn, path: string, body?: object, method = 'POST') {
  const response = await fetch(`${server.url}${path}`, {
    headers: { ...who.headers, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { method, body: JSON.stringify(body) } : {}),
  });
  return { status: response.status, body: (await response.json()) as Body };
}

async function told(who: SignedIn, search = ''): Promise<NotificationsPage> {
  const { status, body } = await ask<NotificationsPage>(who, `/api/notifications${search}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
}

describe('a person of an enterprise', () => {
  test('is told of a held list of its own, and the list of another concerns nobody here', async () => {
    await happens(held('D1'));
    await expect.poll(async () => (await told(clerk)).unread).toBe(1);
    const { notifications } = await told(clerk);
    expect(notifications).toMatchObject([
      { kind: 'list.held', about: 'D1', count: 1, read: false, place: `/lists/${seller}/D1` },
    ]);
    expect(JSON.stringify(notifications)).not.toContain('李雷');
    expect((await told(stranger)).notifications).toEqual([]);
    expect((await told(operator)).notifications).toEqual([]);
  });

  test('is told of a hundred lists in one line, which is new again when it grows', async () => {
    const [line] = (await told(clerk)).notifications;
    await ask(clerk, '/api/notifications/read', { ids: [line?.notificationId] });
    expect((await told(clerk, '?unread=true')).notifications).toEqual([]);
    await happens(...Array.from({ length: 100 }, (_, index) => held(`H${index}`)));
    await expect.poll(async () => (await told(clerk)).notifications[0]?.count).toBe(101);
    expect((await told(clerk)).notifications).toMatchObject([{ read: false, place: '/lists?state=held' }]);
  });

  test('reads page by page, and marks as read what was seen, not what came meanwhile', async () => {
    await itIs('2026-11-26T14:10:00+08:00');
    await happens(
      ...['key-expiring', 'key-made', 'key-revoked'].map((kind) => ({
        ...{
          kind,
          subject: kind,
          body: { enterprise: seller, label: kind, doneBy: clerk.account.accountId },
        },
      })),
    );
    await expect.poll(async () => (await told(administrator)).unread).toBe(4);
    const first = await told(administrator, '?limit=3');
    expect(first.notifications.map(({ about }) => about)).toEqual([
      'key-revoked',
      'key-made',
      'key-expiring',
    ]);
    const second = await told(administrator, `?limit=3&cursor=${first.next}`);
    expect(second).toMatchObject({ notifications: [{ kind: 'list.held' }] });
    expect(second.next).toBeUndefined();
    await itIs('2026-11-26T14:20:00+08:00');
    await happens({ kind: 'key-revoked', subject: 'x', body: { enterprise: seller, label: 'later' } });
    await expect.poll(async () => (await told(administrator)).unread).toBe(5);
    const until = first.notifications[0]?.happenedAt;
    expect((await ask(administrator, '/api/notifications/read', { until })).body).toEqual({
      read: 4,
      unread: 1,
    });
  });

  test('who may not make keys is not told of them', async () => {
    expect((await told(clerk)).notifications.map(({ kind }) => kind)).toEqual(['list.held']);
  });

  test('cannot mark what was told another', async () => {
    const [mine] = (await told(administrator, '?unread=true')).notifications;
    const tried = await ask(clerk, '/api/notifications/read', { ids: [mine?.notificationId] });
    expect(tried.body).toMatchObject({ read: 0 });
  });

  test('chooses of what to be told, and only of what concerns it', async () => {
    const { kinds } = (await ask<PreferencesView>(clerk, '/api/notification-preferences')).body;
    const names = kinds.map(({ kind }) => kind);
    expect(names).toContain('list.released');
    expect(names).not.toContain('key.made');
    expect(names).not.toContain('filing.applied');
    const wish = {
      kinds: [
        { kind: 'list.released', shown: true },
        { kind: 'list.held', shown: false },
      ],
    };
    await ask(clerk, '/api/notification-preferences', wish, 'PATCH');
    await itIs('2026-11-26T15:10:00+08:00');
    const released = { ...held('R1'), kind: 'declaration-released' };
    await happens(held('D9'), released);
    await expect.poll(async () => (await told(clerk)).notifications[0]?.about).toBe('R1');
    expect((await told(clerk)).notifications.map(({ kind }) => kind)).toEqual(['list.released', 'list.held']);
    expect((await told(administrator)).notifications[0]?.kind).toBe('list.held');
    const unknown = { kinds: [{ kind: 'list.seen', shown: true }] };
    expect((await ask(clerk, '/api/notification-preferences', unknown, 'PATCH')).status).toBe(400);
  });
});

test('who checks applications is told of one, with the page where it is checked', async () => {
  const body = { customsCode: seller, filingId: 'f1', by: 'somebody' };
  await happens({ kind: 'enterprise-filing-applied', subject: seller, body });
  await expect.poll(async () => (await told(operator)).notifications.length).toBe(1);
  expect((await told(operator)).notifications).toMatchObject([
    { kind: 'filing.applied', place: '/registry/filings/f1', about: seller },
  ]);
});

test('two servers tell of a thing once', async () => {
  const second = await startServer({
    ...{ database: rented.database, port: 0, sweepMs: 100, now: () => clock.now },
  });
  await itIs('2026-11-26T16:10:00+08:00');
  for (let number = 0; number < 20; number += 1) await happens(held(`T${number}`));
  await expect.poll(async () => (await told(administrator)).notifications[0]?.count).toBe(20);
  await second.close();
  expect((await told(administrator)).notifications[0]?.count).toBe(20);
});

test('a notification is kept for as long as the parameter says', async () => {
  const count = () => rented.database.query('select from notifications.notification');
  expect((await count()).length).toBeGreaterThan(3);
  await itIs('2027-02-24T14:30:00+08:00');
  // What is left is less than ninety days old.
  await expect.poll(async () => (await count()).length, { timeout: 10_000 }).toBeLessThan(5);
  expect(
    (await told(administrator)).notifications.every(({ happenedAt }) => happenedAt > '2026-11-26T06:30'),
  ).toBe(true);
});

test('every kind is told to whom a row of the table names', () => {
  const rows = new Set(policy.map(({ resource, action }) => `${resource} ${action}`));
  const needs = notificationKinds.flatMap(({ own, zone }) => [own, zone].flatMap((need) => need ?? []));
  expect(needs.filter(({ resource, action }) => !rows.has(`${resource} ${action}` as never))).toEqual([]);
});
