import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

type Schemas = components['schemas'];
export type EnterpriseFile = Schemas['EnterpriseFile'];
export type FieldChange = Schemas['FieldChange'];
export type FileInForce = Schemas['EnterpriseFileInForce'];
export type Filing = Schemas['Filing'];
export type FilingKind = Schemas['Filing']['kind'];
export type Finding = Schemas['Finding'];
export type FiledGoods = Schemas['FiledGoods'];
export type Goods = Schemas['Goods'];
export type GoodsView = Schemas['GoodsView'];
export type GoodsState = Schemas['FiledGoods']['state'];
export type RegisterState = Schemas['RegisteredEnterprise']['state'];
export type CodeListName = Schemas['CodeList']['list'];
export type CodeEntry = Schemas['CodeEntry'];
export type RegisteredEnterprise = Schemas['RegisteredEnterprise'];

/** Everything of the register: what is done there marks all of it as old. */
export const registryKey = ['registry'] as const;

/** A page of something, by search and cursor. */
export interface PageFilter {
  readonly search?: string;
  readonly cursor?: string;
}

/** Of the address what the server is asked; the language of the page is not its matter. */
const asked = ({ search, cursor }: PageFilter): PageFilter => ({
  ...(search && { search }),
  ...(cursor && { cursor }),
});

export const enterprisesQuery = (filter: PageFilter) =>
  queryOptions({
    queryKey: [...registryKey, 'enterprises', asked(filter)],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/registry/enterprises', { signal, params: { query: asked(filter) } })),
    placeholderData: keepPreviousData,
  });

export const fileQuery = (customsCode: string) =>
  queryOptions({
    queryKey: [...registryKey, 'file', customsCode],
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/api/registry/enterprises/{customsCode}', { signal, params: { path: { customsCode } } }),
      ),
  });

export const historyQuery = (customsCode: string) =>
  queryOptions({
    queryKey: [...registryKey, 'history', customsCode],
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/api/registry/enterprises/{customsCode}/history', {
          ...{ signal, params: { path: { customsCode } } },
        }),
      ),
  });

export const filingsQuery = (filter: { readonly cursor?: string }) =>
  queryOptions({
    queryKey: [...registryKey, 'filings', asked(filter)],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/registry/filings', { signal, params: { query: asked(filter) } })),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });

export const filingQuery = (filingId: string) =>
  queryOptions({
    queryKey: [...registryKey, 'filing', filingId],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/registry/filings/{filingId}', { signal, params: { path: { filingId } } })),
  });

export const fileFindingsQuery = (file: EnterpriseFile) =>
  queryOptions({
    queryKey: ['registry-findings', file],
    queryFn: ({ signal }) => answerOf(client.POST('/api/registry/filings/findings', { signal, body: file })),
    placeholderData: keepPreviousData,
  });

export const goodsQuery = ({ standing, ...filter }: PageFilter & { readonly standing?: GoodsState }) =>
  queryOptions({
    queryKey: [...registryKey, 'goods', asked(filter), standing],
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/api/registry/goods', {
          ...{ signal, params: { query: { ...asked(filter), ...(standing && { state: standing }) } } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export interface GoodsKey {
  readonly ebcCode: string;
  readonly itemNo: string;
}

export const oneGoodsQuery = (path: GoodsKey) =>
  queryOptions({
    queryKey: [...registryKey, 'goods', 'one', path],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/registry/goods/{ebcCode}/{itemNo}', { signal, params: { path } })),
  });

export const goodsFindingsQuery = (goods: Goods) =>
  queryOptions({
    queryKey: ['registry-findings', goods],
    queryFn: ({ signal }) => answerOf(client.POST('/api/registry/goods/findings', { signal, body: goods })),
    placeholderData: keepPreviousData,
  });

export const codeListQuery = (list: CodeListName, day?: string) =>
  queryOptions({
    queryKey: ['code-list', list, day],
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/api/registry/code-lists/{list}', {
          ...{ signal, params: { path: { list }, query: day ? { day } : {} } },
        }),
      ),
    staleTime: 600_000,
  });

export const codeListsQuery = () =>
  queryOptions({
    queryKey: ['code-list'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/registry/code-lists', { signal })),
    staleTime: 600_000,
  });

export const beginFiling = (body: Schemas['NewFiling']): Promise<Filing> =>
  answerOf(client.POST('/api/registry/filings', { body }));

export const saveFiling = (filingId: string, body: Schemas['FilingChange']): Promise<Filing> =>
  answerOf(client.PUT('/api/registry/filings/{filingId}', { params: { path: { filingId } }, body }));

export type FilingDeed = 'apply' | 'withdraw' | 'check' | 'approve';

const filingSteps = {
  apply: '/api/registry/filings/{filingId}/apply',
  withdraw: '/api/registry/filings/{filingId}/withdraw',
  check: '/api/registry/filings/{filingId}/check',
  approve: '/api/registry/filings/{filingId}/approve',
} as const;

export const stepFiling = (filingId: string, step: FilingDeed): Promise<Filing> =>
  answerOf(client.POST(filingSteps[step], { params: { path: { filingId } } }));

export const returnFiling = (filingId: string, reasons: string): Promise<Filing> =>
  answerOf(
    client.POST('/api/registry/filings/{filingId}/return', {
      ...{ params: { path: { filingId } }, body: { reasons } },
    }),
  );

export const suspendEnterprise = (customsCode: string, reasons: string): Promise<FileInForce> =>
  answerOf(
    client.POST('/api/registry/enterprises/{customsCode}/suspend', {
      ...{ params: { path: { customsCode } }, body: { reasons } },
    }),
  );

export const fileGoods = (body: Goods) => answerOf(client.POST('/api/registry/goods', { body }));

const goodsSteps = {
  approve: '/api/registry/goods/{ebcCode}/{itemNo}/approve',
  withdraw: '/api/registry/goods/{ebcCode}/{itemNo}/withdraw',
} as const;

export const stepGoods = (path: GoodsKey, step: 'approve' | 'withdraw'): Promise<GoodsView> =>
  answerOf(client.POST(goodsSteps[step], { params: { path } }));

export const returnGoods = (path: GoodsKey, reasons: string): Promise<GoodsView> =>
  answerOf(
    client.POST('/api/registry/goods/{ebcCode}/{itemNo}/return', { params: { path }, body: { reasons } }),
  );

export type Edition = Schemas['TableEdition'];
export type EditionView = Schemas['TableEditionView'];

export const editionsQuery = () =>
  queryOptions({
    queryKey: [...registryKey, 'editions'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/registry/editions', { signal })),
  });

export const editionQuery = (editionId: string) =>
  queryOptions({
    queryKey: [...registryKey, 'edition', editionId],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/registry/editions/{editionId}', { signal, params: { path: { editionId } } })),
  });

export interface EditionWish {
  readonly table: string;
  readonly from: string;
  readonly source: string;
  readonly note: string;
}

/** Hands a file in as it is: the server reads and compares it. */
export const proposeEdition = (query: EditionWish, file: Blob): Promise<EditionView> =>
  answerOf(
    client.POST('/api/registry/editions', {
      params: { query },
      body: file as never,
      bodySerializer: (body: unknown) => body as Blob,
      headers: { 'content-type': 'text/csv' },
    }),
  );

const editionSteps = {
  approve: '/api/registry/editions/{editionId}/approve',
  withdraw: '/api/registry/editions/{editionId}/withdraw',
} as const;

export const stepEdition = (editionId: string, step: 'approve' | 'withdraw'): Promise<EditionView> =>
  answerOf(client.POST(editionSteps[step], { params: { path: { editionId } } }));

export const returnEdition = (editionId: string, reasons: string): Promise<EditionView> =>
  answerOf(
    client.POST('/api/registry/editions/{editionId}/return', {
      ...{ params: { path: { editionId } }, body: { reasons } },
    }),
  );
