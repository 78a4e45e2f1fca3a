import type { StoredHead } from '#documents';
import type { Sender } from './handler.ts';

/** A version of a document in whose place another has come: its message keeps it, and this tells which message. */
export interface SupersededDocument {
  readonly orderNo: string;
  readonly root: string;
  /** The fields of the business key after the order number, as JSON text. */
  readonly key: string;
  readonly guid: string;
  readonly appType: string;
  readonly sender: string;
  readonly sentFor: string | null;
  readonly messageId: string;
  readonly receivedAt: string;
}

/** How a business key stands here. @param key as a table of documents makes it, the order number first */
export const keyAfterOrderNo = (key: string): string => JSON.stringify(key.split('\u0000').slice(1));

interface HeadFields {
  readonly guid: string;
  readonly appType: string;
}

/** A document on its way in, as far as it tells whose version it is. */
interface Arriving {
  readonly document: { readonly head: object };
  readonly sender: Sender;
  readonly sentFor?: string | undefined;
  readonly messageId: string;
  readonly receivedAt: Date;
}

/** What a document takes the place of: what was on file, or what came earlier in the same batch. */
export function supersededBy(
  { handler, key, orderNo }: { handler: { root: string }; key: string; orderNo: string },
  before: Arriving | StoredHead,
): SupersededDocument {
  const { messageId, sentFor = null } = before;
  const { guid, appType } = 'document' in before ? (before.document.head as HeadFields) : before;
  return {
    ...{ orderNo, root: handler.root, key: keyAfterOrderNo(key), guid, appType, sentFor, messageId },
    sender: typeof before.sender === 'string' ? before.sender : before.sender.customsCode,
    receivedAt: before.receivedAt.toISOString(),
  };
}
