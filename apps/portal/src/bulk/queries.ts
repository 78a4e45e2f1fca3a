import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

export type BulkFile = components['schemas']['BulkFile'];
export type BadDocument = components['schemas']['BulkBadDocument'];
export type BulkState = BulkFile['state'];

/** While something happens to a file it is looked at so often. */
const refetchMs = 1_000;
const movingStates: readonly BulkState[] = ['uploading', 'reading', 'handing-in'];

const isMoving = ({ state }: BulkFile): boolean => movingStates.includes(state);

export const kindsQuery = () =>
  queryOptions({
    queryKey: ['bulk', 'kinds'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/bulk/kinds', { signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const filesQuery = (cursor: string | undefined) =>
  queryOptions({
    queryKey: ['bulk', 'files', cursor ?? ''],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/bulk/files', { params: { query: cursor ? { cursor } : {} }, signal })),
    refetchInterval: ({ state }) => (state.data?.files.some(isMoving) ? refetchMs : false),
  });

export const fileQuery = (fileId: string) =>
  queryOptions({
    queryKey: ['bulk', 'file', fileId],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/bulk/files/{fileId}', { params: { path: { fileId } }, signal })),
    refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? refetchMs : false),
  });

/** What was not taken, from the top on, as far as somebody has scrolled. */
export const badQuery = (fileId: string, count: number) =>
  infiniteQueryOptions({
    // What is found while the file is read or handed in comes behind what was found before.
    queryKey: ['bulk', 'bad', fileId, count],
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        client.GET('/api/bulk/files/{fileId}/bad-documents', {
          params: { path: { fileId }, query: { limit: 200, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    enabled: count > 0,
  });

export const announceFile = (body: components['schemas']['NewBulkFile']) =>
  answerOf(client.POST('/api/bulk/files', { body }));

/** Sends the next bytes of a file; answers where the one after them begins. */
export const sendPart = (fileId: string, offset: number, bytes: Blob) =>
  answerOf(
    client.PATCH('/api/bulk/files/{fileId}/content', {
      params: { path: { fileId }, header: { 'upload-offset': String(offset) } },
      headers: { 'content-type': 'application/octet-stream' },
      body: bytes as never,
      bodySerializer: (body: unknown) => body as Blob,
    }),
  );

export const handInFile = (fileId: string) =>
  answerOf(client.POST('/api/bulk/files/{fileId}/hand-in', { params: { path: { fileId } } }));

export const cancelFile = (fileId: string) =>
  answerOf(client.POST('/api/bulk/files/{fileId}/cancel', { params: { path: { fileId } } }));

/** The server's tables are in Chinese or English. */
const tableLanguage = (language: string): string => (language === 'zh' ? 'zh' : 'en');

export const templateAddress = (kind: string, format: string, language: string): string =>
  `/api/bulk/templates/${kind}?format=${format}&lang=${tableLanguage(language)}`;

export const errorsAddress = (fileId: string, format: string, language: string): string =>
  `/api/bulk/files/${fileId}/errors?format=${format}&lang=${tableLanguage(language)}`;
