import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, client, ProblemError } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

type Schemas = components['schemas'];
export type Draft = Schemas['Draft'];
export type Content = Schemas['DraftContent'];
export type EntryForm = Schemas['EntryForm'];
export type FormField = EntryForm['head'][number];
export type Checked = Schemas['CheckedDocument'];
export type PlacedFinding = Checked['findings'][number];
export type Kind = Draft['kind'];
export type NewDraft = Schemas['NewDraft'];
export type FiledGoods = Schemas['FiledGoods']['goods'];

export const draftsQuery = () =>
  queryOptions({
    queryKey: ['drafts'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/drafts', { signal })),
  });

/** A draft with the tag that what is saved on top of it names. */
export const draftQuery = (draftId: string) =>
  queryOptions({
    queryKey: ['draft', draftId],
    // What is typed lives in the form: read anew under it, as when the stream comes back, it would be taken away.
    staleTime: 'static',
    gcTime: 0,
    retry: false,
    queryFn: async ({ signal }) => {
      let tag = '';
      const call = client.GET('/api/drafts/{draftId}', { params: { path: { draftId } }, signal });
      const draft = await answerOf(
        call.then((answer) => {
          tag = answer.response.headers.get('etag') ?? '';
          return answer;
        }),
      );
      return { draft, tag };
    },
  });

export const formQuery = (kind: Kind | undefined) =>
  queryOptions({
    queryKey: ['form', kind],
    staleTime: Number.POSITIVE_INFINITY,
    enabled: kind !== undefined,
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/forms/{kind}', { params: { path: { kind: kind as Kind } }, signal })),
  });

export const checkQuery = (kind: Kind, appType: Draft['appType'], { head, items, keep }: Content) =>
  queryOptions({
    queryKey: ['check', kind, appType, head, items, keep],
    queryFn: ({ signal }) =>
      answerOf(
        client.POST('/api/check', { body: { kind, head: { ...head, appType }, items, keep }, signal }),
      ),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

/** Goods one has filed under an item number. */
export const goodsOfItem = (itemNo: string) =>
  queryOptions({
    queryKey: ['goods-of-item', itemNo],
    enabled: itemNo.length > 1,
    retry: false,
    queryFn: async ({ signal }) => {
      const query = { search: itemNo, limit: 10 };
      const { goods } = await answerOf(client.GET('/api/registry/goods', { params: { query }, signal }));
      return goods.find((one) => one.goods.itemNo === itemNo)?.goods ?? null;
    },
  });

export const beginDraft = (body: NewDraft): Promise<Draft> => answerOf(client.POST('/api/drafts', { body }));

export const removeDraft = (draftId: string) =>
  answerOf(client.DELETE('/api/drafts/{draftId}', { params: { path: { draftId } } }));

/** Saves on top of what the tag stands for; answers the next tag. @throws ProblemError 412 where another was saved since */
export async function saveDraft(draftId: string, tag: string, body: Content): Promise<string> {
  const params = { path: { draftId }, header: { 'if-match': tag } };
  let next = '';
  await answerOf(
    client.PUT('/api/drafts/{draftId}', { params, body }).then((answer) => {
      next = answer.response.headers.get('etag') ?? '';
      return answer;
    }),
  );
  return next;
}

export const handIn = (draftId: string, tag: string, declare: boolean) =>
  answerOf(
    client.POST('/api/drafts/{draftId}/hand-in', {
      params: { path: { draftId }, header: { 'if-match': tag } },
      body: { declare },
    }),
  );

export const isConflict = (error: unknown): boolean => error instanceof ProblemError && error.status === 412;
