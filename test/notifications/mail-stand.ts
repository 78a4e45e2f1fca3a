import { expect, vi } from 'vitest';
import { type JournalEntry, record } from '#journal';
import type { MailView, PreferencesView } from '#notifications';
import { type RunningServer, startServer } from '../../apps/server/server.ts';
import { type SignedIn, type Somebody, signedInAs } from '../../modules/access/testing/signed-in.ts';
import { type TestDatabase, testDatabase, transactionsEnded } from '../../platform/postgres/testing/index.ts';
import { PostOffice } from './post-office.ts';

const seller = '5301960001';
/** Where people reach the platform. */
export const site = 'https://zone.example';
export const preferences = '/api/notification-preferences';

/** A list of an enterprise that has come to be held, and a question about it; a person is named in both. */
export const held = (orderNo: string): Omit<JournalEntry, 'at'> => ({
  ...{ kind: 'declaration-held', subject: `${seller}/${orderNo}` },
  body: { orderNo, ebpCode: seller, recipient: seller, buyerName: '李雷' },
});
export const asked = (orderNo: string): Omit<JournalEntry, 'at'> => ({
  ...held(orderNo),
  kind: 'case-asked',
});

/** The platform with a mail server, people who read mail, and a clock of its own. */
export class MailStand {
  readonly clock = { now: new Date('2026-11-26T13:10:00+08:00') };
  readonly faults: string[] = [];
  readonly rented: TestDatabase;
  readonly office: PostOffice;
  server!: RunningServer;

  private constructor(rented: TestDatabase, office: PostOffice) {
    this.rented = rented;
    this.office = office;
  }

  static async open(): Promise<MailStand> {
    const stand = new MailStand(...(await Promise.all([testDatabase(), PostOffice.open()])));
    stand.server = await stand.start();
    // Only what happens after the first look is told.
    await vi.waitFor(
      async () =>
        expect(await stand.rented.database.query('select from notifications.progress')).toHaveLength(1),
      20_000,
    );
    return stand;
  }

  start(): Promise<RunningServer> {
    return startServer({
      ...{
        database: this.rented.database,
        port: 0,
        sweepMs: 100,
        now: () => this.clock.now,
        publicUrl: site,
      },
      mail: { url: this.office.url, from: 'Chama <no-reply@zone.example>' },
      fault: (error) => this.faults.push(String(error)),
    });
  }

  async close(): Promise<void> {
    await this.server?.close();
    await this.office.close();
    await this.rented.close();
    expect(this.faults).toEqual([]);
  }

  /** The mail server takes what comes, and nothing has come. */
  fresh(): void {
    this.office.arrived.length = 0;
    this.office.recipients = () => undefined;
    this.office.breaksLine = false;
  }

  somebody(who: Partial<Somebody> = {}): Promise<SignedIn> {
    const clerk = { role: 'enterprise', customsCode: seller, ...who } as Somebody;
    return signedInAs(this.rented.database, clerk, this.clock.now);
  }

  /** Time goes on, and nobody is signed out by it. */
  async itIs(time: string): Promise<void> {
    const now = new Date(time);
    await this.rented.database.query('update access.session set last_seen_at = $1, ends_at = $2', [
      ...[now, new Date(now.getTime() + 3_600_000)],
    ]);
    this.clock.now = now;
  }

  later(seconds: number): Promise<void> {
    return this.itIs(new Date(this.clock.now.getTime() + seconds * 1000).toISOString());
  }

  async happens(...entries: Omit<JournalEntry, 'at'>[]): Promise<void> {
    const { database } = this.rented;
    const at = this.clock.now;
    await database.transaction((client) =>
      record(
        client,
        entries.map((entry) => ({ at, ...entry })),
      ),
    );
    await transactionsEnded(database);
  }

  async ask<Body>(who: SignedIn | undefined, path: string, body?: object, method = 'POST') {
    const response = await fetch(`${this.server.url}${path}`, {
      headers: { ...who?.headers, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { method, body: JSON.stringify(body) } : { method: method === 'POST' ? 'GET' : method }),
    });
    return { status: response.status, body: (await response.json().catch(() => undefined)) as Body };
  }

  async mailOf(who: SignedIn): Promise<MailView> {
    return (await this.ask<PreferencesView>(who, preferences)).body.mail;
  }

  async unreadOf(who: SignedIn): Promise<number> {
    return (await this.ask<{ unread: number }>(who, '/api/notifications/unread')).body.unread;
  }

  propose(who: SignedIn, address: string, language = 'en') {
    return this.ask<{ code?: string }>(who, `${preferences}/address`, { address, language });
  }

  /** The code of the newest mail to an address. */
  async codeTo(address: string): Promise<string> {
    await expect.poll(() => this.office.to(address).length, { timeout: 10_000 }).toBe(1);
    return /\b(\d{6})\b/.exec(this.office.to(address).at(-1)?.text ?? '')?.[1] ?? '';
  }

  /** Somebody who has given an address and confirmed it. */
  async withMail(address: string, language = 'en'): Promise<SignedIn> {
    const who = await this.somebody();
    await this.propose(who, address, language);
    const code = await this.codeTo(address);
    const confirmed = await this.ask<MailView>(who, `${preferences}/address/confirm`, { code });
    expect(confirmed.body.address).toBe(address);
    this.office.arrived.length = 0;
    return who;
  }

  async forgets(who: SignedIn): Promise<void> {
    await this.ask(who, `${preferences}/address`, undefined, 'DELETE');
  }
}
