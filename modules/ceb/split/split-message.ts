import { TABLES } from '../tables/tables.ts';
import type { MessageOf } from '../types.ts';

type SplitTable = Extract<
  (typeof TABLES)[number],
  { document: { head: { checks: { parts: { readonly key: readonly string[] } } } } }
>;

/** Roots of the messages that are split when their lists are long: 507, 509, 607, 701, 792. */
export type SplitRoot = SplitTable['root'];

/** A message of a kind that is split. */
export type SplitMessage = { [R in SplitRoot]: MessageOf<R> }[SplitRoot];

export type Fields = Readonly<Record<string, string | number | undefined>>;

/** A document of a split message before its type is known. */
export interface SplitDocument {
  readonly head: Fields;
  readonly items: readonly Fields[];
}

/** Fields of the head that tell which whole a part belongs to. */
export function keyOf(root: SplitRoot): readonly string[] {
  const table = TABLES.find((candidate): candidate is SplitTable => candidate.root === root);
  return table?.document.head.checks.parts.key ?? [];
}

export function documentsOf(message: SplitMessage): readonly SplitDocument[] {
  return message.documents;
}

/** The message with one document in place of its own; a signature holds for what was signed only, and is left out. */
export function withDocument<M extends SplitMessage>(message: M, guid: string, document: SplitDocument): M {
  const { signature: _, ...unsigned } = message;
  return { ...unsigned, guid, documents: [document] } as unknown as M;
}
