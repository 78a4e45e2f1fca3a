import { decode } from '#ceb';
import {
  issueCertificate,
  makeAuthority,
  makeKeyPair,
  nodePrimitives,
  readPrivateKeys,
  sign,
  sm2Signer,
  trustOf,
  verify,
} from '#signatures';
import { makeBatch } from '../../apps/demo/batches.ts';
import { createZone } from '../../apps/demo/zone.ts';
import { asyncRatePerCore } from './rate.ts';

export interface SignedFigures {
  /** Documents a second and core of signed messages of 100 lists: verified with SM2 and SM3, chain and all, and decoded. */
  readonly signedDocumentsPerSecond: number;
  /** Of that message, bytes, and microseconds of the verification alone. */
  readonly signedBytes: number;
  readonly verifyMicros: number;
}

const DOCUMENTS = 100;
const validity = { notBefore: new Date('2020-01-01'), notAfter: new Date('2100-01-01') };

/** Verifies and decodes one signed message of 100 lists over and over in this process, for so many seconds. */
export async function signedFigures(seconds: number): Promise<SignedFigures> {
  const authority = makeAuthority('sm2', { CN: 'authority' }, validity);
  const bytes = await signedLists(authority);
  const options = { primitives: nodePrimitives, trust: trustOf({ roots: [authority.certificate] }) };
  const both = async (): Promise<void> => {
    const { ok } = await verify(bytes, options);
    if (!ok || decode(bytes).message?.documents.length !== DOCUMENTS) {
      throw new Error('A message of our own does not verify.');
    }
  };
  await asyncRatePerCore(both, seconds / 4);
  const verifications = await asyncRatePerCore(async () => void (await verify(bytes, options)), seconds / 4);
  return {
    signedDocumentsPerSecond: DOCUMENTS * (await asyncRatePerCore(both, seconds)),
    signedBytes: bytes.length,
    verifyMicros: 1_000_000 / verifications,
  };
}

async function signedLists(authority: ReturnType<typeof makeAuthority>): Promise<Uint8Array> {
  const { messages } = makeBatch(createZone(), {
    ...{ seed: 'S', from: 0, count: DOCUMENTS, faultShare: 0, orderedAt: Date.parse('2026-03-10T00:00:00Z') },
  });
  const lists = messages.find(({ kind }) => kind === 'declaration')?.bytes ?? new Uint8Array();
  const { publicKey, privateKeyPem } = makeKeyPair('sm2');
  const certificate = issueCertificate(authority, { ...validity, subject: { CN: 'card' }, publicKey });
  const [key] = readPrivateKeys(privateKeyPem);
  const signer = sm2Signer(key?.kind === 'sm2' ? key.scalar : new Uint8Array(), { certificate });
  const signed = await sign(lists, signer, { primitives: nodePrimitives });
  if (!('bytes' in signed)) throw new Error('A message of our own cannot be signed.');
  return signed.bytes;
}
