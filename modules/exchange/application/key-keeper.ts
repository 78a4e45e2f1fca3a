import { type JournalEntry, record } from '#journal';
import type { Database } from '#postgres';
import { type KeyParameters, warnedBefore } from '../domain/key-life.ts';
import { takeEnding } from '../storage/certificates.ts';
import { takeExpiring } from '../storage/keys.ts';
import type { CertificateRing } from './certificate-ring.ts';
import type { KeyRing } from './keys.ts';

export interface KeyKeeping {
  readonly database: Database;
  readonly now: () => Date;
  readonly parameters: () => KeyParameters;
  readonly keys: Pick<KeyRing, 'noteUses'>;
  readonly certificates: Pick<CertificateRing, 'noteUses'>;
  readonly fault: (error: unknown) => void;
}

/** How often it is written down which keys were used, and looked which are about to expire (D). */
const everyMs = 60_000;

/** Writes down when keys were used, beside the requests and not in them, and tells their owners before they expire. */
export class KeyKeeper {
  readonly #keeping: KeyKeeping;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();

  constructor(keeping: KeyKeeping) {
    this.#keeping = keeping;
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.#round = this.#round.then(() => this.round()).catch(this.#keeping.fault);
    }, everyMs);
    this.#timer.unref();
  }

  /** What was used last is written down before it ends; where the database has gone, the last minute of it is lost. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#round;
    // Who stops the server says that the database has gone; a second voice would hide it.
    await this.#keeping.keys.noteUses().catch(() => undefined);
    await this.#keeping.certificates.noteUses().catch(() => undefined);
  }

  /** One round; several servers may have theirs at once, and each key is told of once. */
  async round(): Promise<void> {
    const { database, now, parameters, keys, certificates } = this.#keeping;
    await keys.noteUses();
    await certificates.noteUses();
    const at = now();
    const before = warnedBefore(at, parameters());
    await database.transaction(async (client) => {
      const expiring = await takeExpiring(client, at, before);
      const ending = await takeEnding(client, at, before);
      const told: JournalEntry[] = [
        ...expiring.map(({ keyId, customsCode, label, expiresAt }) => ({
          ...{ at, kind: 'key-expiring', subject: keyId },
          body: { enterprise: customsCode, keyId, label, expiresAt },
        })),
        ...ending.map(({ certificateId, customsCode, label, notAfter }) => ({
          ...{ at, kind: 'certificate-expiring', subject: certificateId },
          body: { enterprise: customsCode, certificateId, label, notAfter },
        })),
      ];
      if (told.length > 0) await record(client, told);
    });
  }
}
