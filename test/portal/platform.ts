import { keyScopeNames } from '#access';
import { issueKey } from '#exchange';
import type { Database } from '#postgres';
import type { Enterprise } from '#registry';
import { ensurePortal } from '../../apps/cli/portal.ts';
import { enterFirms } from '../../apps/demo/seed.ts';
import { startServer } from '../../apps/server/server.ts';
import { type Somebody, signedInAs } from '../../modules/access/testing/signed-in.ts';
import { testDatabase } from '../../platform/postgres/testing/index.ts';
import { until } from '../faults/stand.ts';
import { readSample, sampleFolders } from '../scenarios/folders.ts';

/** The real platform with the firms of the samples, whose stories can be sent while somebody looks on. */
export interface Platform {
  readonly url: string;
  /** As its owner, to put on file what no story tells. */
  readonly database: Database;
  /** A key that may see every list. */
  readonly operatorKey: string;
  /** The key of an enterprise of the samples. */
  keyOf(customsCode: string): string;
  /** Makes somebody an account and signs them in; answers the value of the cookie. */
  signIn(somebody: Somebody): Promise<string>;
  /** Sets the platform's clock. */
  setClock(at: string): void;
  /** Sends a story's messages, all of them or those named (`02-payment.xml`). */
  tell(story: string, files?: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** With every scope: whoever signs in with it sees all there is for an administrator of the enterprise. */
async function keyOf(database: Database, customsCode: string, now: Date): Promise<string> {
  const scopes = keyScopeNames;
  return (await issueKey(database, customsCode, 'portal', 'enterprise', now, { scopes })).token;
}

/**
 * @param portal whether somebody will look at its pages, which then have to be built
 * @param mailServer address of a mail server, where mail is to be sent
 */
export async function openPlatform({
  portal = true,
  mailServer,
}: {
  readonly portal?: boolean;
  readonly mailServer?: string;
} = {}): Promise<Platform> {
  if (portal) await ensurePortal(() => undefined);
  const rented = await testDatabase();
  const { database } = rented;
  const clock = { now: new Date('2026-03-10T10:00:00+08:00') };
  const enterprises: Enterprise[] = JSON.parse(readSample('enterprises.json').toString('utf8'));
  await enterFirms(database, enterprises);
  const keys = new Map<string, string>();
  for (const { customsCode } of enterprises)
    keys.set(customsCode, await keyOf(database, customsCode, clock.now));
  // With somebody who answers for it: what takes two people is proposed with it as well.
  const keeper = await signedInAs(database, { role: 'operator', login: 'key-keeper' }, clock.now);
  const operator = await issueKey(database, 'operator', 'portal', 'operator', clock.now, {
    ownerId: keeper.account.accountId,
  });
  const mail = mailServer && {
    mail: { url: mailServer, from: 'Chama <no-reply@zone.example>' },
    publicUrl: 'https://zone.example',
  };
  const server = await startServer({
    database,
    port: 0,
    now: () => clock.now,
    sweepMs: 250,
    ...(mail || {}),
  });
  const stories = new Map(sampleFolders().map((folder) => [folder.name, folder]));
  return {
    url: server.url,
    database: rented.owner,
    operatorKey: operator.token,
    keyOf: (customsCode) => keys.get(customsCode) ?? '',
    signIn: async (somebody) => (await signedInAs(database, somebody, clock.now)).token,
    setClock: (at) => {
      clock.now = new Date(at);
    },
    tell: async (name, files) => {
      const story = stories.get(name);
      if (!story) throw new Error(`There is no story ${name}`);
      for (const step of story.steps) {
        if (files && !files.includes(step.file)) continue;
        clock.now = new Date(step.at);
        const response = await fetch(`${server.url}/api/messages`, {
          method: 'POST',
          headers: { authorization: `Bearer ${keys.get(step.as)}`, 'content-type': 'application/xml' },
          body: new Uint8Array(story.read(step.file)),
        });
        if (response.status !== step.expect.http)
          throw new Error(`${name}/${step.file}: ${response.status} ${await response.text()}`);
      }
      const waiting = 'select 1 from clearance.waiting limit 1';
      if (!files)
        await until(
          async () => (await database.query(waiting)).length === 0,
          30_000,
          `${name} is not judged`,
        );
    },
    close: async () => {
      await server.close();
      await rented.close();
    },
  };
}
