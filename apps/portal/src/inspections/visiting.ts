import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { answerOf, client, ProblemError } from '../api/client.ts';
import { prepared } from '../api/photo.ts';
import type { components } from '../api/schema.gen.ts';
import { sessionQuery } from '../api/session.ts';
import { type Entry, Outbox } from './outbox.ts';
import { type Hold, holdKey, type Inspection, inspectionKey, type ListKey } from './queries.ts';

type Schemas = components['schemas'];
type Made<Body> = Omit<Body, 'entryId'>;

/** One of the whole page: what is not sent yet outlives going to another page of the portal. */
const outbox = new Outbox((work, ms) => window.setTimeout(work, ms));
window.addEventListener('online', () => void outbox.flush());
window.addEventListener('beforeunload', (event) => {
  if (outbox.entries.length > 0) event.preventDefault();
});

/** Entries of an inspection by whoever is signed in that have not been taken yet. */
export function useUnsent(inspectionId: string) {
  const { data: session } = useQuery(sessionQuery());
  const entries = useSyncExternalStore(
    (listener) => outbox.subscribe(listener),
    () => outbox.entries,
  );
  useEffect(() => void outbox.flush(), []);
  return {
    entries: entries.filter((one) => one.inspectionId === inspectionId && one.by === session?.login),
    sendNow: () => void outbox.flush(),
    discard: (id: string) => outbox.discard(id),
  };
}

/** Puts entries of an inspection into the outbox; each has an id from here on, so that it is written once. */
export function useEntering(inspectionId: string) {
  const queryClient = useQueryClient();
  const params = { path: { inspectionId } };
  const put = (
    kind: Entry['kind'],
    label: string,
    send: (id: string) => Promise<Inspection>,
    covers: readonly string[] = [],
  ) => {
    const [id, by] = [crypto.randomUUID(), loginOf(queryClient)];
    outbox.add({
      ...{ id, by, inspectionId, kind, label, covers },
      send: async () => {
        if (loginOf(queryClient) !== by) throw new ProblemError(401, undefined);
        queryClient.setQueryData(inspectionKey(inspectionId), await send(id));
      },
    });
  };
  return {
    result: (body: Made<Schemas['InspectionResult']>, meant: readonly Hold[]) =>
      put(
        'result',
        body.orderNo,
        (entryId) =>
          answerOf(
            client.POST('/api/inspections/{inspectionId}/results', { params, body: { ...body, entryId } }),
          ),
        meant.map(holdKey),
      ),
    sample: (body: Made<Schemas['NewInspectionSample']>) =>
      put('sample', body.orderNo, (entryId) =>
        answerOf(
          client.POST('/api/inspections/{inspectionId}/samples', { params, body: { ...body, entryId } }),
        ),
      ),
    move: (sampleNo: string, body: Made<Schemas['InspectionSampleMove']>) =>
      put('move', sampleNo, (entryId) =>
        answerOf(
          client.POST('/api/inspections/{inspectionId}/samples/{sampleNo}/steps', {
            params: { path: { inspectionId, sampleNo } },
            body: { ...body, entryId },
          }),
        ),
      ),
    photo: (file: File, of: ListKey, shows: string) => {
      const picture = prepared(file);
      put('photo', of.orderNo, async (photoId) =>
        sendPhoto(inspectionId, await picture, { ...of, photoId, shows }),
      );
    },
  };
}

const loginOf = (queryClient: QueryClient): string =>
  queryClient.getQueryData(sessionQuery().queryKey)?.login ?? '';

const sendPhoto = (
  inspectionId: string,
  picture: Blob,
  { ebpCode, orderNo, photoId, shows }: ListKey & { readonly photoId: string; readonly shows: string },
): Promise<Inspection> =>
  answerOf(
    client.POST('/api/inspections/{inspectionId}/photos', {
      params: { path: { inspectionId }, query: { photoId, shows, orderNo, ebpCode } },
      body: picture as never,
      bodySerializer: (given: unknown) => given as Blob,
      headers: { 'content-type': picture.type || 'application/octet-stream' },
    }),
  );

const of = (inspectionId: string) => ({ params: { path: { inspectionId } } });

export const beginVisit = (inspectionId: string) =>
  answerOf(client.POST('/api/inspections/{inspectionId}/begin', of(inspectionId)));

export const signVisit = (inspectionId: string) =>
  answerOf(client.POST('/api/inspections/{inspectionId}/signature', of(inspectionId)));
