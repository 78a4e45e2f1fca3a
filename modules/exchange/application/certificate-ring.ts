import type { Caller } from '#access';
import type { ClientCertificate } from '#http';
import type { Database } from '#postgres';
import {
  certificatesBy,
  noteCertificateUses,
  proveCertificate,
  type RegisteredCertificate,
} from '../storage/certificates.ts';

/** How long a look-up is believed; a revoked certificate works on for at most this long. */
const trustMs = 5_000;

/** Under which names a certificate may be registered: itself; and its subject, where an authority vouches for it. */
const identitiesOf = (shown: ClientCertificate): string[] => [
  shown.fingerprint,
  ...(shown.vouchedFor ? [subjectIdentity(shown)] : []),
];

export const subjectIdentity = ({ subject, issuer }: Pick<ClientCertificate, 'subject' | 'issuer'>): string =>
  `${subject}; issued by ${issuer}`;

/** Looks up whose certificates are shown, remembering each for a few seconds. */
export class CertificateRing {
  readonly #database: Database;
  readonly #known = new Map<string, { rows: readonly RegisteredCertificate[]; until: number }>();
  #uses = new Map<string, Date>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Who may come in with this certificate alone; undefined for one that is unknown, over, or opens nothing by itself. */
  async caller(shown: ClientCertificate, now: Date): Promise<Caller | undefined> {
    const rows = await this.#look(shown, now);
    const good = rows.find(({ provenAt, scopes }) => provenAt !== null && scopes !== null);
    if (!good?.scopes) return undefined;
    const { certificateId: id, customsCode, scopes: keyScopes } = good;
    this.#uses.set(id, now);
    return { by: 'certificate', id, role: 'enterprise', customsCode, keyScopes };
  }

  /**
   * Whether this certificate is registered by this enterprise, one of whose keys comes with it. The first time proves
   * that who registered it holds its key.
   */
  async isOf(shown: ClientCertificate, customsCode: string, now: Date): Promise<boolean> {
    const own = (await this.#look(shown, now)).find((row) => row.customsCode === customsCode);
    if (!own) return false;
    this.#uses.set(own.certificateId, now);
    if (own.provenAt === null) {
      await proveCertificate(this.#database, own.certificateId, now);
      this.#known.delete(nameOf(shown));
    }
    return true;
  }

  /** Writes down which were used since it was last called. */
  async noteUses(): Promise<void> {
    const uses = this.#uses;
    this.#uses = new Map();
    await noteCertificateUses(this.#database, uses);
  }

  async #look(shown: ClientCertificate, now: Date): Promise<readonly RegisteredCertificate[]> {
    if (now < shown.notBefore || now >= shown.notAfter) return [];
    const name = nameOf(shown);
    const known = this.#known.get(name);
    if (known && known.until > now.getTime()) return known.rows;
    const rows = await certificatesBy(this.#database, identitiesOf(shown));
    // Anybody can make certificates: they must not fill the memory.
    if (this.#known.size >= 10_000) this.#known.clear();
    this.#known.set(name, { rows, until: now.getTime() + trustMs });
    return rows;
  }
}

const nameOf = ({ fingerprint, vouchedFor }: ClientCertificate): string => `${fingerprint}${vouchedFor}`;
