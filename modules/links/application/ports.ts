import type { ReceiptRecord } from '#exchange';
import type { Bilingual, Finding } from '#kernel';
import type { Client, Database } from '#postgres';
import type { Patience } from '../domain/patience.ts';
import type { Fields } from '../domain/references.ts';

/** One receipt as an agency wrote it, whatever it left out. */
export interface AgencyReceipt {
  /** e.g. `CEB622` */
  readonly type: string;
  readonly fields: Fields;
  /** Of a message with goods lines, such as a tax bill, these under the name of their element. */
  readonly items?: { readonly name: string; readonly rows: readonly Fields[] } | undefined;
  /** What deviates from the standard. */
  readonly findings: readonly Finding[];
}

/** What the agency's network says of a message it was handed. */
export interface NetworkResponse {
  readonly copMsgId: string;
  /** Digits; 0001 to 3999 of the network's catalogue are errors. */
  readonly code: string;
  readonly info: string;
}

/** A piece that came from an agency, taken out of its envelope. */
export type Opened =
  | {
      readonly kind: 'receipts';
      readonly receipts: readonly AgencyReceipt[];
      readonly findings: readonly Finding[];
    }
  | {
      readonly kind: 'response';
      readonly responses: readonly NetworkResponse[];
      readonly findings: readonly Finding[];
    }
  | { readonly kind: 'unreadable'; readonly findings: readonly Finding[] };

/** How messages are put into envelopes and taken out of them; knows the agency's form and nobody's business. */
export interface Mail {
  /** The envelope around a message, or why there can be none. */
  enclose(
    message: Uint8Array,
    to: { readonly copMsgId: string; readonly senderId: string; readonly root: string; readonly at: Date },
  ): Promise<Uint8Array | readonly Finding[]>;
  open(bytes: Uint8Array): Opened;
  /**
   * The message signed for its sender where the operator holds a key of that enterprise, or why it cannot be signed;
   * else undefined.
   */
  sign(message: Uint8Array, sender: string): Promise<Uint8Array | readonly Finding[] | undefined>;
}

/** What an agency says of one document. */
export interface AgencyAnswer {
  /** Business key, as the document's table makes it. */
  readonly key: string;
  readonly orderNo: string;
  /** The message the answer is to. */
  readonly messageId: string;
  readonly returnStatus: string;
  /** YYYYMMDDhhmmssSSS by the agency's clock. */
  readonly returnTime: string;
  readonly returnInfo: string;
  readonly at: Date;
  /** A newer one came before it: it is noted and moves nothing. */
  readonly late: boolean;
  readonly preNo?: string | undefined;
  readonly invtNo?: string | undefined;
}

/** What an agency sends of a document without being asked, such as a tax bill. */
export interface AgencyPush {
  /** e.g. `CEB816` */
  readonly type: string;
  readonly orderNo: string;
  /** Fields of the document's head, as it was handed on. */
  readonly named: Fields;
  /** Fields of the push, and of its lines where it has any. */
  readonly fields: Fields;
  readonly rows: readonly Fields[];
}

/** Takes pushes in, in the caller's transaction; answers what is found wrong with each, in their order. */
export type Pushed = (
  client: Client,
  pushes: readonly AgencyPush[],
  at: Date,
) => Promise<readonly (readonly Finding[])[]>;

/** Records answers in the caller's transaction; what it returns is done after the commit. */
export type Answered = (client: Client, answers: readonly AgencyAnswer[]) => Promise<() => void>;

export interface LinkPorts {
  readonly database: Database;
  readonly now: () => Date;
  /** Whom messages go to, e.g. `customs`. */
  readonly agency: string;
  readonly mail: Mail;
  readonly patience: Patience;
  /** Whether a document has to be advised on before its message goes. */
  readonly advises: (root: string, head: object) => boolean;
  /** By root of the declaration, who is told of answers. */
  readonly answered: ReadonlyMap<string, Answered>;
  /** By type, who is told of pushes. */
  readonly pushed: ReadonlyMap<string, Pushed>;
  /** YYYYMMDDhhmmssSSS, China time. */
  readonly returnTime: (at: Date) => string;
  readonly addReceipts: (client: Client, receipts: readonly ReceiptRecord[]) => Promise<void>;
  /** The message as it came; undefined where there is none. */
  readonly evidence: (sender: string, messageId: string) => Promise<Uint8Array | undefined>;
  /** Told after each commit. */
  readonly receiptsWritten: (recipients: ReadonlySet<string>) => void;
  readonly fault: (error: unknown) => void;
}

/** The identity a message is sent under, on every try. */
export const copMsgIdOf = (messageId: string): string => messageId.toUpperCase();

/** The message behind an identity; undefined for what is none of ours. */
export function messageIdOf(copMsgId: string): string | undefined {
  const id = copMsgId.trim().toLowerCase();
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(id) ? id : undefined;
}

/** A finding of the link itself. */
export const linkFinding = (code: string, path: string, message: Bilingual, remedy: Bilingual): Finding => ({
  code,
  level: 'business',
  path,
  message,
  remedy,
});
