import { type Field, messageTables } from '#ceb';
import { maskField } from '#clearance';
import { importLists } from '#declarations';
import type { PlainDocument } from '#documents';
import { formerVersions, keyAfterOrderNo } from '#exchange';
import type { Bilingual } from '#kernel';
import { type Difference, differences, type WrittenDocument } from '../domain/differences.ts';
import type { ListHistory } from '../http/schemas.ts';
import { handInsOf } from '../storage/hand-ins.ts';
import { documentIn, type ListKey, type ListOnFile, listOnFile } from './list-on-file.ts';
import { mayDoWith } from './may-do.ts';
import type { EntryPorts } from './ports.ts';

const root = 'CEB621Message';

/** So many versions are shown, the latest: each has to be read out of its message (D). */
const mostVersions = 20;

type VersionView = ListHistory['versions'][number];

/** A version as it is known before its message has been read. */
interface Version {
  readonly guid: string;
  readonly sender: string;
  readonly sentFor: string | null;
  readonly messageId: string;
  readonly receivedAt: Date;
}

/** The versions of a list, the latest first: by whom, when, and what each says otherwise than the one before. */
export async function listHistory(
  ports: EntryPorts,
  party: string | undefined,
  key: ListKey,
): Promise<ListHistory> {
  const { readers } = ports.database;
  const list = await listOnFile(readers, party, key);
  const { orderNo } = key;
  const former = await formerVersions(
    readers,
    { orderNo, root, key: keyAfterOrderNo(list.loaded.key) },
    mostVersions + 1,
  );
  const versions: Version[] = [currentOf(list), ...former];
  const shown = versions.slice(0, mostVersions);
  const documents = await Promise.all(versions.map((version) => documentOf(ports, list, version)));
  const handIns = await handInsOf(readers, orderNo);
  const codes = new Set(shown.flatMap(({ sender, sentFor }) => (sentFor ? [sender, sentFor] : [sender])));
  const known = await ports.enterprises(codes);
  const firm = (code: string) => ({ code, name: known.get(code)?.name ?? code });
  const views = shown.map(async (version, at): Promise<VersionView> => {
    const { guid, sender, sentFor, receivedAt } = version;
    const [document, before] = [documents[at], documents[at + 1]];
    const handIn = handIns.get(guid);
    // Who of its staff typed is an enterprise's own business.
    const typed = handIn?.root === root && handIn.customsCode === sender && party === sender;
    return {
      ...{ guid, at: receivedAt.toISOString(), by: firm(sender), current: at === 0 },
      ...(sentFor ? { sentFor: firm(sentFor) } : {}),
      ...(typed ? { typedBy: await ports.accountName(handIn.by) } : {}),
      ...(handIn?.reason ? { reason: handIn.reason } : {}),
      ...(document ? said(document) : {}),
      first: at === versions.length - 1,
      changes: document && before ? changesOf(ports, before, document) : [],
    };
  });
  return {
    versions: await Promise.all(views),
    more: versions.length > mostVersions,
    ...(party === undefined ? {} : await deedsOf(ports, list, party)),
    now: ports.now().toISOString(),
  };
}

async function deedsOf(
  ports: EntryPorts,
  list: ListOnFile,
  party: string,
): Promise<Pick<ListHistory, 'deeds'>> {
  const handler = ports.handlers.find((one) => one.root === root);
  const sender = await ports.sender(party);
  if (!handler || !sender) return {};
  return { deeds: await mayDoWith(ports.database.readers, handler, list, sender) };
}

function currentOf({ loaded }: ListOnFile): Version {
  const { sender, sentFor = null, messageId, receivedAt, document } = loaded;
  return { ...{ sender, sentFor, messageId, receivedAt }, guid: (document.head as { guid: string }).guid };
}

/** What is on file stands in for a message that is not here. */
async function documentOf(ports: EntryPorts, { loaded }: ListOnFile, version: Version) {
  const document = await documentIn(ports.database.readers, version);
  return document ?? (version.messageId === loaded.messageId ? loaded.document : undefined);
}

function said({ head }: PlainDocument): Pick<VersionView, 'appType' | 'appTime' | 'saved'> {
  const { appType, appTime, appStatus } = head as { appType: string; appTime: string; appStatus?: string };
  return { appType, appTime, saved: appStatus === '1' };
}

const [headGroup, itemGroup] = messageTables[root].groups;
const fieldsOf = (group: typeof headGroup | typeof itemGroup): readonly Field[] => group?.fields ?? [];
const headFields = new Map(fieldsOf(headGroup).map((field) => [field.name, field]));
const itemFields = new Map(fieldsOf(itemGroup).map((field) => [field.name, field]));
const personal = new Set(importLists.shape.personal);

function changesOf(ports: EntryPorts, before: PlainDocument, after: PlainDocument): VersionView['changes'] {
  const names = { head: [...headFields.keys()], items: [...itemFields.keys()] };
  return differences(written(before), written(after), names).map((one) => viewOf(ports, one));
}

function viewOf(ports: EntryPorts, difference: Difference): VersionView['changes'][number] {
  const { what, gnum, name, before, after } = difference;
  const field = (gnum === undefined ? headFields : itemFields).get(name);
  const value = (text: string | undefined): { text: string; name?: Bilingual } | undefined => {
    if (text === undefined) return undefined;
    const named = field?.codeList ? ports.codeName(field.codeList, text) : undefined;
    return { text: maskField(name, text), ...(named ? { name: named } : {}) };
  };
  const [old, now] = [value(before), value(after)];
  return {
    ...{ what, name, zh: field?.zh ?? name, en: field?.en ?? name },
    ...(gnum === undefined ? {} : { gnum }),
    ...(personal.has(name) ? { masked: true } : {}),
    ...(old ? { before: old } : {}),
    ...(now ? { after: now } : {}),
  };
}

function written({ head, items }: PlainDocument): WrittenDocument {
  const texts = (record: object): Record<string, string> =>
    Object.fromEntries(
      Object.entries(record).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
    );
  return { head: texts(head), items: items.map(texts) };
}
