import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftPaymentData, readPaymentData } from '#ceb';
import { nodePrimitives, pemBlocks, readCertificate } from '#signatures';
import { UNSIGNED } from '../../modules/ceb/payment-data/testing/payments.ts';
import { paymentDataLink } from './payment-data-link.ts';
import { chama as called, type Ended } from './testing/chama.ts';

const vector = (name: string): string =>
  fileURLToPath(new URL(`../../modules/signatures/testing/vectors/${name}`, import.meta.url));

const chama = (...args: readonly string[]): Promise<Ended> => called(['payment-data', ...args]);

const draft = draftPaymentData(UNSIGNED);
const unsigned = draft.signed('', '').replace(/,"certNo".*$/, '}');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chama-payment-data-'));
  await writeFile(join(folder, 'draft.json'), unsigned);
  await writeFile(join(folder, 'bad.json'), unsigned.replace('"verDept":"3",', ''));
});
afterAll(() => rm(folder, { recursive: true }));

test('check prints the string to sign of a draft, and what is wrong with one', async () => {
  const good = await chama('check', join(folder, 'draft.json'));
  expect([good.code, good.output.includes(draft.toSign)]).toEqual([0, true]);
  const bad = await chama('check', '--json', join(folder, 'bad.json'));
  expect(bad.code).toBe(1);
  expect(JSON.parse(bad.output)).toMatchObject({
    ...{ valid: false, root: 'realTimeDataUp' },
    findings: [{ code: 'PAYDATA-MISSING', path: 'payExchangeInfoHead/verDept' }],
  });
});

test('sign makes a message whose signature the certificate verifies', async () => {
  const out = join(folder, 'signed.json');
  const keys = ['--key', vector('sm2.key'), '--certificate', vector('sm2.pem')];
  expect(await chama('sign', ...keys, '-o', out, join(folder, 'draft.json'))).toMatchObject({
    code: 0,
    output: '',
  });
  const { message, toSign, findings } = readPaymentData(await readFile(out, 'utf8'));
  const [block] = pemBlocks(await readFile(vector('sm2.pem'), 'utf8'));
  const facts = block && readCertificate(block.bytes);
  if (!facts || !message || toSign === undefined)
    throw new Error('Signed message or certificate cannot be read.');
  expect([findings, message.certNo]).toEqual([[], facts.number]);
  const signature = Buffer.from(message.signValue, 'base64');
  expect(await nodePrimitives.verifies(facts.key, 'sm3', Buffer.from(toSign), signature)).toBe(true);
});

test('sign takes a key from a PKCS#12 file as well, and asks for one where none is named', async () => {
  const draftFile = join(folder, 'draft.json');
  const keys = ['--p12', vector('sm2.p12'), '--password-file', vector('password.txt')];
  const { code, output } = await chama('sign', ...keys, draftFile);
  expect([code, readPaymentData(output).valid]).toEqual([0, true]);
  const none = await chama('sign', draftFile);
  expect(none).toMatchObject({ code: 2, complaint: expect.stringContaining('Name one key') });
});

test('a file that is not there, a key that is none and a wrong call are one sentence each', async () => {
  const wrong = [
    ['check', join(folder, 'none.json')],
    ['sign', '--key', join(folder, 'draft.json'), '--certificate-number', '1', join(folder, 'draft.json')],
  ];
  for (const { code, complaint } of await Promise.all(wrong.map((args) => chama(...args)))) {
    expect(code).toBe(1);
    expect(complaint.trim().split('\n')).toHaveLength(2);
  }
  const misspelt = await chama('sing', join(folder, 'draft.json'));
  expect(misspelt).toMatchObject({ code: 2, complaint: expect.stringContaining('payment-data sign --key') });
});

describe('the settings of the interface', () => {
  async function settings(content: unknown): Promise<string> {
    const file = join(folder, 'payment-data.json');
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  }

  test('name customs and the key of every platform', async () => {
    const key = { key: vector('sm2.key'), certificate: vector('sm2.pem') };
    const link = await paymentDataLink(
      await settings({ url: 'https://customs.example/up', platforms: { '5301363602': key } }),
    );
    expect(link.signers.get('5301363602')?.algorithm).toBe('sm2-sm3');
  });

  test.each<[string, unknown, RegExp]>([
    ['no JSON', 'url: x', /is not JSON/],
    ['no platforms', { url: 'https://customs.example/up' }, /needs url and platforms/],
    ['an address without TLS', { url: 'http://customs.example/up', platforms: {} }, /needs an HTTPS address/],
    [
      'an address with a password',
      { url: 'https://a:b@customs.example/', platforms: {} },
      /needs an HTTPS address/,
    ],
    [
      'a platform without a key',
      { url: 'https://customs.example/up', platforms: { 1: {} } },
      /needs key, p12 or pkcs11/,
    ],
    [
      'a key that is not there',
      { url: 'https://customs.example/up', platforms: { 1: { key: 'none' } } },
      /none cannot be read/,
    ],
  ])('with %s are refused with a sentence', async (_what, content, sentence) => {
    await expect(paymentDataLink(await settings(content))).rejects.toThrow(sentence);
  });
});
