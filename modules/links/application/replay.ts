import { Problem } from '#http';
import { record } from '#journal';
import type { Database } from '#postgres';
import { dispatchByMessage, putBack } from '../storage/dispatches.ts';
import { isOvertaken } from '../storage/documents.ts';

export interface ReplayPorts {
  readonly database: Database;
  readonly now: () => Date;
}

/**
 * Has a message that was lost, or that the network refused, sent anew under its old identity; one that waits out a
 * fault is tried at once.
 * @throws Problem when there is no such message, or nothing is to be sent of it
 */
export async function replay(
  { database, now }: ReplayPorts,
  agency: string,
  messageId: string,
  operator: string,
): Promise<void> {
  await database.transaction(async (client) => {
    const dispatch = await dispatchByMessage(client, agency, messageId);
    if (!dispatch)
      throw new Problem(404, 'DISPATCH-NOT-FOUND', {
        zh: `没有转报的报文 ${messageId}`,
        en: `No message ${messageId} has been forwarded`,
      });
    const { state, faults } = dispatch;
    const waitsOut = state === 'waiting' && faults > 0;
    if (state !== 'lost' && state !== 'failed' && !waitsOut)
      throw new Problem(409, 'DISPATCH-UNDER-WAY', {
        zh: `报文 ${messageId} 的状态是 ${state}，无须重发`,
        en: `Message ${messageId} is ${state}: there is nothing to send again`,
      });
    if (await isOvertaken(client, agency, dispatch))
      throw new Problem(409, 'DISPATCH-OVERTAKEN', {
        zh: `报文 ${messageId} 中的单证已由企业重新报送，旧报文不再发送`,
        en: `A document of message ${messageId} has been sent anew since: the old message is not sent again`,
      });
    const at = now();
    await putBack(client, agency, at, dispatch);
    const { sender, root } = dispatch;
    await record(client, [
      {
        at,
        kind: 'dispatch-replayed',
        subject: `${agency}/${messageId}`,
        body: { agency, sender, messageId, root, operator },
      },
    ]);
  });
}
