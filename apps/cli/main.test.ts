import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { commands } from './commands.ts';
import { environment } from './environment.ts';
import { Misuse } from './misuse.ts';
import type { Ended } from './testing/chama.ts';

/** What needs no argument; `tax` reads its cases from standard input. */
const WORKS_ALONE: ReadonlySet<string> = new Set([
  ...['serve', 'sandbox', 'migrate', 'links', 'tax', 'login', 'logout', 'whoami', 'api', 'retention'],
]);

const LAUNCHER = fileURLToPath(new URL('../../bin/chama.mjs', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chama-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function start(program: string, args: readonly string[], variables: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const env = { ...process.env, DATABASE_URL: '', CHAMA_DATA: join(folder, 'data'), ...variables };
  return new Promise((resolve) => {
    execFile(program, args, { cwd: folder, env }, (fault, output, complaint) => {
      resolve({ code: fault?.code ?? 0, output, complaint });
    });
  });
}

const chama = (args: readonly string[], variables?: NodeJS.ProcessEnv) =>
  start(process.execPath, [LAUNCHER, ...args], variables);

describe('chama', () => {
  test('--help names every command, and each has a page with examples', async () => {
    const { code, output } = await chama(['--help']);
    expect(code).toBe(0);
    for (const { name } of commands) expect(output).toContain(`\n  ${name} `);
    for (const { examples, usage } of commands) {
      expect(examples.length).toBeGreaterThan(0);
      expect(usage).toMatch(/^[a-z]+/);
    }
    const page = await chama(['check', '--help']);
    expect(page).toMatchObject({ code: 0, output: expect.stringContaining('chama check outbox/') });
  });

  test('--version is the package’s', async () => {
    expect(await chama(['--version'])).toMatchObject({ code: 0, output: `${manifest.version}\n` });
  });

  test('a command it does not know, or none, gets the help and exit 2', async () => {
    for (const args of [['sereve'], []]) {
      const { code, output, complaint } = await chama(args);
      expect({ code, output }).toEqual({ code: 2, output: '' });
      expect(complaint).toContain('chama COMMAND --help');
    }
  });

  test('an option it does not know gets the command’s page and exit 2', async () => {
    const { code, complaint } = await chama(['migrate', '--fast']);
    expect(code).toBe(2);
    expect(complaint).toMatch(/^没有这个选项：--fast\nUnknown option '--fast'/);
    expect(complaint).toContain('chama migrate');
    const valueless = await chama(['new', 'CEB311', '--order-no']);
    expect(valueless).toMatchObject({ code: 2, complaint: expect.stringContaining('选项缺少取值') });
  });

  test('a command that is not told what to work on says so, with its page and exit 2', async () => {
    const { code, output, complaint } = await chama(['sign']);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(complaint).toMatch(/^请指明一份报文。\nName one message to sign.\n\nchama sign /);
  });

  test.each(commands.filter(({ name }) => !WORKS_ALONE.has(name)))(
    '$name alone is a misuse',
    async (command) => {
      await expect(command.run([])).rejects.toBeInstanceOf(Misuse);
    },
  );

  test('runs by a link from elsewhere, as npm installs it', async () => {
    const link = join(folder, 'chama');
    await symlink(LAUNCHER, link);
    expect(await start(link, ['--version'])).toMatchObject({ code: 0, output: `${manifest.version}\n` });
  });

  test('what the operator must mend is two lines, Chinese and English, and exit 1', async () => {
    const port = await chama(['migrate'], { CHAMA_PORT: 'http' });
    expect(port).toEqual({
      code: 1,
      output: '',
      complaint:
        'CHAMA_PORT 应为 0 至 65535 的整数，而不是 http。\nCHAMA_PORT is a number from 0 to 65535, not http.\n',
    });
    const database = await chama(['migrate'], { DATABASE_URL: 'postgres://chama:secret@127.0.0.1:1/zone' });
    expect(database.code).toBe(1);
    expect(database.complaint).toContain('127.0.0.1:1/zone (DATABASE_URL) cannot be reached');
    expect(database.complaint).not.toContain('secret');
    expect(database.complaint.trim().split('\n')).toHaveLength(2);
  });
});

test('a variable left empty counts as one that is not set', () => {
  const settings = environment({ CHAMA_PORT: '', CHAMA_DATA: '', DATABASE_URL: '' });
  expect(settings).toMatchObject({ port: 8080, databaseUrl: undefined });
  expect(settings.dataFolder.endsWith('/.chama')).toBe(true);
  expect(settings.secureCookies).toBe(false);
  expect(environment({ CHAMA_SECURE_COOKIES: '1' }).secureCookies).toBe(true);
});

test('proxies are addresses and networks, and nothing else is taken for one', () => {
  expect(environment({}).proxies).toEqual([]);
  expect(environment({ CHAMA_PROXIES: '127.0.0.1, 10.0.0.0/8,::1' }).proxies).toEqual([
    '127.0.0.1',
    '10.0.0.0/8',
    '::1',
  ]);
  for (const none of ['yes', '10.0.0', 'proxy.example'])
    expect(() => environment({ CHAMA_PROXIES: none })).toThrow(/CHAMA_PROXIES/);
});
