import type { Client } from '#postgres';
import type { ReviewFinding } from '../domain/assess-export.ts';
import type { ExportList } from '../domain/dossier.ts';
import type { ExportKey } from '../domain/export-list.ts';

/** An export list that may be released: by the rules just now, or by an officer who is about to. */
export interface ExportCandidate extends ExportKey {
  /** Business key, as the table of lists makes it. */
  readonly key: string;
  readonly attempt: number;
  /** What is decided of it if nobody objects; a list that is held is shown so that others can begin their part. */
  readonly outcome: 'released' | 'held';
  /** Who declared it. */
  readonly recipient: string;
  readonly list: ExportList;
  /** CNY, decimal text; null where the goods are in another currency. */
  readonly valueCny: string | null;
  readonly acceptedAt: Date;
}

/**
 * Somebody besides customs who has a say in export lists, as companions have in imports: asked once a batch, within its
 * transaction, with a handful of statements. Who acts on what becomes of lists is a follower.
 */
export interface ExportCompanion {
  readonly name: string;
  /** Why lists may not be released yet, by business key; what is not named may. */
  consent(
    client: Client,
    candidates: readonly ExportCandidate[],
    at: Date,
  ): Promise<ReadonlyMap<string, readonly ReviewFinding[]>>;
}

/** What all of them object to, by business key. */
export async function exportObjections(
  companions: readonly ExportCompanion[],
  client: Client,
  candidates: readonly ExportCandidate[],
  at: Date,
): Promise<ReadonlyMap<string, readonly ReviewFinding[]>> {
  const all = new Map<string, readonly ReviewFinding[]>();
  if (candidates.length === 0) return all;
  for (const { consent } of companions)
    for (const [key, findings] of await consent(client, candidates, at))
      if (findings.length > 0) all.set(key, [...(all.get(key) ?? []), ...findings]);
  return all;
}
