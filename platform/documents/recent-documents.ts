import type { LoadedDocument, PlainDocument } from './document.ts';

/** At some four kilobytes each, room for two seconds of a busy server. */
const most = 8_000;

/**
 * Documents of one kind that this process has written lately. A list is as a rule judged moments after its last
 * paper has come, and reading a wide row back costs about as much as writing it.
 */
export class RecentDocuments {
  readonly #documents = new Map<string, LoadedDocument<PlainDocument>>();

  add(document: LoadedDocument<PlainDocument>): void {
    this.#documents.delete(document.key);
    this.#documents.set(document.key, document);
    if (this.#documents.size <= most) return;
    const [oldest] = this.#documents.keys();
    if (oldest !== undefined) this.#documents.delete(oldest);
  }

  /** The document of this key, if it is the one that came in this message. */
  get(key: string, messageId: string): LoadedDocument<PlainDocument> | undefined {
    const document = this.#documents.get(key);
    return document?.messageId === messageId ? document : undefined;
  }
}
