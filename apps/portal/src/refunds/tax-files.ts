import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

type Schemas = components['schemas'];
export type TaxFile = Schemas['TaxFile'];
export type FileKind = TaxFile['kind'];

export const fileKinds = ['exports', 'principals', 'sellers'] as const satisfies readonly FileKind[];
export const fileFormats = ['csv', 'xlsx', 'json'] as const;

/** What names a file. */
interface FilePath {
  readonly kind: FileKind;
  readonly period: string;
  readonly edition: number;
}

export const taxFilesQuery = () =>
  infiniteQueryOptions({
    queryKey: ['tax-files'],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/export-tax/files', {
          signal,
          params: { query: pageParam === '' ? {} : { cursor: pageParam } },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const taxFileQuery = (path: FilePath) =>
  queryOptions({
    queryKey: ['tax-files', path.kind, path.period, path.edition],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/export-tax/files/{kind}/{period}/{edition}', { signal, params: { path } })),
  });

export const makeTaxFile = (body: Schemas['NewTaxFile']) =>
  answerOf(client.POST('/api/export-tax/files', { body }));

export const contentAddress = (
  { kind, period, edition }: FilePath,
  format: (typeof fileFormats)[number],
): string => `/api/export-tax/files/${kind}/${period}/${edition}/content?format=${format}`;
