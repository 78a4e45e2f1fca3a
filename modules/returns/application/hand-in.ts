import { randomUUID } from 'node:crypto';
import type { EnterpriseCaller } from '#access';
import { type CebMessage, encode, type Root } from '#ceb';
import type { MessageAnswer } from '#exchange';
import { Problem } from '#http';
import { record } from '#journal';
import { chinaStamp } from '#kernel';
import type { CaseKind } from '../domain/case.ts';
import type { ReturnsPorts } from './ports.ts';

export const newGuid = (): string => randomUUID().toUpperCase();

/** A number of the enterprise's own, made for what it applies for by form. */
export const ownNumber = (kind: CaseKind, at: Date): string =>
  `${kind === 'return' ? 'R' : 'C'}${chinaStamp(at.getTime()).slice(2)}${randomUUID().slice(0, 6)}`.toUpperCase();

type ApplicationRoot = Extract<Root, 'CEB623Message' | 'CEB625Message' | 'CEB605Message' | 'CEB213Message'>;

/**
 * Hands in what the platform has written for an enterprise; who did it is on record before it goes.
 * @param about number of the order, for the record
 * @throws Problem ENTERPRISE-NOT-ACTIVE
 */
export async function handIn(
  ports: ReturnsPorts,
  { id: by, customsCode }: EnterpriseCaller,
  root: ApplicationRoot,
  document: {
    readonly head: { readonly guid: string };
    readonly items: readonly object[];
  },
  about: string,
): Promise<MessageAnswer> {
  const sender = await ports.sender(customsCode);
  if (!sender)
    throw new Problem(403, 'ENTERPRISE-NOT-ACTIVE', {
      zh: `企业 ${customsCode} 未备案或已停用（-10102 无效企业代码）`,
      en: `Enterprise ${customsCode} is not registered or not active (-10102)`,
    });
  const { guid } = document.head;
  const body = { by, customsCode, root, orderNo: about, guid };
  const at = ports.now();
  await ports.database.transaction((client) =>
    record(client, [{ at, kind: 'document-typed', subject: `${customsCode}/${about}`, body }]),
  );
  const message = {
    ...{ root, guid: newGuid(), version: '1.0', documents: [document], subscriptions: [] },
    transfer: { copCode: customsCode, copName: sender.name, dxpMode: 'DXP', dxpId: sender.dxpId ?? '' },
  };
  return ports.take(Buffer.from(encode(message as unknown as CebMessage)), sender);
}
