import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildLibrary } from '../../tools/library-package.ts';
import { root } from '../architecture/tree.ts';
import { launchBrowser } from '../portal/browser.ts';
import { printedInGuide } from './guide.ts';

const run = promisify(execFile);

/** A folder that knows nothing of this project but the package, as after `npm install`. */
let elsewhere: string;
const installed = (...path: string[]): string => join(elsewhere, 'node_modules/chama', ...path);

beforeAll(async () => {
  elsewhere = await mkdtemp(join(tmpdir(), 'chama-library-'));
  const built = join(elsewhere, 'built');
  await buildLibrary(built);
  const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', elsewhere, built]);
  await run('tar', ['-xzf', join(elsewhere, stdout.trim()), '-C', elsewhere]);
  await mkdir(join(elsewhere, 'node_modules'));
  await rename(join(elsewhere, 'package'), installed());
  await rm(built, { recursive: true });
});
afterAll(() => rm(elsewhere, { recursive: true, force: true }));

describe('the package', () => {
  it('is JavaScript that imports nothing, with declarations and licences', async () => {
    const manifest = JSON.parse(await readFile(installed('package.json'), 'utf8'));
    expect(manifest).toMatchObject({ name: 'chama', type: 'module' });
    for (const field of ['dependencies', 'scripts', 'bin']) expect(manifest).not.toHaveProperty(field);
    expect(Object.keys(manifest.exports)).toEqual(['./ceb', './client', './package.json']);
    for (const file of (await readdir(installed())).filter((name) => name.endsWith('.js'))) {
      const code = await readFile(installed(file), 'utf8');
      const asked = ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName);
      expect(asked.filter((name) => !name.startsWith('./shared-'))).toEqual([]);
    }
    for (const file of ['LICENSE', 'NOTICE', 'README.md', 'THIRD-PARTY.md'])
      expect(existsSync(installed(file)), file).toBe(true);
  });

  it('has a client of a few kilobytes, which brings nothing of the standard along', async () => {
    const code = await readFile(installed('client.js'));
    expect(gzipSync(code).length).toBeLessThan(5_000);
    expect(code.toString('utf8')).not.toMatch(/^import /m);
  });

  it('holds the declarations its own names lead to, and none of the server', async () => {
    const { imports } = JSON.parse(await readFile(installed('package.json'), 'utf8'));
    for (const { types } of Object.values<{ types: string }>(imports))
      expect(existsSync(installed(types)), types).toBe(true);
    const folders = (await readdir(installed('types'), { recursive: true })).join('\n');
    expect(folders).not.toMatch(/postgres|fastify|clearance|exchange/);
  });
});

describe('the examples', () => {
  const programs = [process.execPath, ...otherNodes()];
  const names = ['check-a-message', 'write-a-message', 'sign-and-verify', 'read-a-receipt'];
  const cases = programs.flatMap((node) => names.map((name) => [name, node] as const));

  it.each(cases)('%s prints in plain JavaScript what the guide says (%s)', async (name, node) => {
    const source = await readFile(join(root, `apps/library/examples/${name}.ts`), 'utf8');
    const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
    const file = join(elsewhere, `${name}.mjs`);
    await writeFile(file, ts.transpile(source, options));
    const { stdout } = await run(node, [file], { cwd: elsewhere });
    expect(stdout).toBe(printedInGuide(name));
  });
});

describe('a TypeScript program', () => {
  it.each(['nodenext', 'bundler'])('is checked against the declarations (%s)', async (resolution) => {
    const good = await readFile(join(root, 'apps/library/examples/write-a-message.ts'), 'utf8');
    await writeFile(join(elsewhere, 'good.ts'), good);
    await writeFile(
      join(elsewhere, 'bad.ts'),
      [
        "import { exampleMessage } from 'chama/ceb';",
        "import { connect } from 'chama/client';",
        "const [list] = exampleMessage('CEB621Message').documents;",
        'export const gnum: string | undefined = list?.items[0]?.gnum;',
        'export const none = list?.head.nonsense;',
        "connect({ key: 'KEY' });",
        "connect({ url: 'http://127.0.0.1' }).call('GET /api/nothing');",
      ].join('\n'),
    );
    const compilerOptions = {
      ...{ strict: true, noEmit: true, target: 'es2022', types: [] },
      ...{ module: resolution === 'bundler' ? 'esnext' : resolution, moduleResolution: resolution },
    };
    await writeFile(
      join(elsewhere, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: ['good.ts', 'bad.ts'] }),
    );
    const compiler = join(root, 'node_modules/.bin/tsc');
    const { stdout } = await run(compiler, ['-p', elsewhere]).catch((error: { stdout: string }) => error);
    const found = stdout
      .split('\n')
      .flatMap((line) => /(\w+[.]ts)\((\d+),.*(TS\d+)/.exec(line)?.slice(1) ?? []);
    expect(found).toEqual([
      'bad.ts',
      '4',
      'TS2322',
      'bad.ts',
      '5',
      'TS2339',
      'bad.ts',
      '6',
      'TS2741',
      'bad.ts',
      '7',
      'TS2345',
    ]);
  });
});

describe('in a browser', () => {
  let server: Server;
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const name = /^[/](\w[\w-]*[.]js)$/.exec(request.url ?? '')?.[1];
      response.setHeader('content-type', name ? 'text/javascript' : 'text/html');
      response.end(name ? await readFile(installed(name)) : '<!doctype html><title>chama</title>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('a page reads, checks, writes, signs and verifies every message', async () => {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      const example = await readFile(join(root, 'apps/library/examples/sign-and-verify.ts'), 'utf8');
      const [key, certificate] = example.match(/`-----BEGIN[^`]*`/g) ?? [];
      const told = await page.evaluate(`(${IN_THE_PAGE})(${key}, ${certificate})`);
      expect(told).toEqual({
        ...{ messages: 42, clean: 42, same: 42, broken: ['CEB-MISSING'] },
        ...{ signable: 19, sm2: 19, rsa: 19, changed: ['SIG-DIGEST'] },
      });
    } finally {
      await browser.close();
    }
  });
});

/** Runs in the page, where nothing of this file is known: it is handed over as text. */
const IN_THE_PAGE = `async (key, pem) => {
  const chama = await import('/ceb.js');
  const { check, decode, encode, exampleMessage, messageTables, sign, verify } = chama;
  const roots = Object.keys(messageTables);
  const texts = roots.map((root) => encode(exampleMessage(root)));
  const broken = encode(exampleMessage('CEB311Message')).replace(/<ceb:orderNo>[^<]*<.ceb:orderNo>/, '');

  const sm2 = await chama.signerFromPem(key, pem);
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-1', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) };
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign']);
  const exported = async (form, key) => new Uint8Array(await crypto.subtle.exportKey(form, key));
  const rsa = await chama.rsaSigner(await exported('pkcs8', pair.privateKey), { certificateNumber: '01' });
  const publicKey = chama.readPublicKey(await exported('spki', pair.publicKey));

  const signable = roots.filter((root) => messageTables[root].signature !== 'none');
  const count = { sm2: 0, rsa: 0 };
  let last;
  for (const root of signable) {
    const xml = encode(exampleMessage(root));
    last = (await sign(xml, sm2)).bytes;
    if (check(last).clean && (await verify(last)).ok) count.sm2 += 1;
    if ((await verify((await sign(xml, rsa)).bytes, { publicKey })).ok) count.rsa += 1;
  }
  const changed = new TextDecoder().decode(last).replace('<ceb:note>', '<ceb:note> ').replace('</ceb:appTime>', ' </ceb:appTime>');
  return {
    messages: roots.length,
    clean: texts.filter((text) => check(text).clean).length,
    same: texts.filter((text) => encode(decode(text).message) === text).length,
    broken: check(broken).findings.map(({ code }) => code),
    signable: signable.length,
    ...count,
    changed: (await verify(changed)).findings.map(({ code }) => code),
  };
}`;

/** Another Node of this machine than the pinned one, if it is one the package is for: 20 or later. */
function otherNodes(): string[] {
  const folders = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'));
  const [other] = folders.map((folder) => join(folder, 'node')).filter((path) => existsSync(path));
  if (other === undefined) return [];
  const major = Number(
    execFileSync(other, ['-p', 'process.versions.node.split(".")[0]'], { encoding: 'utf8' }),
  );
  return major >= 20 ? [other] : [];
}
