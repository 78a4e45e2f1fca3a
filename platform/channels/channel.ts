import { createHash } from 'node:crypto';
import type { Bilingual } from '#kernel';

/** One thing handed over whole: bytes under a name. */
export interface Piece {
  /** A plain file name of at most 200 bytes in UTF-8; the same piece keeps its name however often it is given. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A receiving that is going on. */
export interface Receiving {
  /** Takes no further piece, waits for the pieces in hand, and leaves the rest where it lies. */
  stop(): Promise<void>;
}

/** Whether a channel can be used now, and what lies in it. */
export interface ChannelHealth {
  readonly state: 'up' | 'down';
  /** The address without its password. */
  readonly address: string;
  /** Why it is down, and what to do. */
  readonly problem?: Bilingual;
  /** Pieces that wait to be received here; absent where the medium does not say. */
  readonly waiting?: number;
  /** Pieces set aside here after their last try; they stay until the operator looks at them. */
  readonly failed?: number;
  /** Pieces of ours the other side has not taken yet; absent where the medium does not say. */
  readonly outgoing?: number;
}

/**
 * A medium that carries pieces to another party and back, **at least once**: a piece is given again until it has
 * been handled, and may be given again afterwards when either side dies at the wrong moment. Who must not act twice
 * keeps the identities of what was handled (`pieceIdentity`), in the same transaction as the act.
 */
export interface Channel {
  /**
   * Hands a piece over; resolves when the hand-over is durable, so that no crash of either side loses it.
   * After a rejection (`ChannelError`) the piece may or may not have gone: send it again under the same name.
   */
  send(piece: Piece): Promise<void>;
  /**
   * Gives every piece that arrives to `handle`, again and again with growing pauses until it resolves. After the last
   * try the piece is set aside with a note. One receiving at a time; order is kept where the medium keeps it and
   * `atOnce` is 1.
   */
  receive(handle: (piece: Piece) => Promise<void>): Receiving;
  health(): Promise<ChannelHealth>;
  /** Stops receiving and lets go of the medium. */
  close(): Promise<void>;
}

/** The medium did not do what was asked; what the operator can do about it is said in both languages. */
export class ChannelError extends Error {
  readonly sentence: Bilingual;

  constructor(sentence: Bilingual, cause?: unknown) {
    super(sentence.en, cause === undefined ? undefined : { cause });
    this.name = 'ChannelError';
    this.sentence = sentence;
  }
}

/** The answer to whoever uses a channel after its end. */
export function closedError(): ChannelError {
  return new ChannelError({ zh: '通道已关闭。', en: 'The channel is closed.' });
}

/**
 * Thrown by a handler that can take nothing at all just now (its database is out of reach, say): the try does not
 * count against the piece, and receiving pauses. Without it an outage here would set every waiting piece aside.
 */
export class NotReadyError extends Error {
  constructor(cause?: unknown) {
    super('The receiver can take nothing at present', cause === undefined ? undefined : { cause });
    this.name = 'NotReadyError';
  }
}

/** What tells a piece for good: its name and the SHA-256 of its bytes, `name sha256-hex`. */
export function pieceIdentity({ name, bytes }: Piece): string {
  return `${name} ${createHash('sha256').update(bytes).digest('hex')}`;
}

/** A design limit (D): file systems take 255 bytes, and collisions, temporary files and notes need room behind. */
const LONGEST_NAME = 200;

/** Whether a name can be carried by every medium: no path, no hidden file, no control character, not too long. */
export function isPieceName(name: string): boolean {
  return (
    name !== '' &&
    Buffer.byteLength(name) <= LONGEST_NAME &&
    !/^[.~]|[/\\\p{Cc}\p{Cs}]|\.(tmp|part|temp|filepart)$/iu.test(name)
  );
}

/** Refuses a name before the medium has to. */
export function requirePieceName(name: string): void {
  if (!isPieceName(name)) {
    throw new ChannelError({
      zh: `“${name.slice(0, 80)}”不能作文件名：不超过 ${LONGEST_NAME} 字节，不含路径和控制字符，不以 . 或 ~ 开头，不以 .tmp、.part 结尾。`,
      en: `"${name.slice(0, 80)}" cannot be the name of a piece: at most ${LONGEST_NAME} bytes, no path, no control character, not beginning with . or ~, not ending in .tmp or .part.`,
    });
  }
}
