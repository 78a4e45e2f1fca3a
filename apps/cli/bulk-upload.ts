import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BulkFileView } from '#bulk';
import { OperatorError } from '#postgres';
import { type Asking, Refused, refusalOf } from './bulk-asking.ts';

/** Bytes of one part; the platform takes no larger ones. */
const partBytes = 4 * 1024 * 1024;
/** How often a part is tried again when the connection breaks, and how long is waited before, a little longer each time. */
const mostTries = 6;
const pauseMs = 500;

export interface UploadWish {
  readonly kind: string;
  readonly acceptGood: boolean;
  /** An upload to go on with. */
  readonly fileId: string | undefined;
}

/** Uploads a file part by part; after a broken connection it goes on where the platform stands. */
export async function uploadFile(asking: Asking, path: string, wish: UploadWish): Promise<BulkFileView> {
  const { size } = await stat(path).catch((error) => {
    throw new OperatorError({ zh: `读不到 ${path}。`, en: `${path} cannot be read.` }, error);
  });
  const { kind, acceptGood, fileId } = wish;
  const begun = fileId
    ? await asking.ask<BulkFileView>(`/files/${encodeURIComponent(fileId)}`)
    : await asking.ask<BulkFileView>('/files', 'POST', {
        kind,
        name: basename(path),
        sizeBytes: size,
        acceptGood,
      });
  if (begun.sizeBytes !== size)
    throw new OperatorError({
      zh: `${path} 有 ${size} 字节，${begun.fileId} 为 ${begun.sizeBytes} 字节，不是同一个文件。`,
      en: `${path} has ${size} bytes and ${begun.fileId} has ${begun.sizeBytes}: it is another file.`,
    });
  const file = await open(path);
  try {
    for (let at = begun.receivedBytes; at < size; ) {
      const part = Buffer.alloc(Math.min(partBytes, size - at));
      const { bytesRead } = await file.read(part, 0, part.length, at);
      at = await sendPart(asking, begun.fileId, at, part.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
  return asking.ask<BulkFileView>(`/files/${begun.fileId}`);
}

/** Where the next part begins. */
async function sendPart(asking: Asking, fileId: string, offset: number, bytes: Buffer): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    try {
      const response = await asking.send(`/files/${fileId}/content`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/octet-stream', 'upload-offset': String(offset) },
        body: new Uint8Array(bytes),
      });
      if (response.ok) return ((await response.json()) as { receivedBytes: number }).receivedBytes;
      const refusal = await refusalOf(response);
      // A part whose answer was lost is there already: the platform says where to go on.
      if (refusal.code !== 'UPLOAD-OFFSET') throw refusal;
      return (await asking.ask<BulkFileView>(`/files/${fileId}`)).receivedBytes;
    } catch (error) {
      if (error instanceof Refused || tries === mostTries) throw error;
      await sleep(pauseMs * tries);
    }
  }
}
