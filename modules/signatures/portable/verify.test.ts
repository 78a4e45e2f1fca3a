import { describe, expect, it } from 'vitest';
import { base64Text, type CebMessage, decode, encode, exampleMessage, messageTables, type Root } from '#ceb';
import { nodePrimitives } from '../application/node-primitives.ts';
import { CARD_TIME, card, root } from '../testing/cards.ts';
import { VECTOR_TIME, vector, vectorTrust } from '../testing/vectors.ts';
import { derSignature } from './der.ts';
import { sign } from './sign.ts';
import type { Verdict } from './verdict.ts';
import { unreadableCertificate, verify } from './verify.ts';

const options = { primitives: nodePrimitives, trust: vectorTrust, at: VECTOR_TIME };
const sm2 = vector('sm2-specification.xml').toString();
const rsa = vector('rsa-specification.xml').toString();
const judged = (text: string): Promise<Verdict> => verify(Buffer.from(text), options);
const codesOf = async (text: string): Promise<string[]> =>
  (await judged(text)).findings.map(({ code }) => code);
const [SIGNATURE = ''] = /<ds:Signature .*<\/ds:Signature>/.exec(sm2) ?? [];

describe('a signature value that is none', () => {
  const value = Buffer.from(/<ds:SignatureValue>([^<]*)/.exec(sm2)?.[1] ?? '', 'base64');
  const order = Buffer.from('fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123', 'hex');
  const zero = Buffer.alloc(32);
  const [r, s] = [value.subarray(0, 32), value.subarray(32)];
  const added = (half: Buffer): Buffer => {
    const sum = (BigInt(`0x${half.toString('hex')}`) + BigInt(`0x${order.toString('hex')}`)) % 2n ** 256n;
    return Buffer.from(sum.toString(16).padStart(64, '0'), 'hex');
  };

  it.each<[string, Uint8Array]>([
    ['r is zero', Buffer.concat([zero, s])],
    ['s is zero', Buffer.concat([r, zero])],
    ['both are zero', Buffer.concat([zero, zero])],
    ['r is the order', Buffer.concat([order, s])],
    ['s is the order', Buffer.concat([r, order])],
    ['r is taken beyond the order', Buffer.concat([added(r), s])],
    ['s is taken beyond the order', Buffer.concat([r, added(s)])],
    [
      's is turned to its opposite',
      Buffer.concat([
        r,
        Buffer.from(
          (BigInt(`0x${order.toString('hex')}`) - BigInt(`0x${s.toString('hex')}`))
            .toString(16)
            .padStart(64, '0'),
          'hex',
        ),
      ]),
    ],
    ['r and s change places', Buffer.concat([s, r])],
    ['it is DER', derSignature(value)],
    ['it is a byte short', value.subarray(0, 63)],
    ['it is a byte long', Buffer.concat([value, Buffer.alloc(1)])],
    ['it is all ones', Buffer.alloc(64, 0xff)],
  ])('does not verify when %s', async (_, bytes) => {
    expect(await codesOf(sm2.replace(/(<ds:SignatureValue>)[^<]*/, `$1${base64Text(bytes)}`))).toEqual([
      'SIG-VALUE',
    ]);
  });

  it('does not verify with the key of the other algorithm', async () => {
    const certificateOf = (text: string): string => /<ds:X509Certificate>([^<]*)/.exec(text)?.[1] ?? '';
    expect(await codesOf(sm2.replace(certificateOf(sm2), certificateOf(rsa)))).toEqual(['SIG-VALUE']);
    expect(await codesOf(rsa.replace(certificateOf(rsa), certificateOf(sm2)))).toEqual(['SIG-VALUE']);
  });
});

describe('a signature of one message', () => {
  it('vouches for no other one it is put into', async () => {
    const other = sm2.replace('<ceb:appType>1', '<ceb:appType>3');
    expect(await judged(other)).toMatchObject({ verified: false, findings: [{ code: 'SIG-DIGEST' }] });
  });

  it('vouches for nothing when its message is wrapped into another one', async () => {
    const extension = `<ceb:ExtendMessage><ceb:name>x</ceb:name><ceb:version>1</ceb:version><ceb:Message>${sm2}</ceb:Message></ceb:ExtendMessage>`;
    const outer = sm2.replace(SIGNATURE, extension).replace('<ceb:appType>1', '<ceb:appType>3');
    expect(await judged(outer)).toMatchObject({ verified: false, signed: false });
  });

  it('vouches for nothing where it was moved', async () => {
    const bare = sm2.replace(SIGNATURE, '');
    for (const moved of [
      bare.replace('</ceb:Order>', `${SIGNATURE}$&`),
      bare.replace('</ceb:OrderHead>', `${SIGNATURE}$&`),
      bare.replace('<ceb:Order>', `<ceb:Order><x>${SIGNATURE}</x>`),
    ]) {
      expect(await judged(moved)).toMatchObject({ verified: false, signed: false });
    }
    expect(await codesOf(sm2.replace('</ceb:CEB311Message>', `${SIGNATURE}$&`))).toEqual(['SIG-SEVERAL']);
    expect(
      await codesOf(
        `${bare.slice(0, -'</ceb:CEB311Message>'.length)}<ceb:Order/>${SIGNATURE}</ceb:CEB311Message>`,
      ),
    ).toEqual(['SIG-DIGEST']);
  });

  it('does not follow an Id, a second Reference or a transform to what was signed', async () => {
    const hidden = sm2.replace('<ceb:Order>', '<ceb:Order Id="o">').replace('URI=""', 'URI="#o"');
    expect(await codesOf(hidden)).toEqual(['SIG-REFERENCE']);
    expect((await judged(sm2.replace(/<ds:Transform .*?<\/ds:Transform>/, '$&$&'))).verified).toBe(false);
    expect((await judged(sm2.replace(/<ds:Reference .*<\/ds:Reference>/, '$&$&'))).verified).toBe(false);
  });
});

describe('a message without signature', () => {
  it('must have one where the standard says so, and every declaration where the operator does', async () => {
    const strict = { ...options, mandatory: 'every-declaration' } as const;
    const bare = (name: Root): Buffer => {
      const { signature: _, ...message } = exampleMessage(name) as CebMessage & { signature?: string };
      return Buffer.from(encode(message as CebMessage));
    };
    const wanting: string[] = [];
    for (const name of Object.keys(messageTables) as Root[]) {
      const { findings } = await verify(bare(name), options);
      if (findings.length > 0) wanting.push(name.slice(0, 6));
      const { findings: all } = await verify(bare(name), strict);
      const declared = messageTables[name].kind === 'declaration';
      expect(
        all.map(({ code }) => code),
        name,
      ).toEqual(declared ? ['SIG-MISSING'] : []);
    }
    expect(wanting.sort()).toEqual(['CEB507', 'CEB621', 'CEB623', 'CEB625', 'CEB711']);
  });
});

describe('every declaration of the standard', () => {
  it('is signed where its schema has the signature, stays sound, and verifies', async () => {
    const authority = root();
    const signer = await card(authority);
    for (const [name, { kind }] of Object.entries(messageTables)) {
      if (kind !== 'declaration') continue;
      for (const variant of [false, true]) {
        const signed = await sign(Buffer.from(encode(exampleMessage(name as Root))), signer, { variant });
        const bytes = 'bytes' in signed ? signed.bytes : new Uint8Array();
        expect(decode(bytes).findings, name).toEqual([]);
        const verdict = await verify(bytes, { at: CARD_TIME, primitives: nodePrimitives });
        expect(verdict, name).toMatchObject({ verified: true, ok: true, root: name });
      }
    }
  });
});

describe('hostile input', () => {
  it.each([
    ['entities within entities', `<!DOCTYPE a [<!ENTITY b "${'&c;'.repeat(10)}">]><a>&b;</a>`],
    ['a hundred thousand elements inside one another', '<a>'.repeat(100_000)],
    ['UTF-16', Buffer.from('\ufeff<a/>', 'utf16le')],
    ['nothing', ''],
    ['a signature that does not end', sm2.slice(0, sm2.indexOf('</ds:SignedInfo>'))],
    ['a signature inside a comment that does not end', sm2.replace('<ds:SignedInfo>', '<!--$&')],
  ])('is refused: %s', async (_, bytes) => {
    expect(await verify(Buffer.from(bytes as string))).toMatchObject({
      verified: false,
      findings: [{ code: 'SIG-UNREADABLE' }],
    });
  });

  it('many signatures that begin and never end are looked through once', async () => {
    const text = `<a>${'<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#">'.repeat(200)}`;
    expect((await judged(text)).verified).toBe(false);
  });

  it('a placeholder in place of a certificate is told without verifying', () => {
    expect(unreadableCertificate('<KeyName>ILLUSTRATION</KeyName>')?.code).toBe('SIG-CERTIFICATE');
    expect(unreadableCertificate('<a:X509Certificate> AAAA</a:X509Certificate>')?.code).toBe(
      'SIG-CERTIFICATE',
    );
    expect(unreadableCertificate('<ds:KeyName>01691fe9</ds:KeyName>')).toBeUndefined();
    expect(unreadableCertificate(SIGNATURE)).toBeUndefined();
  });
});
