import type { Finding } from '#kernel';
import { disagreements } from './agreement.ts';
import { contentOf } from './content.ts';
import { type DecodedEnvelope, decodeEnvelope, type EnvelopeLimits } from './decode-envelope.ts';
import type { DxpMsg, DxpRep } from './envelope.ts';

/** What came out of an envelope. */
export interface Unwrapped extends Omit<DecodedEnvelope, 'findings'> {
  /** What breaks the schema of the envelope, or, where nothing does, how envelope and message disagree. */
  readonly findings: readonly Finding[];
  /** The envelope of the business message; of a DxpMsgSv, the one inside. */
  readonly dxpMsg?: DxpMsg;
  /** The exchange platform's answer, where it is one; it holds no message. */
  readonly dxpRep?: DxpRep;
  /** The business message as it was sent; to be judged by `decode`, or read as a receipt. */
  readonly message?: Uint8Array;
  /** Local name of its root element; absent if it is no XML. */
  readonly messageRoot?: string;
}

/**
 * Takes a message out of its envelope. `valid` is the verdict on the envelope's structure alone; the findings of a
 * valid one say where envelope and message disagree (another sender, −301008; another type; no receiver at customs;
 * an envelope in the envelope). Never throws on bad input.
 */
export function unwrap(bytes: Uint8Array, limits: EnvelopeLimits = {}): Unwrapped {
  const decoded = decodeEnvelope(bytes, limits);
  const { envelope } = decoded;
  if (envelope === undefined) return decoded;
  if (envelope.root === 'DxpRep') return { ...decoded, dxpRep: envelope };
  const dxpMsg = envelope.root === 'DxpMsg' ? envelope : envelope.DxpMsg;
  const path = envelope.root === 'DxpMsg' ? 'TransInfo' : 'DxpMsg/TransInfo';
  const content = contentOf(dxpMsg.Data);
  const disagree = disagreements(dxpMsg.TransInfo, content, path);
  return {
    ...decoded,
    findings: [...decoded.remarks, ...disagree],
    dxpMsg,
    message: dxpMsg.Data,
    ...(content.root === undefined ? {} : { messageRoot: content.root }),
  };
}
