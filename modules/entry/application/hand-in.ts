import { randomUUID } from 'node:crypto';
import type { EnterpriseCaller } from '#access';
import type { PlainDocument } from '#documents';
import type { MessageAnswer } from '#exchange';
import { record } from '#journal';
import { type PaperKind, roots } from '../domain/kinds.ts';
import { addHandIn } from '../storage/hand-ins.ts';
import { activeSender } from './active-sender.ts';
import type { EntryPorts } from './ports.ts';
import { messageOf } from './writing.ts';

/** A document somebody wants handed in; its head bears `guid`. */
export interface TypedDocument {
  readonly kind: PaperKind;
  readonly document: PlainDocument;
  readonly reason?: string;
}

export const newGuid = (): string => randomUUID().toUpperCase();

/**
 * Hands one document in as a message of the enterprise, the way every message goes. Who does it is written down first: a
 * server that dies in between leaves somebody on record for a document that never came, and never the other way round.
 * @throws Problem ENTERPRISE-NOT-ACTIVE
 */
export async function handIn(
  ports: EntryPorts,
  { id: by, customsCode }: EnterpriseCaller,
  { kind, document, reason }: TypedDocument,
): Promise<MessageAnswer> {
  const sender = await activeSender(ports, customsCode);
  const { guid, orderNo } = document.head as { readonly guid: string; readonly orderNo: string };
  const at = ports.now();
  const root = roots[kind];
  await ports.database.transaction(async (client) => {
    await addHandIn(client, { orderNo, guid, root, customsCode, by, at, reason });
    const body = { by, customsCode, root, orderNo, guid, ...(reason === undefined ? {} : { reason }) };
    await record(client, [{ at, kind: 'document-typed', subject: `${customsCode}/${orderNo}`, body }]);
  });
  return ports.take(messageOf(kind, newGuid(), document, sender), sender);
}
