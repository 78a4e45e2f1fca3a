import type { Client, Queryable } from '#postgres';
import { placeOf, sealedColumn } from '#vault';
import type { PaperKind } from '../domain/kinds.ts';

/** What somebody has written of a document so far. */
export interface DraftContent {
  readonly head: Readonly<Record<string, string>>;
  readonly items: readonly Readonly<Record<string, string>>[];
  readonly keep: Readonly<Record<string, 'self' | 'order'>>;
}

export interface DraftKey {
  readonly owner: string;
  readonly draftId: string;
}

export interface DraftHead extends DraftKey {
  readonly customsCode: string;
  readonly kind: PaperKind;
  readonly orderNo: string;
  readonly appType: '1' | '2';
  readonly revision: number;
  readonly madeAt: Date;
  readonly savedAt: Date;
}

export interface StoredDraft extends DraftHead {
  readonly content: DraftContent;
}

const columns = `owner, draft_id as "draftId", customs_code as "customsCode", kind, order_no as "orderNo",
  app_type as "appType", revision, made_at as "madeAt", saved_at as "savedAt"`;

const place = ({ owner, draftId }: DraftKey): string => placeOf('entry.draft', owner, draftId);

const sealed = (client: Queryable, key: DraftKey, content: DraftContent): Buffer =>
  client.vault.seal(place(key), JSON.stringify(content));

/** One's own, the one saved last first. */
export const draftsOf = (client: Queryable, owner: string, customsCode: string): Promise<DraftHead[]> =>
  client.query<DraftHead>(
    `select ${columns} from entry.draft where owner = $1 and customs_code = $2 order by saved_at desc, draft_id`,
    [owner, customsCode],
  );

export async function draftOf(
  client: Queryable,
  key: DraftKey,
  customsCode: string,
): Promise<StoredDraft | undefined> {
  const [row] = await client.query<DraftHead & { content: Buffer }>(
    `select ${columns}, content from entry.draft where owner = $1 and draft_id = $2 and customs_code = $3`,
    [key.owner, key.draftId, customsCode],
  );
  if (!row) return undefined;
  const text = client.vault.openText(place(key), row.content);
  return { ...row, content: JSON.parse(text) as DraftContent };
}

export async function addDraft(client: Client, draft: StoredDraft): Promise<void> {
  const { owner, draftId, customsCode, kind, orderNo, appType, revision, madeAt, savedAt, content } = draft;
  await client.run(
    `insert into entry.draft (owner, draft_id, customs_code, kind, order_no, app_type, revision, made_at, saved_at, content)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[owner, draftId, customsCode, kind, orderNo, appType, revision, madeAt, savedAt],
      sealed(client, draft, content),
    ],
  );
}

/** Saves what was written on top of a revision; answers the new one, or undefined where another has been saved since. */
export async function saveDraft(
  client: Client,
  key: DraftKey,
  seen: number,
  { orderNo, content, at }: { readonly orderNo: string; readonly content: DraftContent; readonly at: Date },
): Promise<number | undefined> {
  const [row] = await client.query<{ revision: number }>(
    `update entry.draft set order_no = $4, saved_at = $5, content = $6, revision = revision + 1
     where owner = $1 and draft_id = $2 and revision = $3 returning revision`,
    [key.owner, key.draftId, seen, orderNo, at, sealed(client, key, content)],
  );
  return row?.revision;
}

/** Whether there was one. */
export async function removeDraft(client: Client, key: DraftKey): Promise<boolean> {
  return (
    (await client.run('delete from entry.draft where owner = $1 and draft_id = $2', [
      key.owner,
      key.draftId,
    ])) > 0
  );
}

/** What people have begun to write, for a pass that seals it anew. */
export const sealedDrafts = sealedColumn({
  ...{ table: 'entry.draft', column: 'content' },
  key: { owner: 'uuid', draft_id: 'uuid' },
});
