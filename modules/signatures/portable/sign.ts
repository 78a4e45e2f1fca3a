import { prepareSignature, SIGNATURE_FORMS } from '#ceb';
import type { Finding } from '#kernel';
import type { Primitives } from './primitives.ts';
import type { Signer } from './signer.ts';
import { webPrimitives } from './web-primitives.ts';

export interface SignOptions {
  /** Write the names of the W3C's own family, with SHA-1 digests, as products in the field do. */
  readonly variant?: boolean;
  /** Name the key only, as signatures of envelopes do. */
  readonly nameOnly?: boolean;
  readonly primitives?: Primitives;
}

/** A signed message, or why it cannot be signed. */
export type Signed = { readonly bytes: Uint8Array } | { readonly findings: readonly Finding[] };

/**
 * Signs one message as the specification asks (chapter 6.2) and puts the signature where the schema has it; one that
 * is there already is replaced. Rejects only when the signer does.
 */
export function sign(bytes: Uint8Array, signer: Signer, options: SignOptions = {}): Promise<Signed> {
  return signer.lend ? signer.lend((one) => signWith(bytes, one, options)) : signWith(bytes, signer, options);
}

async function signWith(bytes: Uint8Array, signer: Signer, options: SignOptions): Promise<Signed> {
  const { variant = false, nameOnly = false, primitives = webPrimitives } = options;
  const form = SIGNATURE_FORMS[signer.algorithm][variant ? 'variant' : 'specification'];
  const { certificateNumber, certificate } = signer;
  const key = { certificateNumber, ...(nameOnly ? {} : { certificate }) };
  const prepared = prepareSignature(bytes, form, key);
  if (!('content' in prepared)) return { findings: prepared };
  const digest = await primitives.digest(form.digest, prepared.content);
  const value = await signer.sign(prepared.signedInfo(digest));
  return { bytes: prepared.signed(digest, value) };
}
