import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { keyScopeNames } from '#access';
import { issueKey } from '#exchange';
import { demoPeople } from '../../apps/demo/accounts.ts';
import { StoryRecord } from '../../apps/demo/border/record.ts';
import { openStage } from '../../apps/demo/border/stage.ts';
import { stories } from '../../apps/demo/border/stories.ts';
import type { Story } from '../../apps/demo/border/story.ts';
import { seedZone } from '../../apps/demo/start.ts';
import type { SampleFile } from '../../apps/demo/write-samples.ts';
import { createZone, demoEnterprises } from '../../apps/demo/zone.ts';
import { startServer } from '../../apps/server/server.ts';
import { type SignedIn, signedInAgain, signedInAs } from '../../modules/access/testing/signed-in.ts';
import { testDatabase } from '../../platform/postgres/testing/index.ts';

const samples = new URL('../../contracts/samples/', import.meta.url);
/** Set by `npm run stories`: what is played is taken down anew. */
const takesDown = process.env.CHAMA_STORIES === 'write';
const begin = new Date('2026-03-10T10:00:00+08:00');
const zone = createZone();
/** Draws fall on the same ones at every play. */
const drawSecret = () => '5'.repeat(64);

/** Plays one story through the real server, on a database and a clock of its own. */
async function played(story: Story): Promise<readonly SampleFile[]> {
  const rented = await testDatabase();
  const { database } = rented;
  const clock = { now: begin };
  await seedZone(database, zone);
  const keys = new Map<string, string>();
  for (const { customsCode } of demoEnterprises(zone)) {
    const scopes = keyScopeNames;
    const { token } = await issueKey(database, customsCode, 'story', 'enterprise', begin, { scopes });
    keys.set(customsCode, token);
  }
  const server = await startServer({ database, port: 0, now: () => clock.now, sweepMs: 200, drawSecret });
  const cookies = new Map<string, Promise<string>>();
  const accounts = new Map<string, SignedIn['account']>();
  const signedIn = async (login: string): Promise<string> => {
    const person = demoPeople(zone).find((one) => one.login === login);
    if (!person) throw new RangeError(`nobody of the demonstration signs in as ${login}`);
    const { customsCode, ...somebody } = person;
    const who = { ...somebody, ...(customsCode === undefined ? {} : { customsCode }) };
    const before = accounts.get(login);
    const { account, token } = before
      ? await signedInAgain(database, before, clock.now)
      : await signedInAs(database, who, clock.now);
    accounts.set(login, account);
    return token;
  };
  const record = new StoryRecord(() => clock.now);
  const stage = openStage({
    ...{ baseUrl: server.url, zone, keys, runId: `S0${story.name.slice(0, 2)}`, now: () => clock.now },
    cookieOf: (login) => {
      const cookie = cookies.get(login) ?? signedIn(login);
      cookies.set(login, cookie);
      return cookie;
    },
    passTo: async (at) => {
      clock.now = at;
      // A session does not last through hours of rest.
      cookies.clear();
    },
    heard: record.heard,
  });
  try {
    await story.play(stage);
    return record.files(story);
  } finally {
    await server.close();
    await rented.close();
  }
}

function write(files: readonly SampleFile[]): void {
  for (const { path, content } of files) {
    const file = new URL(path, samples);
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, content);
  }
}

describe('a story of the border, played through the real server', () => {
  test.each(stories)('$name: $title.en', { timeout: 60_000 }, async (story) => {
    const files = await played(story);
    if (takesDown) write(files);
    const folder = new URL(`${story.name}/`, samples);
    expect(readdirSync(folder).sort()).toEqual(files.map(({ path }) => path.split('/')[1]).sort());
    for (const { path, content } of files) {
      const kept = readFileSync(new URL(path, samples));
      if (path.endsWith('.json')) expect(JSON.parse(String(content))).toEqual(JSON.parse(String(kept)));
      else expect(kept.equals(Buffer.from(content))).toBe(true);
    }
  });
});
