import { answerBody } from '#ceb';
import { answerDocuments, keyText } from '#documents';
import type { Finding } from '#kernel';
import type { Client } from '#postgres';
import { returnsFinding, statusOf } from '../domain/finding-codes.ts';
import { type CaseName, lockCase } from '../storage/cases.ts';
import { type ReturnTally, returnTallies } from '../storage/documents.ts';
import { type TallyName, toldTallies } from '../storage/tallies.ts';
import { arrive } from './arrive.ts';
import type { ReturnsPorts } from './ports.ts';
import { lockDocuments } from './step.ts';

/** Tallies whose returns are accepted: papers may come in any order, so they are looked for after each. */
export const waitingTallies = ({ database }: Pick<ReturnsPorts, 'database'>, limit: number) =>
  toldTallies(database, limit);

/**
 * A site has told that goods are back: the return it is about moves on to be looked at. The day is that on which the
 * tally was received (D). A tally of another office is sent back.
 */
export async function applyTally(
  ports: ReturnsPorts,
  { tally, of }: { readonly tally: TallyName; readonly of: CaseName },
): Promise<void> {
  const told = await ports.database.transaction(async (client) => {
    await lockDocuments(client, of);
    const file = await lockCase(client, of);
    const found = await standingTally(client, tally);
    if (file?.state !== 'accepted' || !found) return undefined;
    const { head } = found.document;
    const wrong =
      head.customsCode === file.customsCode ? [] : [returnsFinding('RETURN-TALLY-OFFICE', 'customsCode')];
    if (wrong.length === 0)
      await arrive(ports, client, file, {
        ...{ arrivedOn: ports.chinaDay(found.receivedAt), note: head.location ?? '' },
        ...{ by: 'site', byWhom: found.sender },
      });
    if (found.waits) await answer(ports, client, found, wrong);
    return [file.sender, found.sender];
  });
  if (told) ports.receiptsWritten(new Set(told));
}

/** A tally, locked; undefined once it has been sent back or deleted. */
async function standingTally(client: Client, { logisticsNo, operatorCode, coElNo }: TallyName) {
  const key = keyText([logisticsNo, operatorCode, coElNo]);
  const stored = (await returnTallies.find(client, [logisticsNo])).get(key);
  if (!stored || stored.deleted || !['2', '399'].includes(stored.returnStatus)) return undefined;
  const loaded = await returnTallies.load<ReturnTally>(client, [logisticsNo]);
  const found = loaded.find((one) => one.key === key);
  return found && { ...found, waits: stored.returnStatus === '2' };
}

type FoundTally = NonNullable<Awaited<ReturnType<typeof standingTally>>>;

async function answer(
  ports: Pick<ReturnsPorts, 'addReceipts' | 'returnTime' | 'now'>,
  client: Client,
  { key, messageId, sender, document: { head }, extra: [preNo = ''] }: FoundTally,
  findings: readonly Finding[],
): Promise<void> {
  const [first] = findings;
  const status = first ? statusOf(first.code) : '399';
  const info = first
    ? `理货明细单退单 [Code:${status};Desc:${first.message.zh}]`
    : '理货明细单审结，退货待查验';
  await ports.addReceipts(client, [
    {
      ...{ recipient: sender, type: 'CEB216', orderNo: null, returnStatus: status },
      ...{ returnTime: ports.returnTime(ports.now()), returnInfo: info },
      body: answerBody('CEB215Message', head, { preNo }, status),
    },
  ]);
  await answerDocuments(returnTallies, client, [{ key, messageId, status, info }]);
}
