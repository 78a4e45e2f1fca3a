import type { DigestName, SignatureSuite } from '#ceb';
import type { Finding } from '#kernel';

/** Whose certificate a signature was made with, as far as that is known. */
export interface SignerSeen {
  /** Number of the certificate, hexadecimal. */
  readonly number: string;
  readonly subject: string;
  readonly issuer: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Codes of the enterprises it belongs to. */
  readonly owners: readonly string[];
  /** `not-judged` where nobody said whom to trust. */
  readonly trust: 'pinned' | 'chain' | 'untrusted' | 'not-judged';
}

/** What a verification found. */
export interface Verdict {
  /** The message carries a signature, and there is nothing against it. */
  readonly verified: boolean;
  /**
   * There is nothing against the message: no finding. An unsigned message that need not be signed is in order too, so
   * whoever asks whether somebody vouches for a message asks `verified`.
   */
  readonly ok: boolean;
  /** The message carries a signature, whatever there is against it. */
  readonly signed: boolean;
  /** Local name of the root element, where the message could be read. */
  readonly root?: string;
  readonly findings: readonly Finding[];
  /** Worth knowing, and not held against the message. */
  readonly notes: readonly Finding[];
  /** What the signature says of itself, where it is of the specified form. */
  readonly signature?: {
    readonly suite: SignatureSuite;
    readonly digest: DigestName;
    readonly signatureMethod: string;
    readonly digestMethod: string;
    readonly keyName: string | undefined;
  };
  readonly signer?: SignerSeen;
}
