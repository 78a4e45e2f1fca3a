import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** How an authenticator of a test is to be wrong. */
export interface Amiss {
  readonly origin?: string;
  readonly rpId?: string;
  readonly credentialId?: string;
  /** false: nobody has unlocked it. */
  readonly verified?: boolean;
  readonly counter?: number;
}

const sha256 = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest();
const [present, unlocked, attested] = [0x01, 0x04, 0x40];

/** A device with one passkey (ES256, without attestation), as far as a server can tell from outside. */
export class TestAuthenticator {
  readonly credentialId = randomBytes(32).toString('base64url');
  counter = 0;
  userHandle = '';
  readonly #origin: string;
  readonly #rpId: string;
  readonly #privateKey: KeyObject;
  readonly #publicKey: Buffer;

  constructor(origin: string) {
    this.#origin = origin;
    this.#rpId = new URL(origin).hostname;
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#privateKey = privateKey;
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const head = (hex: string): Buffer => Buffer.from(hex, 'hex');
    // COSE: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
    this.#publicKey = Buffer.concat([
      ...[head('a5010203262001215820'), Buffer.from(x, 'base64url')],
      ...[head('225820'), Buffer.from(y, 'base64url')],
    ]);
  }

  /** What a browser answers to the options of a creation. */
  make(begun: { readonly challenge: string; readonly user: { readonly id: string } }, amiss: Amiss = {}) {
    this.userHandle = begun.user.id;
    const id = Buffer.from(this.credentialId, 'base64url');
    const data = Buffer.concat([
      ...[this.#head(amiss, attested), Buffer.alloc(16), Buffer.from([0, id.length]), id, this.#publicKey],
    ]);
    const text = (word: string): Buffer =>
      Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)]);
    const attestation = Buffer.concat([
      ...[Buffer.from([0xa3]), text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0])],
      ...[text('authData'), Buffer.from([0x58, data.length]), data],
    ]);
    return this.#shown({
      clientDataJSON: this.#client('webauthn.create', begun.challenge, amiss).toString('base64url'),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    });
  }

  /** What a browser answers to the options of a sign-in. */
  answer(asked: { readonly challenge: string }, amiss: Amiss = {}) {
    this.counter = amiss.counter ?? this.counter + 1;
    const client = this.#client('webauthn.get', asked.challenge, amiss);
    const data = this.#head(amiss, 0);
    const signature = sign('sha256', Buffer.concat([data, sha256(client)]), this.#privateKey);
    return this.#shown(
      {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
        userHandle: this.userHandle,
      },
      amiss.credentialId,
    );
  }

  #shown<Response>(response: Response, id = this.credentialId) {
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response } as const;
  }

  #client(type: string, challenge: string, { origin = this.#origin }: Amiss): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  #head({ rpId = this.#rpId, verified = true }: Amiss, flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const flag = Buffer.from([present | (verified ? unlocked : 0) | flags]);
    return Buffer.concat([sha256(rpId), flag, counter]);
  }
}
