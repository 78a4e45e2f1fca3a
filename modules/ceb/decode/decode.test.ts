import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../encode/encode.ts';
import { arbitraryMessage } from '../testing/arbitrary-message.ts';
import { ROOTS, SIGNATURE, sampleMessage } from '../testing/messages.ts';
import { spoil } from '../testing/mutations.ts';
import { codes, read, verdicts } from '../testing/verdicts.ts';
import type { Root } from '../types.ts';
import { readCarefully } from './careful.ts';
import { type Decoded, decode } from './decode.ts';

const order = encode(sampleMessage('CEB311Message', true, 2, 2));
const payment = encode(sampleMessage('CEB411Message', false));
const declaration = encode(sampleMessage('CEB621Message', true));
const receipt = encode(sampleMessage('CEB622Message', true));

describe('a message that has not been signed yet', () => {
  const bare = Buffer.from(declaration.replace(/<ds:Signature[\s\S]*<\/ds:Signature>/, ''));

  it('lacks what its schema asks for, unless its reader says that it knows', () => {
    expect(decode(bare).findings.map(({ code, path }) => [code, path])).toEqual([
      ['CEB-MISSING', 'Signature'],
    ]);
    const { message, findings } = decode(bare, { unsigned: true });
    expect(findings).toEqual([]);
    expect({ ...message, signature: SIGNATURE }).toEqual(read(declaration).message);
  });

  it('is held to everything else all the same', () => {
    const spoilt = Buffer.from(bare.toString().replace('<ceb:appType>1', '<ceb:appType>12'));
    expect(decode(spoilt, { unsigned: true }).findings).toHaveLength(1);
  });
});

describe('a sound message', () => {
  it.each(ROOTS)('%s is read with only its required fields and with all', (root: Root) => {
    for (const full of [false, true]) {
      const message = sampleMessage(root, full);
      expect(read(encode(message))).toEqual({ root, valid: true, findings: [], message });
    }
  });

  it('is read the same by the quick and by the careful way, whatever it holds', () => {
    fc.assert(
      fc.property(arbitraryMessage, (message) => {
        const text = encode(message);
        const careful = readCarefully(text, { deepest: 256, mostFindings: 1000 });
        expect(careful.findings).toEqual([]);
        expect(read(text).message).toEqual(careful.message);
      }),
      { numRuns: 300 },
    );
  });

  it('has white space in attributes as blanks, and as it is where references stand for it', () => {
    const text = receipt.replace(/guid="[^"]*"/, `guid="\t\r\n&#10;${'x'.repeat(33)}"`);
    expect(read(text).message?.guid).toBe(`  \n${'x'.repeat(33)}`);
  });

  it('carries every field of its table, absent ones as undefined', () => {
    const message = read(payment).message;
    expect(Object.keys(message?.documents[0]?.head ?? {})).toContain('note');
  });
});

describe('the order and number of elements', () => {
  it('of a missing field tells what to write where there is nothing to write', () => {
    const list = encode(sampleMessage('CEB603Message', false));
    const [finding] = read(list.replace(/<ceb:barCode>.*?<\/ceb:barCode>/, '')).findings;
    expect(finding).toMatchObject({
      code: 'CEB-MISSING',
      remedy: { zh: '补上 barCode；没有条形码时填“无”' },
    });
  });

  const name = '<ceb:buyerName>';
  verdicts([
    [
      'a missing field is named',
      payment.replace(/<ceb:payerName>.*?<\/ceb:payerName>/, ''),
      'CEB-MISSING Payment[1]/PaymentHead/payerName',
    ],
    ['a missing optional field is fine', order.replace(/<ceb:note>.*?<\/ceb:note>/g, '')],
    [
      'an unknown field is named',
      order.replace(name, `<ceb:nickname/>${name}`),
      'CEB-UNKNOWN Order[1]/OrderHead/nickname',
    ],
    [
      'a repeated field is named',
      order.replace(name, `<ceb:buyerName>x</ceb:buyerName>${name}`),
      'CEB-REPEATED Order[1]/OrderHead/buyerName',
    ],
    [
      'a field out of order is named once and not called missing',
      payment.replace(/(<ceb:payCode>.*?<\/ceb:payCode>)(<ceb:payName>.*?<\/ceb:payName>)/, '$2$1'),
      'CEB-ORDER Payment[1]/PaymentHead/payCode',
    ],
    [
      'the transmission before the documents is out of order',
      payment.replace(/(<ceb:Payment>.*<\/ceb:Payment>)(<ceb:BaseTransfer>.*<\/ceb:BaseTransfer>)/, '$2$1'),
      'CEB-ORDER Payment[1]',
    ],
    [
      'a message without transmission',
      payment.replace(/<ceb:BaseTransfer>.*<\/ceb:BaseTransfer>/, ''),
      'CEB-MISSING BaseTransfer',
    ],
    [
      'a message without documents',
      payment.replace(/<ceb:Payment>.*<\/ceb:Payment>/, ''),
      'CEB-MISSING Payment',
    ],
    [
      'an empty root',
      '<CEB312Message xmlns="http://www.chinaport.gov.cn/ceb" guid="123456789012345678901234567890123456" version="1.0"/>',
      'CEB-MISSING OrderReturn',
    ],
    ['a declaration without signature', declaration.replace(SIGNATURE, ''), 'CEB-MISSING Signature'],
    ['an order without signature', order.replace(SIGNATURE, '')],
    [
      'a sixth subscription',
      order.replace(/<ceb:BaseSubscribe>.*<\/ceb:BaseSubscribe>/, (one) => one.repeat(6)),
      'CEB-COUNT BaseSubscribe[6]',
    ],
    [
      'an element inside a field',
      order.replace(name, `${name}<ceb:b/>`),
      'CEB-UNKNOWN Order[1]/OrderHead/buyerName/b',
    ],
    ['text between elements', order.replace(name, `stray${name}`), 'CEB-TEXT Order[1]/OrderHead'],
    [
      'white space, comments and instructions between elements',
      order.replace(name, `\r\n<!-- c --> <?p?>\t${name}`),
    ],
    [
      'an item list without items',
      order.replace(/<ceb:OrderList>.*?<\/ceb:OrderList>/g, ''),
      'CEB-MISSING Order[1]/OrderList',
      'CEB-MISSING Order[2]/OrderList',
    ],
    [
      'all findings come at once',
      order
        .replace(name, `<ceb:nickname/>${name}`)
        .replace('<ceb:gnum>1<', '<ceb:gnum>one<')
        .replace('<ceb:copCode>', '<ceb:copCode>0123456789012345678'),
      'CEB-UNKNOWN Order[1]/OrderHead/nickname',
      'CEB-INTEGER Order[1]/OrderList[1]/gnum',
      'CEB-LENGTH BaseTransfer/copCode',
    ],
  ]);

  it('counts documents up to 100 and items up to 99', () => {
    const sized = (documents: number, items: number): Decoded =>
      read(encode(sampleMessage('CEB311Message', false, documents, items)));
    expect(codes(sized(100, 1))).toEqual([]);
    expect(codes(sized(101, 1))).toEqual(['CEB-COUNT Order[101]']);
    expect(codes(sized(103, 1))).toEqual(['CEB-COUNT Order[101]']);
    expect(codes(sized(1, 99))).toEqual([]);
    expect(codes(sized(1, 100))).toEqual(['CEB-COUNT Order[1]/OrderList[100]']);
    expect(codes(read(encode(sampleMessage('CEB900Message', false, 2))))).toEqual([
      'CEB-REPEATED MessageReturn',
    ]);
  });
});

describe('names, namespaces and attributes', () => {
  it('a root that is nearly one is told its name', () => {
    const [finding] = read(receipt.replaceAll('CEB622Message', 'ceb622')).findings;
    expect(finding?.remedy.en).toBe('Write the root as CEB622Message');
  });

  const prefixed = receipt
    .replaceAll('</', '</r:')
    .replace(/<(?=[A-Za-z])/g, '<r:')
    .replace('xmlns=', 'xmlns:r=');
  verdicts([
    ['any prefix will do', prefixed],
    [
      'so will the default namespace',
      order.replaceAll('ceb:', '').replace('xmlns:ceb', 'xmlns').replaceAll('xmlnsds', 'xmlns:ds'),
    ],
    [
      'a prefix declared on each element',
      receipt.replace('<InventoryReturn>', '<InventoryReturn xmlns="http://www.chinaport.gov.cn/ceb">'),
    ],
    ['a root in no namespace', receipt.replace(/ xmlns="[^"]*"/, ''), 'CEB-NAMESPACE CEB622Message'],
    [
      'a field in another namespace',
      order.replace('<ceb:buyerName>', '<ceb:buyerName xmlns:ceb="urn:x">'),
      'CEB-NAMESPACE Order[1]/OrderHead/buyerName',
    ],
    [
      'a prefix without declaration',
      receipt.replace('<guid>', '<x:guid>').replace('</guid>', '</x:guid>'),
      'CEB-XML InventoryReturn[1]',
    ],
    ['an unknown root', receipt.replaceAll('CEB622Message', 'CEB999Message'), 'CEB-ROOT CEB999Message'],
    ['a root short of its end', receipt.replaceAll('CEB622Message', 'CEB622'), 'CEB-ROOT CEB622'],
    ['a guid of 35 characters', receipt.replace(/guid="./, 'guid="'), 'CEB-ATTRIBUTE @guid'],
    [
      'a guid that is not a GUID but has 36 characters',
      receipt.replace(/guid="[^"]*"/, 'guid="CEB303_ZH_GZ_20230309112945042_67622"'),
    ],
    [
      'a version of 11 characters',
      receipt.replace('"1.0" xmlns', '"12345678901" xmlns'),
      'CEB-ATTRIBUTE @version',
    ],
    ['references in a guid', receipt.replace(/guid="[^"]*"/, `guid="${'&#x8336;'.repeat(36)}"`)],
    ['no version', receipt.replace(' version="1.0" xmlns', ' xmlns'), 'CEB-ATTRIBUTE @version'],
    ['another attribute of the root', receipt.replace(' xmlns', ' lang="zh" xmlns'), 'CEB-ATTRIBUTE @lang'],
    [
      'an attribute of a field',
      order.replace('<ceb:buyerName>', '<ceb:buyerName x="1">'),
      'CEB-ATTRIBUTE Order[1]/OrderHead/buyerName/@x',
    ],
    [
      'a hint of where the schema lies',
      receipt.replace(
        ' xmlns',
        ' xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:schemaLocation="a b" xmlns',
      ),
    ],
  ]);
});

describe('findings', () => {
  it('say where, what and how to mend it in both languages', () => {
    for (let seed = 0; seed < 400; seed++) {
      for (const finding of decode(spoil(order, seed)).findings) {
        expect(finding.level).toBe('structure');
        expect(finding.message.zh).toMatch(/\p{Script=Han}/u);
        expect(finding.remedy.zh).toMatch(/\p{Script=Han}/u);
        expect(finding.message.en).not.toMatch(/undefined|\p{Script=Han}.*\p{Script=Han}{9}/u);
        expect(finding.remedy.en).not.toMatch(/undefined/);
      }
    }
  });

  it('stop at the bound with a note that there are more', () => {
    const spoilt = encode(sampleMessage('CEB311Message', false, 100, 1)).replaceAll(
      '<ceb:appType>1',
      '<ceb:appType>12',
    );
    const { findings } = read(spoilt, { mostFindings: 10 });
    expect(findings).toHaveLength(11);
    expect(findings.at(-1)?.code).toBe('CEB-MORE');
  });

  it('on text that is not XML give line and column', () => {
    const [finding] = read(order.replace('<ceb:buyerName>', '\n  <ceb:buyerName')).findings;
    expect(finding).toMatchObject({ code: 'CEB-XML', path: 'Order[1]/OrderHead' });
    expect(finding?.message.en).toMatch(/^Line 3, column \d+: /);
  });
});
