import { decode, type ImportDeclaration } from '#ceb';
import { importLists, type ListHead, listsOf } from '#declarations';
import { keyText, type LoadedDocument, type PlainDocument } from '#documents';
import { evidenceOf } from '#exchange';
import { Problem } from '#http';
import type { Queryable, Readers } from '#postgres';

export interface ListKey {
  readonly ebpCode: string;
  readonly orderNo: string;
}

/** A list as it is on file, withdrawn or not. */
export interface ListOnFile {
  readonly head: ListHead;
  readonly loaded: LoadedDocument<PlainDocument>;
}

/** @param party customs code of who looks; undefined for who may see the zone. @throws Problem LIST-NOT-FOUND */
export async function listOnFile(
  database: Readers,
  party: string | undefined,
  key: ListKey,
): Promise<ListOnFile> {
  const head = (await listsOf(database, [key])).get(keyText([key.orderNo, key.ebpCode]));
  const mine =
    head &&
    (party === undefined || [head.sender, head.ebpCode, head.ebcCode, head.agentCode].includes(party));
  const all = mine ? await database.transaction((client) => importLists.readAll(client, [key.orderNo])) : [];
  const loaded = all.find((one) => one.key === keyText([key.orderNo, key.ebpCode]));
  // Somebody else's list is answered like one that is not there: its existence is nobody's business.
  if (!head || !loaded)
    throw new Problem(404, 'LIST-NOT-FOUND', {
      zh: `没有清单 ${key.ebpCode}/${key.orderNo}`,
      en: `There is no list ${key.ebpCode}/${key.orderNo}`,
    });
  return { head, loaded };
}

/** A document out of the message it came in; undefined where that is not kept here, as in a copy of part of the data. */
export async function documentIn(
  database: Queryable,
  { sender, messageId, guid }: { readonly sender: string; readonly messageId: string; readonly guid: string },
): Promise<PlainDocument | undefined> {
  const bytes = await evidenceOf(database, sender, messageId);
  const documents = (bytes && decode(bytes, { unsigned: true }).message?.documents) ?? [];
  return (documents as readonly ImportDeclaration[]).find(({ head }) => head.guid === guid);
}
