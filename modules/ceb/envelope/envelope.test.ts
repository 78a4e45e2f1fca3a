import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64Text } from '../signature/base64.ts';
import { CREATED, FULL_MSG, FULL_REP, FULL_SV, LEAN_MSG, SAMPLE_ENVELOPES } from '../testing/envelopes.ts';
import { bytesOfBase64 } from './base64.ts';
import { decodeEnvelope } from './decode-envelope.ts';
import { encodeEnvelope } from './encode-envelope.ts';
import { isDate, isDateTime } from './moments.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const full = encodeEnvelope(FULL_MSG);
const server = encodeEnvelope(FULL_SV);
const answer = encodeEnvelope(FULL_REP);

/** Code and path of everything found. */
function found(text: string): string[] {
  const { findings, valid, envelope } = decodeEnvelope(bytesOf(text));
  expect(valid).toBe(findings.length === 0);
  expect(envelope === undefined).toBe(!valid);
  return findings.map(({ code, path }) => `${code} ${path}`);
}

describe('a transport message', () => {
  it.each([FULL_MSG, LEAN_MSG, FULL_SV, FULL_REP])('of $root is read as it was written', (envelope) => {
    const { valid, envelope: read, root } = decodeEnvelope(bytesOf(encodeEnvelope(envelope)));
    expect(valid).toBe(true);
    expect(root).toBe(envelope.root);
    expect(JSON.stringify(read)).toBe(JSON.stringify(envelope));
  });

  it('is read with any prefix, line ends between its elements and a byte order mark', () => {
    const prefixed = full
      .replace('xmlns=', 'xmlns:d=')
      .replaceAll(/<(\/?)(?=[A-Z])(?!\?)/g, '<$1d:')
      .replaceAll(/><(?!\/d:IsText)/g, '>\r\n<');
    expect(found(`\ufeff${prefixed}`)).toEqual([]);
    expect(decodeEnvelope(bytesOf(prefixed)).envelope).toMatchObject({ TransInfo: FULL_MSG.TransInfo });
  });

  it.each([
    [
      'a sender of 17 characters',
      full.replace(/(<SenderId>)[^<]*/, `$1${'茶'.repeat(17)}`),
      'CEB-LENGTH TransInfo/SenderId',
    ],
    ['no number', full.replace(/<CopMsgId>[^<]*/, '<CopMsgId>'), 'CEB-LENGTH TransInfo/CopMsgId'],
    [
      'six receivers',
      full.replace(/<ReceiverId>.*<\/ReceiverId>/, '<ReceiverId>a</ReceiverId>'.repeat(6)),
      'CEB-COUNT TransInfo/ReceiverIds/ReceiverId[6]',
    ],
    [
      'no receiver',
      full.replace(/<ReceiverId>.*<\/ReceiverId>/, ''),
      'CEB-MISSING TransInfo/ReceiverIds/ReceiverId',
    ],
    ['no time', full.replace(/<CreatTime>[^<]*<\/CreatTime>/, ''), 'CEB-MISSING TransInfo/CreatTime'],
    [
      'its time spelt right',
      full.replaceAll('CreatTime', 'CreateTime'),
      'CEB-UNKNOWN TransInfo/CreateTime',
      'CEB-MISSING TransInfo/CreatTime',
    ],
    ['a day that is not there', full.replace(CREATED, '2026-02-29T08:30:00'), 'DXP-TIME TransInfo/CreatTime'],
    ['a time without T', full.replace(CREATED, '2026-07-01 08:30:00'), 'DXP-TIME TransInfo/CreatTime'],
    [
      'a type of 31 characters',
      full.replace('CEB311Message<', `${'x'.repeat(31)}<`),
      'CEB-LENGTH TransInfo/MsgType',
    ],
    ['data cut off', full.replace(/.<\/Data>/, '</Data>'), 'DXP-BASE64 Data'],
    ['an element in its data', full.replace('</Data>', '<x/></Data>'), 'CEB-UNKNOWN Data/x'],
    ['no version', full.replace(' ver="1.0"', ''), 'CEB-ATTRIBUTE @ver'],
    ['another version', full.replace(' ver="1.0"', ' ver="1.1"'), 'CEB-ATTRIBUTE @ver'],
    ['a number for an Id', full.replace('Id="envelope"', 'Id="1"'), 'CEB-ATTRIBUTE @Id'],
    [
      'a key without text',
      full.replace('<Key name="SignFlag">1', '<Key name="SignFlag">'),
      'CEB-LENGTH AddInfo/BizKey/Key[1]',
    ],
    [
      'a key of an empty name',
      full.replace('name="SignFlag"', 'name=""'),
      'CEB-ATTRIBUTE AddInfo/BizKey/Key[1]/@name',
    ],
    ['text in the mark of text', full.replace('"UTF-8"></', '"UTF-8">\n</'), 'CEB-TEXT AddInfo/IsText'],
    [
      'a card before its file name',
      full.replace(/(<FileName>.*<\/FileName>)(<IcCard>.*<\/IcCard>)/, '$2$1'),
      'CEB-ORDER AddInfo/FileName',
    ],
    ['two lots of data', full.replace('<AddInfo>', '<Data/><AddInfo>'), 'CEB-REPEATED Data'],
    [
      'a signature without value',
      full.replace(/<ds:SignatureValue>.*<\/ds:SignatureValue>/, ''),
      'CEB-SIGNATURE Signature/KeyInfo',
    ],
    ['another namespace', full.replace('gov.cn/dxp', 'gov.cn/ceb'), 'CEB-NAMESPACE DxpMsg'],
    [
      'a business message instead',
      '<CEB311Message xmlns="http://www.chinaport.gov.cn/ceb"/>',
      'CEB-ROOT CEB311Message',
    ],
    ['a document type', `<!DOCTYPE DxpMsg>${full.slice(38)}`, 'CEB-DOCTYPE '],
    ['an entity', full.replace('DXPENT0000012345', '&who;'), 'CEB-ENTITY TransInfo/SenderId'],
    ['a second root', `${full}<x/>`, 'CEB-XML '],
    ['no server', server.replace(/<SvNo.*<\/SvNo>/, ''), 'CEB-MISSING SvNo'],
    [
      'a wrong server version',
      server.replace('Ver="1.0"', 'ver="1.0"'),
      'CEB-ATTRIBUTE SvNo/@ver',
      'CEB-ATTRIBUTE SvNo/@Ver',
    ],
    ['two characters of division', server.replace('<SubMsgId>1', '<SubMsgId>12'), 'CEB-LENGTH SvNo/SubMsgId'],
    [
      'an inner message of no version',
      server.replace('<DxpMsg ver="1.0">', '<DxpMsg>'),
      'CEB-ATTRIBUTE DxpMsg/@ver',
    ],
    ['an answer without response', answer.replace(/<Response>.*<\/Response>/, ''), 'CEB-MISSING Response'],
    [
      'a response code of ten characters',
      answer.replace('>2001<', '>1234567890<'),
      'CEB-LENGTH Response[1]/ResponseCode',
    ],
    [
      'a time where a date belongs',
      answer.replace('>2026-07-01<', '>2026-07-01T00:00:00<'),
      'DXP-TIME Response[1]/NoticeTime',
    ],
    [
      'its receiver spelt right',
      answer.replaceAll('RecevierId', 'ReceiverId').replaceAll('<ReceiverIds><RecevierId>', ''),
      'CEB-UNKNOWN ReceiverId',
      'CEB-MISSING RecevierId',
    ],
    [
      'an empty result',
      answer.replace(/<Result><RecId>DXPEDCCEB.*?<\/Result>/, '<Result/>'),
      'CEB-MISSING Response[1]/Results/Result[2]/RecId',
      'CEB-MISSING Response[1]/Results/Result[2]/Code',
    ],
  ])('with %s is refused where it is wrong', (_, text, ...expected) => {
    expect(SAMPLE_ENVELOPES).not.toContain(text);
    expect(found(text)).toEqual(expected);
  });

  it('lists everything that is wrong with it at once', () => {
    const text = full.replace(CREATED, 'x').replace('ver="1.0"', '').replace('</IcCard>', '00</IcCard>');
    expect(found(text)).toEqual([
      'CEB-ATTRIBUTE @ver',
      'DXP-TIME TransInfo/CreatTime',
      'CEB-LENGTH AddInfo/IcCard',
    ]);
  });

  it('may carry any content for the mapping of receivers, but judges what the schema knows', () => {
    const holding = (content: string) => full.replace('>map<', `>${content}<`);
    expect(found(holding('a<x y="z" xmlns=""/>b'))).toEqual([]);
    expect(found(holding('<x xmlns="" xml:id="1"/>'))).toEqual(['CEB-ATTRIBUTE AddInfo/RecMapId/x/@id']);
    expect(found(holding('<DxpRep/>'))).toEqual([
      'CEB-ATTRIBUTE AddInfo/RecMapId/DxpRep/@ver',
      'CEB-MISSING AddInfo/RecMapId/DxpRep/RecevierId',
      'CEB-MISSING AddInfo/RecMapId/DxpRep/Response',
    ]);
  });
});

describe('Base64', () => {
  it('comes back as the bytes it was made of', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = base64Text(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(Buffer.compare(bytesOfBase64(text), bytes)).toBe(0);
        expect(Buffer.compare(bytesOfBase64(text.replaceAll(/(.{3})/g, '$1\r\n')), bytes)).toBe(0);
      }),
    );
  });
});

describe('moments', () => {
  it.each([
    ['2026-07-01T08:30:00', true],
    ['2024-02-29T23:59:59.999+08:00', true],
    ['2026-07-01T24:00:00Z', true],
    ['2026-07-01T24:00:01', false],
    ['2100-02-29T00:00:00', false],
    ['0000-01-01T00:00:00', false],
    ['12026-07-01T00:00:00-14:00', true],
    ['02026-07-01T00:00:00', false],
    ['2026-07-01T00:00:00+14:01', false],
    ['2026-07-01T00:00:60', false],
    ['2026-07-01T08:30:00Z \n', true],
    ['2026-07-01T08:30:00 ', false],
    ['2026-07-01', false],
  ])('%s is a moment: %s', (text, expected) => expect(isDateTime(text)).toBe(expected));

  it.each([
    ['2026-07-01', true],
    ['2026-07-01+08:00', true],
    ['2026-04-31', false],
    ['2026-7-1', false],
  ])('%s is a day: %s', (text, expected) => expect(isDate(text)).toBe(expected));
});
