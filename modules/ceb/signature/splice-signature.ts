import type { Finding } from '#kernel';
import type { MessageTable } from '../tables/row.ts';
import { TABLES } from '../tables/tables.ts';
import type { SignatureForm } from './algorithms.ts';
import { Pieces } from './pieces.ts';
import { signatureFinding } from './signature-finding.ts';
import { locate, signedParts } from './signed-parts.ts';
import { utf8Bytes } from './utf8.ts';
import { type SignatureKey, signatureElement } from './write-signature.ts';

/** A message about to be signed: what is to be hashed, and how the rest follows from the hash. */
export interface Unsigned {
  /** Canonical form of the message without signature; its digest goes into SignedInfo. */
  readonly content: readonly Uint8Array[];
  /** Bytes the key has to sign, once the digest is known. */
  readonly signedInfo: (digestValue: Uint8Array) => Uint8Array;
  /** The signed message. */
  readonly signed: (digestValue: Uint8Array, signatureValue: Uint8Array) => Uint8Array;
}

/**
 * Prepares a message for signing. The signature goes where the schema has it: last in import messages and
 * envelopes, before the extension in export messages. A signature that is there already is replaced.
 */
export function prepareSignature(
  bytes: Uint8Array,
  form: SignatureForm,
  key: SignatureKey,
): Unsigned | readonly Finding[] {
  const located = locate(bytes);
  if ('code' in located) return [located];
  const { content, signatures, rootEnd, extensionAt, byteAt, root, rootTag } = located;
  const [old, second] = signatures;
  const tables: readonly MessageTable[] = TABLES;
  const exported = tables.some((table) => table.root === root.name && table.tail === 'export');
  const place = exported && extensionAt !== undefined ? extensionAt : rootEnd;
  if (second || place === undefined) return [noPlace()];
  const from = byteAt(old?.from ?? place);
  const to = byteAt(old?.to ?? place);
  const signed = (digestValue: Uint8Array, signatureValue: Uint8Array): Uint8Array => {
    const pieces = new Pieces(bytes);
    pieces.until(from);
    pieces.write(utf8Bytes(signatureElement(form, digestValue, signatureValue, key)));
    pieces.from(to);
    pieces.until(bytes.length);
    return pieces.joined();
  };
  const signedInfo = (digestValue: Uint8Array): Uint8Array => {
    // What the root declares is all that the message lends to SignedInfo, so an otherwise empty one does.
    const element = signatureElement(form, digestValue, ANY_VALUE, key);
    const [, name = ''] = /^<([^ >]+)/.exec(rootTag) ?? [];
    const parts = signedParts(utf8Bytes(`${rootTag}${element}</${name}>`));
    if (parts.state !== 'signed') throw new Error('A signature of our own making cannot be read.');
    return parts.signedInfo;
  };
  return { content, signedInfo, signed };
}

/** Stands for the value while SignedInfo is taken from its place in the message. */
const ANY_VALUE = new Uint8Array(1);

function noPlace(): Finding {
  return signatureFinding(
    'SIG-SEVERAL',
    'Signature',
    [
      '报文没有内容，或已有多个签名，不能加签',
      'The message is empty or has several signatures already; it cannot be signed',
    ],
    ['删去多余的 Signature 后再加签', 'Remove the Signature elements there are too many of, then sign'],
  );
}
