import type { Bilingual } from '#kernel';

/** A group of events an enterprise may subscribe to. */
export interface KindGroup {
  readonly group: string;
  /** The kinds of it, behind the dot; undefined where every CEB message type is one. */
  readonly members: readonly string[] | undefined;
  readonly text: Bilingual;
}
