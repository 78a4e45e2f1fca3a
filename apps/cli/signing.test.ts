import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signCommand } from './sign.ts';
import { chama as called, type Ended } from './testing/chama.ts';
import { trustCommand } from './trust.ts';
import { verifyCommand } from './verify.ts';
import { verifyVectorsCommand } from './verify-vectors.ts';

const pathOf = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const ORDER = pathOf('contracts/samples/01-direct-purchase/01-order.xml');
const vector = (name: string): string => pathOf(`modules/signatures/testing/vectors/${name}`);
const OFFICIAL = pathOf('../shared/ceb/vectors/signature-vectors.json');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chama-signing-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const chama = (...args: readonly string[]): Promise<Ended> => called(args, { env: { CHAMA_DATA: folder } });

const verdictOf = (output: string): { ok: boolean; findings: { code: string }[]; signer?: object } =>
  JSON.parse(output);

describe('chama sign and verify', () => {
  test('a message signed with a PKCS#12 file verifies, first as nobody’s, then as one that is trusted', async () => {
    const out = join(folder, 'signed.xml');
    const key = ['--p12', vector('sm2.p12'), '--password-file', vector('password.txt')];
    expect(await chama('sign', ...key, ORDER, '-o', out)).toMatchObject({ code: 0, output: '' });
    const before = await chama('verify', '--json', out);
    expect(before.code).toBe(0);
    expect(verdictOf(before.output)).toMatchObject({ ok: true, signer: { trust: 'not-judged' } });
    const trust = join(folder, 'own-trust');
    const other = await chama('verify', '--json', '--trust', trust, out);
    expect(other.code).toBe(1);
    expect(verdictOf(other.output).findings.map(({ code }) => code)).toEqual(['SIG-UNTRUSTED']);
    const added = await chama('trust', 'add', vector('sm2-authority.pem'), '--trust', trust);
    expect(added).toMatchObject({ code: 0, output: expect.stringMatching(/^\+ roots\//) });
    const after = await chama('verify', '--json', '--trust', trust, '--owner', '5301361234', out);
    expect(verdictOf(after.output)).toMatchObject({ ok: true, signer: { trust: 'chain' } });
    const shown = await chama('verify', '--trust', trust, '--owner', '5301369999', out);
    expect(shown).toMatchObject({ code: 1, output: expect.stringContaining('SIG-OWNER') });
  });

  test('a message goes to standard output, under the names of the field where asked', async () => {
    const { output } = await chama(
      'sign',
      '--key',
      vector('rsa.key'),
      '--certificate',
      vector('rsa.pem'),
      '--variant',
      ORDER,
    );
    expect(output).toContain('Algorithm="http://www.w3.org/2000/09/xmldsig#rsa-sha1"');
    expect(output.startsWith((await readFile(ORDER, 'utf8')).slice(0, 200))).toBe(true);
  });

  test('what cannot be signed or verified is told with what to mend', async () => {
    const broken = join(folder, 'broken.xml');
    await writeFile(broken, '<a>');
    const sound = ['--key', vector('sm2.key'), '--certificate', vector('sm2.pem')];
    for (const [args, words] of [
      [[ORDER], 'Name one key'],
      [sound, 'Name one message'],
      [['--key', vector('sm2.key'), ORDER], 'its number is needed'],
      [['--p12', vector('sm2.p12'), ORDER], 'The password does not open'],
      [[...sound, join(folder, 'nowhere.xml')], 'cannot be read'],
    ] as const) {
      await expect(signCommand(args), args.join(' ')).rejects.toThrow(words);
    }
    const { code, complaint } = await chama('sign', ...sound, broken);
    expect([code, complaint]).toEqual([1, expect.stringContaining('SIG-UNREADABLE')]);
    await expect(verifyCommand([])).rejects.toThrow('no message to verify');
    await expect(signCommand([...sound, ORDER, '-o', join(folder, 'no', 'where.xml')])).rejects.toThrow(
      'cannot be written',
    );
  });

  test('a file that cannot be read does not keep the others from being verified', async () => {
    const { code, output } = await chama('verify', '--json', join(folder, 'nowhere.xml'), folder, ORDER);
    const verdicts = output.trim().split('\n').map(verdictOf);
    expect([code, verdicts[0]?.findings.map(({ code: found }) => found)]).toEqual([1, ['FILE-UNREADABLE']]);
    expect(verdicts.at(-1)).toMatchObject({ ok: true, signed: false });
  });
});

describe('chama trust', () => {
  test('adds a certificate for an enterprise, lists it, and takes it out by its number', async () => {
    expect((await chama('trust', 'add', vector('sm2.pem'), '--owner', '5301361234')).code).toBe(0);
    const list = await chama('trust', 'list');
    expect(list.output).toMatch(/^pinned\/5301361234\/01691fe9-[0-9a-f]{8}\.pem {2}01691fe9/);
    expect((await chama('trust', 'remove', '01691FE9')).output).toMatch(/^- pinned/);
    expect(await chama('trust', 'list')).toMatchObject({ code: 0, output: '' });
    const again = trustCommand(['remove', '01691fe9', '--trust', join(folder, 'trust')]);
    await expect(again).rejects.toThrow('There is no 01691fe9');
  });

  test('refuses what is no certificate, and an owner that is no code; names files that count for nothing', async () => {
    expect((await chama('trust', 'add', ORDER)).complaint).toContain('no readable certificate');
    expect((await chama('trust', 'add', vector('sm2.pem'), '--owner', '12')).complaint).toContain(
      'is no code',
    );
    await mkdir(join(folder, 'trust/roots'), { recursive: true });
    await copyFile(ORDER, join(folder, 'trust/roots/order.pem'));
    expect((await chama('trust', 'list')).complaint).toContain('roots/order.pem');
  });
});

describe('chama verify-vectors', () => {
  test.skipIf(!existsSync(OFFICIAL))('verifies what keys of the E-Port signed', async () => {
    const { code, output } = await chama('verify-vectors', '--json', OFFICIAL);
    const lines = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect([code, lines]).toEqual([0, lines.map((_, index) => ({ index, verified: true }))]);
    expect(lines.length).toBeGreaterThan(1);
  });

  test('says of each vector whether it verifies', async () => {
    const file = join(folder, 'vectors.json');
    await writeFile(
      file,
      JSON.stringify({ vectors: [{}, { publicKeyX: 'x', publicKeyY: 'y', signatureBase64: 'AAAA' }] }),
    );
    const { code, output } = await chama('verify-vectors', '--json', file);
    expect([code, output]).toEqual([1, '{"index":0,"verified":false}\n{"index":1,"verified":false}\n']);
    await expect(verifyVectorsCommand([ORDER])).rejects.toThrow('is not text in JSON');
  });
});
