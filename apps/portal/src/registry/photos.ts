import { answerOf, client } from '../api/client.ts';
import { prepared } from '../api/photo.ts';
import type { components } from '../api/schema.gen.ts';
import type { GoodsKey, GoodsView } from './queries.ts';

export type Photo = components['schemas']['GoodsPhoto'];

export const photoAddress = ({ ebcCode, itemNo }: GoodsKey, photoId: string): string =>
  `/api/registry/goods/${ebcCode}/${encodeURIComponent(itemNo)}/photos/${photoId}`;

/** Adds photos one after the other, in the order they were chosen in. */
export async function addPhotos(path: GoodsKey, files: readonly File[], alt: string): Promise<void> {
  for (const file of files) {
    const body = await prepared(file);
    await answerOf(
      client.POST('/api/registry/goods/{ebcCode}/{itemNo}/photos', {
        params: { path, query: { alt } },
        body: body as never,
        bodySerializer: (given: unknown) => given as Blob,
        headers: { 'content-type': body.type || 'application/octet-stream' },
      }),
    );
  }
}

export const changePhoto = (
  path: GoodsKey & { readonly photoId: string },
  body: components['schemas']['GoodsPhotoChange'],
): Promise<GoodsView> =>
  answerOf(
    client.PATCH('/api/registry/goods/{ebcCode}/{itemNo}/photos/{photoId}', { params: { path }, body }),
  );

export const removePhoto = (path: GoodsKey & { readonly photoId: string }): Promise<GoodsView> =>
  answerOf(client.DELETE('/api/registry/goods/{ebcCode}/{itemNo}/photos/{photoId}', { params: { path } }));
