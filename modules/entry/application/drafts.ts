import { createHash, randomUUID } from 'node:crypto';
import type { EnterpriseCaller } from '#access';
import { maskField } from '#clearance';
import { changedMeanwhile, Problem } from '#http';
import { roots } from '../domain/kinds.ts';
import type { DraftView, NewDraft, SavedDraft } from '../http/draft-schemas.ts';
import type { HandedIn } from '../http/schemas.ts';
import {
  addDraft,
  type DraftHead,
  draftOf,
  draftsOf,
  removeDraft,
  type StoredDraft,
  saveDraft,
} from '../storage/drafts.ts';
import { activeSender } from './active-sender.ts';
import { beginningOf } from './beginning.ts';
import { handIn } from './hand-in.ts';
import { handedIn } from './handed-in.ts';
import { withKept } from './keeping.ts';
import type { EntryPorts } from './ports.ts';
import { appTimeAfter, written } from './writing.ts';

/** Somebody who has so many does not find them again (D). */
const mostDrafts = 200;

const headOf = ({ draftId, kind, orderNo, appType, revision, madeAt, savedAt }: DraftHead) => ({
  ...{ draftId, kind, orderNo, appType, revision },
  ...{ madeAt: madeAt.toISOString(), savedAt: savedAt.toISOString() },
});

export async function listDrafts({ database }: EntryPorts, { id, customsCode }: EnterpriseCaller) {
  return { drafts: (await draftsOf(database.readers, id, customsCode)).map(headOf) };
}

/** @throws Problem DRAFT-NOT-FOUND, also for one of somebody else */
export async function draftFor(
  ports: EntryPorts,
  caller: EnterpriseCaller,
  draftId: string,
): Promise<DraftView> {
  return viewOf(ports, caller, await storedDraft(ports, caller, draftId));
}

async function storedDraft(
  { database }: EntryPorts,
  { id, customsCode }: EnterpriseCaller,
  draftId: string,
): Promise<StoredDraft> {
  const draft = await draftOf(database.readers, { owner: id, draftId }, customsCode);
  if (draft) return draft;
  throw new Problem(404, 'DRAFT-NOT-FOUND', {
    zh: '没有这份草稿，或它不是您的',
    en: 'There is no such draft, or it is not yours',
  });
}

async function viewOf(
  ports: EntryPorts,
  { customsCode }: EnterpriseCaller,
  draft: StoredDraft,
): Promise<DraftView> {
  const { head, items, keep } = draft.content;
  const sender = await activeSender(ports, customsCode);
  const kept = await withKept(ports, sender, { kind: draft.kind, head, items }, keep);
  const shown = Object.keys(keep).map((name) => [name, maskField(name, kept.draft.head[name] ?? '')]);
  return { ...headOf(draft), head, items: [...items], keep, shown: Object.fromEntries(shown) };
}

/** Begins a draft, with nothing, or with what is on file. */
export async function beginDraft(
  ports: EntryPorts,
  caller: EnterpriseCaller,
  wish: NewDraft,
): Promise<DraftView> {
  const { id: owner, customsCode } = caller;
  const { content, appType } = await beginningOf(ports, await activeSender(ports, customsCode), wish);
  const at = ports.now();
  const draft: StoredDraft = {
    ...{ owner, draftId: randomUUID(), customsCode, kind: wish.kind, appType, revision: 1 },
    ...{ orderNo: content.head.orderNo ?? '', madeAt: at, savedAt: at, content },
  };
  await ports.database.transaction(async (client) => {
    if ((await draftsOf(client, owner, customsCode)).length >= mostDrafts)
      throw new Problem(409, 'DRAFTS-TOO-MANY', {
        zh: `最多保存 ${mostDrafts} 份草稿，请先删去不用的`,
        en: `At most ${mostDrafts} drafts are kept; remove those that are not needed`,
      });
    await addDraft(client, draft);
  });
  return viewOf(ports, caller, draft);
}

/** @param seen revision it was written on top of. @throws Problem CHANGED-MEANWHILE where another has been saved since */
export async function writeDraft(
  ports: EntryPorts,
  caller: EnterpriseCaller,
  draftId: string,
  seen: number,
  content: SavedDraft,
) {
  await storedDraft(ports, caller, draftId);
  const at = ports.now();
  const orderNo = (content.head.orderNo ?? '').slice(0, 60);
  const revision = await ports.database.transaction((client) =>
    saveDraft(client, { owner: caller.id, draftId }, seen, { orderNo, content, at }),
  );
  if (revision === undefined) throw changedMeanwhile();
  return { revision, savedAt: at.toISOString() };
}

export async function throwAway(ports: EntryPorts, caller: EnterpriseCaller, draftId: string): Promise<void> {
  await storedDraft(ports, caller, draftId);
  await ports.database.transaction((client) => removeDraft(client, { owner: caller.id, draftId }));
}

/**
 * Hands a draft in as it was saved. One that is taken in is a draft no longer; one that is refused stays, with the findings.
 * The same revision handed in twice is the same document, so that a second try is a repeat.
 */
export async function handDraftIn(
  ports: EntryPorts,
  caller: EnterpriseCaller,
  draftId: string,
  seen: number,
  declare: boolean,
): Promise<HandedIn> {
  const draft = await storedDraft(ports, caller, draftId);
  if (draft.revision !== seen) throw changedMeanwhile();
  const { kind, appType, content } = draft;
  const sender = await activeSender(ports, caller.customsCode);
  const { draft: whole } = await withKept(ports, sender, { kind, ...content }, content.keep);
  const appStatus = declare ? '2' : '1';
  const appTime = await timeOf(ports, kind, whole.head);
  const guid = guidOf(`${draftId} ${seen} ${appStatus}`);
  const document = written({ ...whole, head: { ...whole.head, appStatus } }, { guid, appType, appTime });
  const answer = handedIn(await handIn(ports, caller, { kind, document }));
  if (answer.verdict !== 'refused')
    await ports.database.transaction((client) => removeDraft(client, { owner: caller.id, draftId }));
  return answer;
}

/** Later than what is on file under its number, which it may have to take the place of. */
async function timeOf(
  { database, handlers, now }: EntryPorts,
  kind: StoredDraft['kind'],
  head: Readonly<Record<string, string>>,
): Promise<string> {
  const table = handlers.find(({ root }) => root === roots[kind])?.table;
  const seen =
    table && (await database.readers.transaction((client) => table.seen(client, [head.orderNo ?? ''])));
  return appTimeAfter(seen?.get(table?.keyOf(head) ?? '')?.appTime, now());
}

/** A number that belongs to one revision of one draft alone. */
function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex').toUpperCase();
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-A${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
