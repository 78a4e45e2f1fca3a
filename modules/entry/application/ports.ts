import type { CodeListName, CodeLists } from '#ceb';
import type { Rulebook } from '#clearance';
import type { DocumentHandler, MessageAnswer, Sender } from '#exchange';
import type { Bilingual } from '#kernel';
import type { Database } from '#postgres';
import type { Enterprise } from '#registry';

export interface EntryPorts {
  readonly database: Database;
  readonly now: () => Date;
  readonly handlers: readonly DocumentHandler[];
  /** The enterprise behind a customs code; undefined while it may not act. */
  readonly sender: (customsCode: string) => Promise<Sender | undefined>;
  readonly codeLists: CodeLists;
  /** The rules in force. */
  readonly rulebook: Rulebook;
  /** Enterprises by their customs codes, as far as they are registered. */
  readonly enterprises: (codes: ReadonlySet<string>) => Promise<ReadonlyMap<string, Enterprise>>;
  /** Takes a message in as one that came by HTTP is, though without a signature. */
  readonly take: (bytes: Buffer, sender: Sender) => Promise<MessageAnswer>;
  /** Name of who has an account; its id where there is none, as a key has. */
  readonly accountName: (id: string) => Promise<string>;
  /** The codes of a list that are in force. */
  readonly choicesOf: (list: CodeListName) => { code: string; zh: string; en: string }[];
  /** Name of a code of a code list. */
  readonly codeName: (list: CodeListName, code: string) => Bilingual | undefined;
}
