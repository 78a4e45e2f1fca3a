import { KeyFault } from '../../portable/key-fault.ts';
import type { Signer, SignerHealth } from '../../portable/signer.ts';

export interface SignerPoolSettings {
  /** How long a key that failed is left alone, milliseconds. Default 10 seconds (D). */
  readonly restMs?: number;
  readonly now?: () => Date;
}

/** One key of the pool, and until when it is left alone. */
interface Member {
  readonly signer: Signer;
  restsUntil: number;
  reason: string;
}

const REST_MS = 10_000;

/**
 * Several keys behind one interface: a U-key signs about 250 documents a minute, and one that is pulled out must not
 * stop the rest. Keys take turns; one that fails is left alone for a while and the next one is asked; a key comes
 * back once its time is up and its health says that it is ready. Rejects with KeyFault when no key can sign.
 */
export function poolSigners(signers: readonly Signer[], settings: SignerPoolSettings = {}): Signer {
  const [first] = signers;
  if (!first) throw new KeyFault('签名池中没有密钥', 'There is no key in the pool');
  return new SignerPool(first, signers, settings);
}

class SignerPool implements Signer {
  readonly certificateNumber: string;
  readonly certificate?: Uint8Array;
  readonly algorithm: Signer['algorithm'];
  readonly #members: readonly Member[];
  readonly #restMs: number;
  readonly #now: () => Date;
  #turn = 0;

  constructor(first: Signer, signers: readonly Signer[], { restMs = REST_MS, now }: SignerPoolSettings) {
    this.certificateNumber = first.certificateNumber;
    if (first.certificate) this.certificate = first.certificate;
    this.algorithm = first.algorithm;
    this.#members = signers.map((signer) => ({ signer, restsUntil: 0, reason: '' }));
    this.#restMs = restMs;
    this.#now = now ?? (() => new Date());
  }

  /** Signs with a key of the certificate the pool names; where the keys have several, `lend` is meant. */
  sign(bytes: Uint8Array): Promise<Uint8Array> {
    const same = ({ signer }: Member): boolean => signer.certificateNumber === this.certificateNumber;
    return this.#try(this.#members.filter(same), (signer) => signer.sign(bytes));
  }

  lend<T>(work: (signer: Signer) => Promise<T>): Promise<T> {
    return this.#try(this.#members, work);
  }

  async #try<T>(members: readonly Member[], work: (signer: Signer) => Promise<T>): Promise<T> {
    const from = this.#turn;
    this.#turn += 1;
    const reasons: string[] = [];
    for (let step = 0; step < members.length; step++) {
      const member = members[(from + step) % members.length];
      if (!member) continue;
      try {
        if (await this.#ready(member)) return await work(member.signer);
      } catch (fault) {
        this.#rest(member, fault instanceof Error ? fault.message : String(fault));
      }
      reasons.push(`${member.signer.certificateNumber}: ${member.reason}`);
    }
    const all = reasons.join('; ');
    throw new KeyFault(`没有可用的签名密钥（${all}）`, `No key can sign now (${all})`);
  }

  async #ready(member: Member): Promise<boolean> {
    const now = this.#now().getTime();
    if (member.restsUntil === 0) return true;
    if (member.restsUntil > now) return false;
    const { ready, reason } = await member.signer.health();
    if (ready) member.restsUntil = 0;
    else this.#rest(member, reason ?? '');
    return ready;
  }

  #rest(member: Member, reason: string): void {
    member.restsUntil = this.#now().getTime() + this.#restMs;
    member.reason = reason;
  }

  /** Ready while one key is. */
  async health(): Promise<SignerHealth> {
    const each = await Promise.all(this.#members.map(({ signer }) => signer.health()));
    const down = each.flatMap(({ ready, reason = '' }, place) =>
      ready ? [] : [`${this.#members[place]?.signer.certificateNumber}: ${reason}`],
    );
    return {
      ready: down.length < each.length,
      checkedAt: this.#now(),
      ...(down.length === 0 ? {} : { reason: down.join('; ') }),
    };
  }

  async close(): Promise<void> {
    await Promise.all(this.#members.map(({ signer }) => signer.close()));
  }
}
