import type { CebMessage, DocumentFinding } from '#ceb';
import type { Finding } from '#kernel';
import type { Sender } from './handler.ts';

/** How signatures count: not at all, as something told and kept, or as a condition. */
export type SignaturePolicy = 'off' | 'report' | 'require';

/**
 * What is wrong with the signature of a message of sound structure; nothing where it is in order or none is needed.
 * Plugged in from outside, since it happens on other threads and rests on whom the operator trusts.
 */
export type SignatureCheck = (
  message: CebMessage,
  bytes: Buffer,
  sender: Sender,
) => Promise<readonly Finding[]>;

export interface SignatureSettings {
  readonly policy: SignaturePolicy;
  readonly check: SignatureCheck;
  /** The standard's code for a signature that fails, by root. */
  readonly returnCode: (root: string) => string;
  /** Told when a check itself fails where signatures are only reported. */
  readonly fault: (error: unknown) => void;
}

/** What was found of a signature: told and kept, and held against each document where signatures are required. */
export interface SignatureVerdict {
  readonly reported: readonly Finding[];
  readonly held: readonly DocumentFinding[];
}

const IN_ORDER: SignatureVerdict = { reported: [], held: [] };

/** Looks at a signature as the policy has it. A check that fails stops only messages that need it. */
export async function judgeSignature(
  settings: SignatureSettings | undefined,
  message: CebMessage,
  bytes: Buffer,
  sender: Sender,
): Promise<SignatureVerdict> {
  if (!settings || settings.policy === 'off') return IN_ORDER;
  const { policy, check, returnCode, fault } = settings;
  if (policy === 'require') {
    const found = await check(message, bytes, sender);
    const code = returnCode(message.root);
    return { reported: [], held: found.map((finding) => ({ index: -1, finding, returnCode: code })) };
  }
  try {
    return { reported: await check(message, bytes, sender), held: [] };
  } catch (error) {
    fault(error);
    return IN_ORDER;
  }
}
