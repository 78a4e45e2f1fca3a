import type { CebMessage, DocumentFinding } from '#ceb';
import type { Finding } from '#kernel';
import type { ListOutcome } from '../http/schemas.ts';
import type { PaperOutcome } from './batch.ts';
import type { Sender } from './handler.ts';

/** What the sender is told, document by document, once everything is durable. */
export interface MessageAnswer {
  readonly messageId: string;
  readonly root: string | undefined;
  readonly guid: string | undefined;
  readonly verdict: 'taken' | 'refused';
  readonly findings: readonly Finding[];
  readonly documents: readonly (PaperOutcome & {
    readonly index: number;
    readonly key: Readonly<Record<string, string>>;
  })[];
  /** Waits for what becomes of its lists, in place of the house's own judgement of them. */
  readonly outcomes?: (waitMs: number, signal: AbortSignal) => Promise<readonly (ListOutcome | undefined)[]>;
}

/** A message of sound structure that its sender may send, before anything of it is kept. */
export interface IncomingMessage {
  readonly message: CebMessage;
  readonly bytes: Buffer;
  readonly sender: Sender;
  readonly messageId: string;
  readonly receivedAt: Date;
  /** The bytes as they are kept in evidence. */
  readonly evidence: Promise<Buffer>;
  /** What is wrong with its fields. */
  readonly check: () => readonly DocumentFinding[];
}

/**
 * Takes messages in that are not the house's to judge, e.g. those whose outcome a tester has scripted. It keeps their
 * evidence itself and answers after its commit; undefined for a message it leaves to the house.
 */
export type Elsewhere = (incoming: IncomingMessage) => Promise<MessageAnswer | undefined>;
