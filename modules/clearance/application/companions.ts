import type { ImportDeclaration } from '#ceb';
import type { Client } from '#postgres';
import type { JudgedFinding } from '../domain/results.ts';
import type { DecisionRecord } from '../storage/decisions.ts';

/** A list that may be released: by the rules just now, or by an officer who is about to. */
export interface ReleaseCandidate {
  /** Business key, as the table of lists makes it. */
  readonly key: string;
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly attempt: number;
  /** What is decided of it if nobody objects; a list that is held is shown so that others can begin their part. */
  readonly outcome: 'released' | 'held';
  /** The rules judge it just now; else it stands judged and is looked at once more. */
  readonly judged: boolean;
  /** Who declared it. */
  readonly recipient: string;
  readonly declaration: ImportDeclaration;
  /** CNY, decimal text; null when it was not computed. */
  readonly dutiableValue: string | null;
  readonly taxTotal: string | null;
  readonly acceptedAt: Date;
}

/**
 * Somebody besides customs who has a say in lists, or acts on what is decided of them. Asked once a batch, within its
 * transaction: with a handful of statements, however many lists there are.
 */
export interface Companion {
  readonly name: string;
  /**
   * Why lists may not be released yet, by business key; what is not named may. A list that the rules would release is
   * held (300) for these findings, and goes on by `reconsider` once none is left.
   */
  consent?(
    client: Client,
    candidates: readonly ReleaseCandidate[],
    at: Date,
  ): Promise<ReadonlyMap<string, readonly JudgedFinding[]>>;
  /** Told of every decision recorded in this transaction, whoever made it. */
  recorded?(client: Client, decisions: readonly DecisionRecord[]): Promise<void>;
}

/** What all of them object to, by business key. */
export async function objections(
  companions: readonly Companion[],
  client: Client,
  candidates: readonly ReleaseCandidate[],
  at: Date,
): Promise<ReadonlyMap<string, readonly JudgedFinding[]>> {
  const all = new Map<string, JudgedFinding[]>();
  if (candidates.length === 0) return all;
  for (const { consent } of companions) {
    if (!consent) continue;
    for (const [key, findings] of await consent(client, candidates, at)) {
      if (findings.length === 0) continue;
      const known = all.get(key);
      if (known) known.push(...findings);
      else all.set(key, [...findings]);
    }
  }
  return all;
}

/** Tells each of them what has been recorded. */
export async function tellRecorded(
  companions: readonly Companion[],
  client: Client,
  decisions: readonly DecisionRecord[],
): Promise<void> {
  if (decisions.length === 0) return;
  for (const { recorded } of companions) await recorded?.(client, decisions);
}
