import { describe, expect, it } from 'vitest';
import {
  CREATED,
  FULL_MSG,
  FULL_REP,
  FULL_SV,
  SENDER,
  sampleBytes,
  TRANS_INFO,
} from '../testing/envelopes.ts';
import { encodeEnvelope } from './encode-envelope.ts';
import type { DxpMsg, Envelope } from './envelope.ts';
import { unwrap } from './unwrap.ts';
import { wrap } from './wrap.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const sent = (envelope: Envelope): Uint8Array => bytesOf(encodeEnvelope(envelope));
const wrapping = { CopMsgId: 'cop-1', CreatTime: CREATED };

function codes({ findings }: { readonly findings: readonly { code: string; path: string }[] }): string[] {
  return findings.map(({ code, path }) => `${code} ${path}`);
}

describe('wrapping', () => {
  it('sends a declaration from its own dxpId to customs of its direction', () => {
    for (const [root, receiver] of [
      ['CEB621Message', 'DXPEDCCEB0000002'],
      ['CEB603Message', 'DXPEDCCEB0000003'],
    ] as const) {
      const message = sampleBytes(root);
      const { envelope, findings } = wrap(message, wrapping);
      expect(findings).toEqual([]);
      expect(envelope?.TransInfo).toEqual({
        CopMsgId: 'cop-1',
        SenderId: SENDER,
        ReceiverIds: [receiver],
        CreatTime: CREATED,
        MsgType: root,
      });
      const back = unwrap(sent(envelope as DxpMsg));
      expect(back).toMatchObject({ valid: true, findings: [], messageRoot: root });
      expect(Buffer.compare(back.message ?? bytesOf(''), message)).toBe(0);
    }
  });

  it('sends a receipt to whom it is told, from whom it is told', () => {
    const { envelope } = wrap(sampleBytes('CEB622Message'), {
      ...wrapping,
      SenderId: 'DXPEDCCEB0000002',
      ReceiverIds: [SENDER],
      AddInfo: { FileName: 'receipt.xml' },
    });
    expect(envelope).toMatchObject({
      TransInfo: { MsgType: 'CEB622Message' },
      AddInfo: { FileName: 'receipt.xml' },
    });
  });

  it('takes a message that breaks the standard: customs answer it', () => {
    const broken = new TextDecoder().decode(sampleBytes('CEB311Message')).replaceAll('ebpName', 'ebpNome');
    const { envelope } = wrap(bytesOf(broken), wrapping);
    expect(envelope?.TransInfo).toMatchObject({ SenderId: SENDER, MsgType: 'CEB311Message' });
  });

  it.each([
    [
      'another sender than the message names',
      { SenderId: 'DXPENT0000099999' },
      ['DXP-SENDER TransInfo/SenderId'],
    ],
    ['a number that is too long', { CopMsgId: 'x'.repeat(256) }, ['CEB-LENGTH TransInfo/CopMsgId']],
    ['a time that is none', { CreatTime: '20260701083000' }, ['DXP-TIME TransInfo/CreatTime']],
    [
      'six receivers',
      { ReceiverIds: ['a', 'b', 'c', 'd', 'e', 'f'] },
      ['CEB-COUNT TransInfo/ReceiverIds/ReceiverId[6]'],
    ],
    ['an Id that is no name', { Id: '1' }, ['CEB-ATTRIBUTE @Id']],
  ])('refuses %s', (_, changed, expected) => {
    const wrapped = wrap(sampleBytes('CEB311Message'), { ...wrapping, ...changed });
    expect(codes(wrapped)).toEqual(expected);
    expect(wrapped.envelope).toBeUndefined();
  });

  it('refuses a receipt without sender and receiver, an envelope, and what is no XML', () => {
    expect(codes(wrap(sampleBytes('CEB622Message'), wrapping))).toEqual([
      'DXP-SENDER-MISSING TransInfo/SenderId',
      'DXP-RECEIVER-MISSING TransInfo/ReceiverIds',
    ]);
    const given = { ...wrapping, SenderId: 'a', ReceiverIds: ['b'] };
    expect(codes(wrap(sent(FULL_MSG), given))).toEqual(['DXP-NESTED Data']);
    expect(codes(wrap(bytesOf('{}'), given))).toEqual(['DXP-CONTENT Data']);
  });
});

describe('unwrapping', () => {
  it('gives the message inside the envelope of a server', () => {
    const { dxpMsg, messageRoot, findings } = unwrap(sent(FULL_SV));
    expect(dxpMsg?.TransInfo.CopMsgId).toBe(TRANS_INFO.CopMsgId);
    expect([messageRoot, findings]).toEqual(['CEB311Message', []]);
  });

  it('gives the answer of the platform, and no message with it', () => {
    const { dxpRep, message, valid } = unwrap(sent(FULL_REP));
    expect(valid).toBe(true);
    expect(dxpRep?.Response.map(({ OriHead }) => OriHead.CopMsgId)).toEqual([
      TRANS_INFO.CopMsgId,
      TRANS_INFO.CopMsgId,
    ]);
    expect(message).toBeUndefined();
  });

  it.each<readonly [string, Partial<DxpMsg>, readonly string[]]>([
    [
      'a sender that is not the dxpId of the message',
      { TransInfo: { ...FULL_MSG.TransInfo, SenderId: 'DXPENT0000099999' } },
      ['DXP-SENDER TransInfo/SenderId'],
    ],
    [
      'a type that is not the root of the message',
      { TransInfo: { ...FULL_MSG.TransInfo, MsgType: 'CEB621Message' } },
      ['DXP-MSGTYPE TransInfo/MsgType'],
    ],
    [
      'a receiver that is not customs of the direction',
      { TransInfo: { ...FULL_MSG.TransInfo, ReceiverIds: ['DXPEDCCEB0000003'] } },
      ['DXP-RECEIVER TransInfo/ReceiverIds'],
    ],
    [
      'an envelope in the envelope',
      { Data: sent(FULL_MSG) },
      ['DXP-NESTED Data', 'DXP-MSGTYPE TransInfo/MsgType'],
    ],
    ['nothing in it', { Data: new Uint8Array() }, ['DXP-CONTENT Data']],
    ['bytes that are no XML in it', { Data: Uint8Array.of(0xff, 0xd8, 0xff) }, ['DXP-CONTENT Data']],
    ['a document type inside', { Data: bytesOf('<!DOCTYPE x><x/>') }, ['DXP-CONTENT Data']],
  ])('finds %s', (_, changed, expected) => {
    const unwrapped = unwrap(sent({ ...FULL_MSG, ...changed }));
    expect(unwrapped.valid).toBe(true);
    expect(codes(unwrapped)).toEqual(expected);
  });

  it('says -301008 where the sender is another', () => {
    const TransInfo = { ...FULL_MSG.TransInfo, SenderId: 'DXPENT0000099999' };
    const { findings } = unwrap(sent({ ...FULL_MSG, TransInfo }));
    expect(findings[0]).toMatchObject({ rule: '-301008', level: 'business' });
    expect(findings[0]?.message.en).toContain('-301008');
  });

  it('remarks on Base64 of the wrong alphabet, which the schema lets pass', () => {
    const text = encodeEnvelope(FULL_MSG).replace('<Data>', '<Data>_');
    expect(codes(unwrap(bytesOf(text)))).toEqual(['DXP-BASE64-FOREIGN Data']);
  });
});

describe('hostile envelopes', () => {
  it('larger than the limit are refused unread', () => {
    const { findings, valid } = unwrap(sent(FULL_MSG), { mostBytes: 100 });
    expect([valid, codes({ findings })]).toEqual([false, ['CEB-SIZE ']]);
  });

  it('with a message over the limit of messages say so by its content', () => {
    const Data = bytesOf(`<CEB311Message>${' '.repeat(17 * 1024 * 1024)}</CEB311Message>`);
    const unwrapped = unwrap(sent({ ...FULL_MSG, Data }));
    expect(codes(unwrapped)).toEqual(['DXP-CONTENT Data']);
    expect(unwrapped.findings[0]?.message.en).toContain('the limit is');
  });

  it.each([
    [
      'an entity bomb',
      '<!DOCTYPE DxpMsg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><DxpMsg>&b;</DxpMsg>',
      'CEB-DOCTYPE',
    ],
    ['an external entity', '<!DOCTYPE DxpMsg SYSTEM "file:///etc/passwd"><DxpMsg/>', 'CEB-DOCTYPE'],
    ['100,000 elements deep', '<a>'.repeat(100_000), 'CEB-DEPTH'],
    ['UTF-16', '\ufffe<', 'CEB-XML'],
    ['nothing at all', '', 'CEB-XML'],
  ])('of %s are refused', (_, text, code) => {
    const { findings } = unwrap(bytesOf(text));
    expect(findings.map((finding) => finding.code)).toContain(code);
  });

  it('with ten thousand wrong elements list no more than the bound', () => {
    const text = encodeEnvelope(FULL_MSG).replace('<Data>', `${'<x/>'.repeat(10_000)}<Data>`);
    expect(unwrap(bytesOf(text), { mostFindings: 20 }).findings).toHaveLength(21);
  });

  it('quote no name of megabytes', () => {
    const name = 'x'.repeat(1_000_000);
    const { findings } = unwrap(bytesOf(`<${name}/>`));
    expect(JSON.stringify(findings).length).toBeLessThan(5000);
    const inside = unwrap(sent({ ...FULL_MSG, Data: bytesOf(`<${name}/>`) }));
    expect(JSON.stringify(inside.findings).length).toBeLessThan(5000);
  });
});
