import type { Finding } from '#kernel';
import { KeyFault, type Signer, type SignerSetting, SigningPool } from '#signatures';
import { jsonFile, type KeyEntry, keySetting, openKey, unfitFile } from './key-entry.ts';

/** A key that failed is left alone for so long while there is another (D). */
const REST_MS = 10_000;

/** What the link to customs signs with: envelopes, and the messages of enterprises that do not sign themselves. */
export interface CustomsKeys {
  readonly signEnvelope: ((bytes: Uint8Array) => Promise<Signed>) | undefined;
  readonly signFor: (bytes: Uint8Array, customsCode: string) => Promise<Signed | undefined>;
  readonly health: () => Promise<
    { for: string; certificateNumber: string; ready: boolean; reason?: string | undefined }[]
  >;
  close(): Promise<void>;
}

type Signed = Uint8Array | readonly Finding[];

/**
 * Reads the file of `CHAMA_CUSTOMS_KEYS`:
 * `{"transport":[{"p12":"node.p12","passwordFile":"node.pin"}],"enterprises":{"5301363602":[{"key":"…","certificate":"…"}]}}`.
 * Several keys take turns, and one that fails leaves its turn to the next. Throws OperatorError for whatever the operator
 * has to mend.
 */
export async function customsKeys(file: string): Promise<CustomsKeys> {
  const { transport = [], enterprises = {} } = (await jsonFile(file)) as {
    transport?: unknown;
    enterprises?: unknown;
  };
  const pool = new SigningPool();
  const rings = new Map<string, KeyRing>();
  if (typeof enterprises !== 'object' || enterprises === null || Array.isArray(enterprises))
    throw unfitFile(file, '的 enterprises 应为企业代码到密钥的对照', 'needs enterprises by customs code');
  for (const [whose, entries] of Object.entries({ transport, ...enterprises }))
    rings.set(whose, await KeyRing.open(file, whose, entries, pool));
  const nodes = rings.get('transport');
  return {
    signEnvelope: nodes?.filled ? (bytes) => nodes.sign(bytes, true) : undefined,
    signFor: async (bytes, customsCode) =>
      customsCode === 'transport' ? undefined : rings.get(customsCode)?.sign(bytes, false),
    health: async () => (await Promise.all([...rings.values()].map((ring) => ring.health()))).flat(),
    close: async () => {
      await pool.close();
      for (const ring of rings.values()) await ring.close();
    },
  };
}

interface Key {
  readonly setting: SignerSetting;
  /** Opened here too, so that a wrong key is seen at the start, and its health later. */
  readonly signer: Signer;
  restsUntil: number;
}

/** The keys that sign for one holder. */
class KeyRing {
  readonly #whose: string;
  readonly #keys: readonly Key[];
  readonly #pool: SigningPool;
  #turn = 0;

  private constructor(whose: string, keys: readonly Key[], pool: SigningPool) {
    this.#whose = whose;
    this.#keys = keys;
    this.#pool = pool;
  }

  static async open(file: string, whose: string, entries: unknown, pool: SigningPool): Promise<KeyRing> {
    if (!Array.isArray(entries))
      throw unfitFile(file, `中 ${whose} 应为密钥的列表`, `needs a list of keys for ${whose}`);
    const keys: Key[] = [];
    for (const entry of entries as KeyEntry[]) {
      const setting = await keySetting(file, entry);
      keys.push({ setting, signer: await openKey(file, whose, setting), restsUntil: 0 });
    }
    return new KeyRing(whose, keys, pool);
  }

  get filled(): boolean {
    return this.#keys.length > 0;
  }

  /** Signs on another thread; rejects with KeyFault when none of the keys can. */
  async sign(bytes: Uint8Array, nameOnly: boolean): Promise<Signed> {
    const now = performance.now();
    this.#turn += 1;
    const inTurn = this.#keys.map((_, i) => this.#keys[(i + this.#turn) % this.#keys.length] as Key);
    const rested = inTurn.filter(({ restsUntil }) => restsUntil <= now);
    let failed: unknown;
    for (const key of rested.length > 0 ? rested : inTurn) {
      try {
        const signed = await this.#pool.sign(bytes, { signer: key.setting, nameOnly });
        return 'bytes' in signed ? signed.bytes : signed.findings;
      } catch (fault) {
        if (!(fault instanceof KeyFault)) throw fault;
        key.restsUntil = now + REST_MS;
        failed = fault;
      }
    }
    throw failed;
  }

  async health() {
    return Promise.all(
      this.#keys.map(async ({ signer }) => {
        const { ready, reason } = await signer.health();
        return { for: this.#whose, certificateNumber: signer.certificateNumber, ready, reason };
      }),
    );
  }

  async close(): Promise<void> {
    for (const { signer } of this.#keys) await signer.close();
  }
}
