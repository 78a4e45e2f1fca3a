import { queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

type Schemas = components['schemas'];
export type DocumentRow = Schemas['PaperworkRow'];
export type Side = Schemas['PaperworkPage']['side'];
export type DocumentKind = 'orders' | 'payments' | 'waybills';
export type NewFilter = Schemas['NewSavedFilter'];

/** The filters of the address bar. */
export interface DocumentsFilter {
  readonly side?: Side;
  readonly search?: string;
  readonly from?: string;
  readonly to?: string;
  readonly deleted?: 'yes' | 'no';
}

export const documentsKey = (kind: DocumentKind, filter: DocumentsFilter) => ['documents', kind, filter];

export function fetchDocuments(
  kind: DocumentKind,
  filter: DocumentsFilter,
  stretch: { readonly skip: number; readonly limit: number },
  signal: AbortSignal,
): Promise<Schemas['PaperworkPage']> {
  const query = { ...filter, ...stretch };
  return answerOf(client.GET('/api/documents/{kind}', { params: { path: { kind }, query }, signal }));
}

/** Where the file of a filter is fetched from; a browser keeps what comes. */
export function exportAddress(
  kind: DocumentKind,
  filter: DocumentsFilter,
  format: 'csv' | 'xlsx',
  language: 'zh' | 'en',
): string {
  const wish = new URLSearchParams(Object.entries({ ...filter, format, language }));
  return `/api/documents/${kind}/export?${wish}`;
}

export const savedFiltersQuery = (page: string) =>
  queryOptions({
    queryKey: ['saved-filters', page],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/saved-filters', { params: { query: { page } }, signal })),
  });

export function saveFilter(body: NewFilter): Promise<unknown> {
  return answerOf(client.POST('/api/saved-filters', { body }));
}

export async function removeFilter(filterId: string): Promise<void> {
  await answerOf(client.DELETE('/api/saved-filters/{filterId}', { params: { path: { filterId } } }));
}
