import type { Client } from '#postgres';
import type { ExportMove } from '../domain/export-list.ts';

/**
 * Whoever acts on what becomes of export lists: told in the transaction that moves them, once a batch, with a handful of
 * statements however many lists there are. What it throws undoes the step.
 */
export interface ExportFollower {
  readonly name: string;
  moved(client: Client, moves: readonly ExportMove[]): Promise<void>;
}

/** Tells each of them what has happened. */
export async function tellFollowers(
  followers: readonly ExportFollower[],
  client: Client,
  moves: readonly ExportMove[],
): Promise<void> {
  if (moves.length === 0) return;
  for (const follower of followers) await follower.moved(client, moves);
}
