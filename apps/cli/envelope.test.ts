import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { encodeEnvelope, unwrap } from '#ceb';
import { OperatorError } from '#postgres';
import { envelopeCommand } from './envelope.ts';
import { trustCommand } from './trust.ts';

const pathOf = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const ORDER = pathOf('contracts/samples/01-direct-purchase/01-order.xml');
const key = (name: string): string => pathOf(`modules/signatures/testing/vectors/${name}`);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chama-envelope-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a command in this process, as the launcher would in one of its own, and keeps what it writes. */
async function chama(
  ...[name, ...args]: readonly string[]
): Promise<{ code: number; output: string; complaint: string }> {
  const said = { output: '', complaint: '' };
  const keep = (where: keyof typeof said) => (text: string | Uint8Array) => {
    said[where] += typeof text === 'string' ? text : Buffer.from(text).toString('utf8');
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(keep('output'));
  vi.spyOn(process.stderr, 'write').mockImplementation(keep('complaint'));
  try {
    const command = name === 'trust' ? trustCommand : envelopeCommand;
    const code = await command(args).catch((fault: unknown) => {
      if (!(fault instanceof OperatorError)) throw fault;
      said.complaint += fault.sentence.en;
      return 1;
    });
    return { code, ...said };
  } finally {
    vi.restoreAllMocks();
  }
}

describe('chama envelope', () => {
  test('wraps an order for customs and takes it out again, byte for byte', async () => {
    const [envelope, out] = [join(folder, 'DxpMsg.xml'), join(folder, 'out.xml')];
    expect(await chama('envelope', 'wrap', '--number', 'cop-1', ORDER, '-o', envelope)).toEqual({
      ...{ code: 0, output: '', complaint: '' },
    });
    const shown = await chama('envelope', 'unwrap', '--json', envelope, '-o', out);
    expect(shown.code).toBe(0);
    expect(JSON.parse(shown.output)).toMatchObject({
      root: 'DxpMsg',
      findings: [],
      transInfo: { CopMsgId: 'cop-1', ReceiverIds: ['DXPEDCCEB0000002'], MsgType: 'CEB311Message' },
      signature: null,
      message: { root: 'CEB311Message', valid: true },
    });
    expect(await readFile(out)).toEqual(await readFile(ORDER));
  });

  test('refuses to send an order for somebody else, with the code of the standard', async () => {
    const { code, output, complaint } = await chama('envelope', 'wrap', '--from', 'DXPENT0000099999', ORDER);
    expect([code, output]).toEqual([1, '']);
    expect(complaint).toContain('-301008');
  });

  test('signs an envelope, whose signature holds until a letter is changed', async () => {
    const signed = join(folder, 'signed.xml');
    const named = ['--p12', key('sm2.p12'), '--password-file', key('password.txt')];
    expect(await chama('envelope', 'wrap', ...named, ORDER, '-o', signed)).toMatchObject({ code: 0 });
    const unknown = await chama('envelope', 'unwrap', '--json', '--trust', folder, signed);
    expect(JSON.parse(unknown.output).signature.findings[0].code).toBe('SIG-CERTIFICATE');
    const trust = join(folder, 'trust-of-node');
    await chama('trust', 'add', key('sm2.pem'), '--owner', '5301361234', '--trust', trust);
    const known = await chama('envelope', 'unwrap', '--json', '--trust', trust, signed);
    expect(known.code).toBe(0);
    expect(JSON.parse(known.output).signature).toMatchObject({ ok: true, signer: { trust: 'pinned' } });
    const text = await readFile(signed, 'utf8');
    await writeFile(signed, text.replace('<MsgType>CEB311', '<MsgType>CEB411'));
    const spoilt = await chama('envelope', 'unwrap', '--trust', trust, signed);
    expect(spoilt.code).toBe(1);
    expect(spoilt.output).toContain('DXP-MSGTYPE');
    expect(spoilt.output).toContain('SIG-DIGEST');
  });

  test('explains the answer of the exchange platform', async () => {
    const file = join(folder, 'DxpRep.xml');
    const wrapped = await chama('envelope', 'wrap', ORDER);
    const { dxpMsg } = unwrap(Buffer.from(wrapped.output));
    if (!dxpMsg) throw new Error('The order was not wrapped');
    const Response = [
      { ResponseCode: '2001', NoticeTime: '2026-07-01', OriHead: { ...dxpMsg.TransInfo, CopMsgId: 'cop-7' } },
    ];
    await writeFile(file, encodeEnvelope({ root: 'DxpRep', RecevierId: 'DXPENT0000012345', Response }));
    const { code, output } = await chama('envelope', 'unwrap', file);
    expect(code).toBe(0);
    expect(output).toContain('cop-7');
    expect(output).toContain('指定的接收方不存在');
  });

  test('says what is wrong with what is no envelope, and with what is no file', async () => {
    const order = await chama('envelope', 'unwrap', ORDER);
    expect([order.code, order.output]).toEqual([1, expect.stringContaining('CEB-ROOT')]);
    const nothing = await chama('envelope', 'unwrap', join(folder, 'nothing.xml'));
    expect([nothing.code, nothing.complaint]).toEqual([1, expect.stringContaining('cannot be read')]);
    expect((await chama('envelope', 'open', ORDER)).complaint).toContain('chama envelope wrap');
  });
});
