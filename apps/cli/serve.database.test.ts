import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#postgres/testing';

const main = fileURLToPath(new URL('main.ts', import.meta.url));

let rented: TestDatabase;
let folder: string;
beforeAll(async () => {
  rented = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'chama-serve-'));
});
afterAll(async () => {
  await rented.close();
  await rm(folder, { recursive: true, force: true });
});

interface Serving {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<{ code: number | null; output: string; complaint: string }>;
}

/** `chama serve` as an operator starts it on a database of their own. */
function serve(port: number, ...args: string[]): Serving {
  const env = { ...process.env, DATABASE_URL: rented.url, CHAMA_DATA: folder, CHAMA_PORT: String(port) };
  const child = spawn(process.execPath, [main, 'serve', ...args], { env });
  let output = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const ended = new Promise<{ code: number | null; output: string; complaint: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, output, complaint })),
  );
  return { child, said: () => output, ended };
}

async function addressOf({ said, child }: Serving): Promise<string> {
  for (;;) {
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(said()) ?? [];
    if (url) return url;
    if (child.exitCode !== null) throw new Error('it does not run');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Takes a port, as another program would. */
function listener(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
  });
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  'serve runs on the database it is given, without a demo day, until %s',
  async (signal) => {
    const serving = serve(0);
    const url = await addressOf(serving);
    expect(await (await fetch(`${url}/api/health`)).json()).toMatchObject({ status: 'ok' });
    expect(await (await fetch(`${url}/api/session`)).json()).toMatchObject({ mode: 'key' });
    expect((await fetch(`${url}/sandbox`)).status).toBe(404);
    serving.child.kill(signal);
    const { code, output, complaint } = await serving.ended;
    expect({ code, complaint }).toEqual({ code: 0, complaint: '' });
    expect(output).toContain('平台已启动');
    expect(output).toContain('已停止。 Stopped.');
    expect(output).not.toContain('demo day');
  },
  // Time to build the portal, where its sources are newer than what was built of them.
  120_000,
);

test('serve says in one sentence that its port is taken, and ends with 1', async () => {
  const other = await listener();
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { code, complaint } = await serve(port).ended;
  other.close();
  expect(code).toBe(1);
  expect(complaint).toContain(`端口 ${port} 已被占用`);
  expect(complaint).toContain(`Port ${port} is in use`);
  expect(complaint.trim().split('\n')).toHaveLength(2);
}, 120_000);
