import type { Finding } from '#kernel';
import type { Owner } from '../../portable/owner.ts';
import type { Verdict } from '../../portable/verdict.ts';
import type { SignerSetting } from '../signers/open-signer.ts';

/** What a thread is started with. */
export interface ThreadSettings {
  /** Folder of whom to trust; without one issuers are judged only where `always` asks for it, and then nobody is trusted. */
  readonly trustFolder?: string | undefined;
}

/** What a verification on another thread goes by; all of it can be sent there. */
export interface VerifyJob {
  readonly at?: Date;
  readonly owner?: Owner;
  readonly mandatory?: 'standard' | 'every-declaration';
  /**
   * `always`: who leads to nobody trusted is untrusted, even where the folder trusts nobody. `if-any` (default): a
   * folder that trusts nobody judges nobody, so that trust can be set up after the first messages.
   */
  readonly judge?: 'always' | 'if-any';
}

export interface SignJob {
  readonly signer: SignerSetting;
  readonly variant?: boolean;
  readonly nameOnly?: boolean;
}

export type Job =
  | { readonly kind: 'verify'; readonly bytes: Uint8Array; readonly options: VerifyJob }
  | { readonly kind: 'sign'; readonly bytes: Uint8Array; readonly options: SignJob };

export type Result = Verdict | { readonly bytes: Uint8Array } | { readonly findings: readonly Finding[] };

/** What a thread says once, when it can take messages. */
export interface Ready {
  readonly ready: true;
}

/** What a thread answers to a numbered job. */
export type Answer =
  | { readonly id: number; readonly result: Result }
  | {
      readonly id: number;
      readonly fault: { readonly zh: string; readonly en: string } | { readonly message: string };
    };
