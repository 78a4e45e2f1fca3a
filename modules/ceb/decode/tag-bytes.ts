/** A tag as it stands in the bytes of a message, ready to be compared four bytes at a time. */
export interface TagBytes {
  readonly length: number;
  /** Little-endian words from its start; the last one holds its last four bytes. */
  readonly words: Int32Array;
}

/**
 * Makes a tag ready. Names in the tables are ASCII, prefixes that are not are never read quickly, and no tag is
 * shorter than the four bytes of `<a/>`.
 */
export function tagBytes(tag: string): TagBytes {
  const { length } = tag;
  const view = new DataView(Uint8Array.from(tag, (character) => character.charCodeAt(0)).buffer);
  const words = Int32Array.from({ length: Math.ceil(length / 4) }, (_, word) =>
    view.getInt32(Math.min(word * 4, length - 4), true),
  );
  return { length, words };
}
