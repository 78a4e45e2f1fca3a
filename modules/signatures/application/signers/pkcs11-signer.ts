import { createHash } from 'node:crypto';
import { joinBytes } from '../../portable/bytes.ts';
import { type CertificateFacts, readCertificate } from '../../portable/certificate.ts';
import { rawSignature } from '../../portable/der.ts';
import { KeyFault } from '../../portable/key-fault.ts';
import type { Signer, SignerHealth } from '../../portable/signer.ts';
import { sm2Digest } from '../../portable/sm2.ts';
import { nodePrimitives, nodeSm3 } from '../node-primitives.ts';
import { Pkcs11Library } from './pkcs11-library.ts';

/** Where a key lies in a token. */
export interface Pkcs11Setting {
  /** Path of the library that came with the token. */
  readonly library: string;
  /** Label of the token; the only one there is where it is left out. */
  readonly token?: string;
  readonly pin: string;
  /** Label of the key and of its certificate. */
  readonly label: string;
  /**
   * The vendor's number for signing with SM2: PKCS#11 has none. The token is handed the hash of SM2 (e, 32 bytes) and
   * answers r‖s or its DER.
   */
  readonly sm2Mechanism?: number;
}

const CLASS = 0x0;
const LABEL = 0x3;
const VALUE = 0x11;
const CERTIFICATE = 1;
const PRIVATE_KEY = 3;
const USER = 1;
const ALREADY_LOGGED_IN = '0x100';
const SERIAL_SESSION = 4;
const RSA_PKCS = 1;
/** DigestInfo of SHA-1 (RFC 8017, 9.2): what CKM_RSA_PKCS wants before the hash. */
const SHA1_INFO = Uint8Array.from([0x30, 0x21, 0x30, 9, 6, 5, 0x2b, 0x0e, 3, 2, 0x1a, 5, 0, 4, 0x14]);
/** Longest answer: an RSA signature of 8,192 bits. */
const MOST_ANSWER = 1024;
const MOST_CERTIFICATE = 16 * 1024;

/**
 * Opens a key in a token (smart card, U-key, HSM) by its PKCS#11 library. Each signature is verified before it is
 * given out, since a wrong mechanism answers something too. Rejects with KeyFault.
 */
export async function openPkcs11Signer(setting: Pkcs11Setting): Promise<Signer> {
  const library = await Pkcs11Library.open(setting.library);
  try {
    const session = new TokenSession(library, setting);
    session.open();
    return new Pkcs11Signer(session, session.certificate());
  } catch (fault) {
    library.close();
    throw fault;
  }
}

class Pkcs11Signer implements Signer {
  readonly certificateNumber: string;
  readonly certificate: Uint8Array;
  readonly algorithm: Signer['algorithm'];
  readonly #session: TokenSession;
  readonly #facts: CertificateFacts;
  /** A session does one thing at a time. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(session: TokenSession, facts: CertificateFacts) {
    this.#session = session;
    this.#facts = facts;
    this.certificateNumber = facts.number;
    this.certificate = facts.der;
    this.algorithm = facts.key.kind === 'sm2' ? 'sm2-sm3' : 'rsa-sha1';
  }

  sign(bytes: Uint8Array): Promise<Uint8Array> {
    const turn = this.#turn.then(() => this.#sign(bytes));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #sign(bytes: Uint8Array): Promise<Uint8Array> {
    const { key } = this.#facts;
    const sm2 = key.kind === 'sm2';
    const input = sm2
      ? sm2Digest(key.point, nodeSm3, bytes)
      : joinBytes(SHA1_INFO, createHash('sha1').update(bytes).digest());
    const answer = await this.#session.sign(input, sm2);
    const value = sm2 && answer.length !== 64 ? (rawSignature(answer) ?? answer) : answer;
    if (!(await nodePrimitives.verifies(key, sm2 ? 'sm3' : 'sha1', bytes, value))) {
      throw new KeyFault(
        '设备签出的值与证书不符：核对密钥标签和 SM2 机制编号',
        'What the token signed does not fit its certificate: check the label of the key and the number of the SM2 mechanism',
      );
    }
    return value;
  }

  async health(): Promise<SignerHealth> {
    const checkedAt = new Date();
    try {
      this.#session.probe();
      return { ready: true, checkedAt };
    } catch (fault) {
      return { ready: false, checkedAt, reason: fault instanceof Error ? fault.message : String(fault) };
    }
  }

  async close(): Promise<void> {
    await this.#turn;
    this.#session.close();
  }
}

/** One session with a token, logged in. */
class TokenSession {
  readonly #library: Pkcs11Library;
  readonly #setting: Pkcs11Setting;
  #handle = 0;
  #key = 0;
  #open = false;

  constructor(library: Pkcs11Library, setting: Pkcs11Setting) {
    this.#library = library;
    this.#setting = setting;
  }

  open(): void {
    const library = this.#library;
    const handle = library.numbers(0);
    library.call('C_OpenSession', this.#slot(), SERIAL_SESSION, null, null, handle);
    this.#handle = library.numberAt(handle);
    this.#open = true;
    const pin = Buffer.from(this.#setting.pin);
    try {
      library.call('C_Login', this.#handle, USER, pin, pin.length);
    } catch (fault) {
      // Another session with the token has logged in for the whole program.
      if (!(fault instanceof KeyFault && fault.message.includes(`(${ALREADY_LOGGED_IN})`))) throw fault;
    }
    const key = this.#find(PRIVATE_KEY);
    if (key === undefined) {
      const { label } = this.#setting;
      throw new KeyFault(
        `设备中没有标签为 ${label} 的私钥`,
        `The token has no private key with the label ${label}`,
      );
    }
    this.#key = key;
  }

  certificate(): CertificateFacts {
    const library = this.#library;
    const object = this.#find(CERTIFICATE);
    const value = Buffer.alloc(MOST_CERTIFICATE);
    const template = library.template([[VALUE, value]]);
    if (object !== undefined) library.call('C_GetAttributeValue', this.#handle, object, template, 1);
    const length = library.numberAt(template.subarray(library.numberBytes + 8));
    const facts =
      object === undefined ? undefined : readCertificate(new Uint8Array(value.subarray(0, length)));
    if (facts) return facts;
    const { label } = this.#setting;
    throw new KeyFault(
      `设备中没有标签为 ${label} 的证书`,
      `The token has no certificate with the label ${label}`,
    );
  }

  async sign(input: Uint8Array, sm2: boolean): Promise<Uint8Array> {
    const library = this.#library;
    if (!this.#open) this.open();
    const mechanism = sm2 ? this.#setting.sm2Mechanism : RSA_PKCS;
    if (mechanism === undefined) {
      throw new KeyFault(
        'PKCS#11 没有 SM2 机制的统一编号，请按厂商手册设置',
        'PKCS#11 has no number of its own for SM2; set the one of the vendor',
      );
    }
    const named = Buffer.concat([library.numbers(mechanism), Buffer.alloc(8), library.numbers(0)]);
    const answer = Buffer.alloc(MOST_ANSWER);
    const length = library.numbers(MOST_ANSWER);
    try {
      library.call('C_SignInit', this.#handle, named, this.#key);
      await library.callBeside('C_Sign', this.#handle, Buffer.from(input), input.length, answer, length);
    } catch (fault) {
      this.#drop();
      throw fault;
    }
    return new Uint8Array(answer.subarray(0, library.numberAt(length)));
  }

  /** Throws when the token is gone; opens the session anew where that helps. */
  probe(): void {
    if (!this.#open) this.open();
    try {
      this.#library.call('C_GetSessionInfo', this.#handle, Buffer.alloc(64));
    } catch (fault) {
      this.#drop();
      throw fault;
    }
  }

  close(): void {
    this.#drop();
    this.#library.close();
  }

  /** After a fault nobody knows what state a session is in; the next use opens another. */
  #drop(): void {
    if (!this.#open) return;
    this.#open = false;
    try {
      this.#library.call('C_CloseSession', this.#handle);
    } catch {
      // A session of a token that was pulled out is gone by itself.
    }
  }

  #slot(): number {
    const library = this.#library;
    const { token } = this.#setting;
    const count = library.numbers(0);
    library.call('C_GetSlotList', 1, null, count);
    const list = Buffer.alloc(library.numberBytes * Math.max(1, library.numberAt(count)));
    library.call('C_GetSlotList', 1, list, count);
    const slots = Array.from({ length: library.numberAt(count) }, (_, place) =>
      library.numberAt(list, place),
    );
    const fitting = slots.filter((slot) => token === undefined || this.#labelOf(slot) === token);
    const [slot, second] = fitting;
    if (slot === undefined || (token === undefined && second !== undefined)) {
      const labels = slots.map((one) => this.#labelOf(one)).join(', ');
      throw new KeyFault(
        `请指明设备标签；现有：${labels}`,
        `Name the token by its label; there are: ${labels}`,
      );
    }
    return slot;
  }

  /** CK_TOKEN_INFO begins with the label, 32 bytes filled up with blanks. */
  #labelOf(slot: number): string {
    const info = Buffer.alloc(512);
    this.#library.call('C_GetTokenInfo', slot, info);
    return info.subarray(0, 32).toString('utf8').trimEnd();
  }

  #find(kind: number): number | undefined {
    const library = this.#library;
    const label = Buffer.from(this.#setting.label);
    const wanted = [
      [CLASS, library.numbers(kind)],
      [LABEL, label],
    ] as const;
    library.call('C_FindObjectsInit', this.#handle, library.template(wanted), wanted.length);
    const found = library.numbers(0);
    const count = library.numbers(0);
    library.call('C_FindObjects', this.#handle, found, 1, count);
    library.call('C_FindObjectsFinal', this.#handle);
    return library.numberAt(count) === 0 ? undefined : library.numberAt(found);
  }
}
