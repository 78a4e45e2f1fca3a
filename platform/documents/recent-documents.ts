import type { LoadedDocument, PlainDocument } from './document.ts';

/**
 * Characters of text of one kind of document at most (D): at some one and a half thousand a list, two seconds of
 * a busy server. In memory a document takes about four bytes for each.
 */
const mostCharacters = 16 * 1024 * 1024;

interface Kept {
  readonly document: LoadedDocument<PlainDocument>;
  readonly size: number;
}

/**
 * Documents of one kind that this process has written lately. A list is as a rule judged moments after its last
 * paper has come, and reading a wide row back costs about as much as writing it.
 */
export class RecentDocuments {
  readonly #most: number;
  readonly #kept = new Map<string, Kept>();
  #characters = 0;

  /** @param most characters of text kept at most */
  constructor(most = mostCharacters) {
    this.#most = most;
  }

  /** @param size characters of the document's text; the oldest documents give way to it */
  add(document: LoadedDocument<PlainDocument>, size: number): void {
    this.#drop(document.key);
    if (size > this.#most) return;
    this.#kept.set(document.key, { document, size });
    this.#characters += size;
    for (const oldest of this.#kept.keys()) {
      if (this.#characters <= this.#most) break;
      this.#drop(oldest);
    }
  }

  /** The document of this key, if it is the one that came in this message. */
  get(key: string, messageId: string): LoadedDocument<PlainDocument> | undefined {
    const document = this.#kept.get(key)?.document;
    return document?.messageId === messageId ? document : undefined;
  }

  #drop(key: string): void {
    const kept = this.#kept.get(key);
    if (!kept) return;
    this.#kept.delete(key);
    this.#characters -= kept.size;
  }
}
