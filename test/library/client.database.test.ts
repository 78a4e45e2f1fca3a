import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { encode, exampleMessage } from 'chama/ceb';
import { type Client, connect, type DocumentAnswer, type ListStory, PlatformProblem } from 'chama/client';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import type { ListDetail } from '#clearance';
import { issueKey, type MessageAnswer } from '#exchange';
import { enterFirms, registeredEnterprise } from '../../apps/demo/seed.ts';
import { createZone, demoEnterprises } from '../../apps/demo/zone.ts';
import { type RunningServer, startServer } from '../../apps/server/server.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';
import { root } from '../architecture/tree.ts';
import { printedInGuide } from './guide.ts';

const run = promisify(execFile);
const PLATFORM = '5301963601';
const DECLARANT = '5301983613';

let rented: TestDatabase;
let server: RunningServer;
let folder: string;
const keys: Record<string, string> = {};
const client = (code: string): Client => connect({ url: `${server.url}/`, key: keys[code] ?? '' });

beforeAll(async () => {
  rented = await testDatabase();
  const firms = demoEnterprises(createZone());
  await enterFirms(rented.database, firms.map(registeredEnterprise));
  for (const { customsCode } of firms) {
    const { token } = await issueKey(rented.database, customsCode, 'library', 'enterprise', new Date());
    keys[customsCode] = token;
  }
  server = await startServer({ database: rented.database, port: 0, sweepMs: 200 });
  folder = await mkdtemp(join(tmpdir(), 'chama-client-'));
  await writeFile(join(folder, 'keys.json'), JSON.stringify(keys));
});
afterAll(async () => {
  await server?.close();
  await rented?.close();
  await rm(folder, { recursive: true, force: true });
});

/** The client's own types stand apart from the server's; the compiler holds the one to the other. */
expectTypeOf<MessageAnswer['documents'][number]>().toExtend<Omit<DocumentAnswer, 'outcome'>>();
expectTypeOf<ListDetail>().toExtend<ListStory>();

describe('the client', () => {
  it('carries the example purchase to its release, and prints what the guide says', async () => {
    const env = { ...process.env, CHAMA_URL: server.url, CHAMA_KEYS: join(folder, 'keys.json') };
    const example = join(root, 'apps/library/examples/submit-and-follow.ts');
    const { stdout } = await run(process.execPath, [example], { env });
    expect(stdout).toBe(printedInGuide('submit-and-follow'));
  });

  it('asks anything else as the guide does, and is answered as it says', async () => {
    const env = { ...process.env, CHAMA_URL: server.url, CHAMA_KEYS: join(folder, 'keys.json') };
    const example = join(root, 'apps/library/examples/ask-anything.ts');
    const { stdout } = await run(process.execPath, [example], { env });
    expect(stdout).toBe(printedInGuide('ask-anything'));
  });

  it('takes the refusal of a message as an answer, with its findings', async () => {
    const broken = encode(exampleMessage('CEB311Message')).replace(/<ceb:orderNo>[^<]*<\/ceb:orderNo>/, '');
    const answer = await client(PLATFORM).submit(new TextEncoder().encode(broken));
    expect(answer).toMatchObject({
      taken: false,
      code: 'MESSAGE-REFUSED',
      findings: [{ code: 'CEB-MISSING' }],
    });
    const foreign = await client(DECLARANT).submit(encode(exampleMessage('CEB311Message')));
    expect(foreign).toMatchObject({ taken: false, code: 'MESSAGE-SENDER' });
  });

  it('throws what the platform could not take up, in both languages', async () => {
    const stranger = connect({ url: server.url, key: 'nobody' });
    const problem = await stranger.submit('<a/>').catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(PlatformProblem);
    expect(problem).toMatchObject({ status: 401, code: 'KEY-UNKNOWN' });
    expect((problem as PlatformProblem).zh).toMatch(/\p{Script=Han}/u);
    await expect(stranger.explain('D1')).rejects.toBeInstanceOf(PlatformProblem);
    await expect(stranger.receipts().next()).rejects.toBeInstanceOf(PlatformProblem);
    const nowhere = connect({ url: `${server.url}/nowhere`, key: 'nobody' });
    await expect(nowhere.submit('<a/>')).rejects.toMatchObject({ status: 404 });
  });

  it('reads receipts on behind a cursor, oldest first, each once', async () => {
    const numbers = ['R1', 'R2', 'R3'];
    for (const orderNo of numbers)
      await client(PLATFORM).submit(encode(exampleMessage('CEB311Message', { orderNo })));
    const read: string[] = [];
    let cursor: string | undefined;
    // One at a time, beginning anew behind the last: as after a restart.
    for (;;) {
      const { value } = await client(PLATFORM)
        .receipts({ ...(cursor && { cursor }), type: 'CEB312', wait: 1 })
        .next();
      if (!value) break;
      cursor = value.cursor;
      read.push(value.orderNo ?? '');
    }
    expect(read.filter((orderNo) => numbers.includes(orderNo))).toEqual(numbers);
    expect(new Set(read).size).toBe(read.length);
  });

  it('waits for receipts that are yet to come, and stops when it is told to', async () => {
    const stop = new AbortController();
    const waiting = client(PLATFORM).receipts({
      type: 'CEB312',
      wait: Number.POSITIVE_INFINITY,
      signal: stop.signal,
    });
    const seen: (string | null)[] = [];
    const all = (async () => {
      for await (const { orderNo } of waiting) {
        seen.push(orderNo);
        if (orderNo === 'LATE') stop.abort();
      }
    })();
    await client(PLATFORM).submit(encode(exampleMessage('CEB311Message', { orderNo: 'LATE' })));
    await expect(all).rejects.toMatchObject({ name: 'AbortError' });
    expect(seen.at(-1)).toBe('LATE');
  });

  it('explains a list by any of its numbers, and knows none of others', async () => {
    const [story] = await client(DECLARANT).explain('D1-W');
    expect(story?.list).toMatchObject({ orderNo: 'D1', state: 'released' });
    expect(story?.decision?.rules.length).toBeGreaterThan(5);
    expect(await client(DECLARANT).explain('NONE')).toEqual([]);
    expect(await client('5301963611').explain('D1')).toEqual([]);
  });
});
