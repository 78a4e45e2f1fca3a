import { setTimeout as sleep } from 'node:timers/promises';
import type { BadDocumentsPage, BulkFileView } from '#bulk';

/** An enterprise that speaks to a running platform about bulk files. */
export interface Uploader {
  readonly url: string;
  readonly key: string;
}

export async function call(
  { url, key }: Uploader,
  path: string,
  init: {
    readonly method?: string;
    readonly body?: Uint8Array | object;
    readonly headers?: Record<string, string>;
  } = {},
): Promise<Response> {
  const { method = 'GET', body, headers = {} } = init;
  const bytes = body instanceof Uint8Array;
  const type = bytes ? 'application/octet-stream' : 'application/json';
  return fetch(`${url}/api/bulk${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, ...(body ? { 'content-type': type } : {}), ...headers },
    ...(body ? { body: bytes ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) } : {}),
  });
}

async function good<Body>(answer: Promise<Response>): Promise<Body> {
  const response = await answer;
  const body = (await response.json()) as Body;
  if (!response.ok) throw new Error(`HTTP ${response.status}: ${JSON.stringify(body)}`);
  return body;
}

export interface Wish {
  readonly kind?: string;
  readonly name?: string;
  readonly acceptGood?: boolean;
}

export const announce = (who: Uploader, sizeBytes: number, wish: Wish = {}): Promise<BulkFileView> =>
  good(
    call(who, '/files', { method: 'POST', body: { kind: 'orders', name: 'orders.csv', ...wish, sizeBytes } }),
  );

export const sendPart = (
  who: Uploader,
  fileId: string,
  offset: number,
  bytes: Uint8Array,
): Promise<Response> =>
  call(who, `/files/${fileId}/content`, {
    method: 'PATCH',
    body: bytes,
    headers: { 'upload-offset': String(offset) },
  });

/** Uploads a whole file in parts. */
export async function uploadAll(who: Uploader, bytes: Uint8Array, wish: Wish = {}, partBytes = 1 << 20) {
  const { fileId } = await announce(who, bytes.length, wish);
  for (let at = 0; at < bytes.length; at += partBytes)
    await good(sendPart(who, fileId, at, bytes.subarray(at, at + partBytes)));
  return fileId;
}

export const fileOf = (who: Uploader, fileId: string): Promise<BulkFileView> =>
  good(call(who, `/files/${fileId}`));

/** Waits until a file is in one of the states. */
export async function untilState(
  who: Uploader,
  fileId: string,
  ...states: readonly BulkFileView['state'][]
): Promise<BulkFileView> {
  for (;;) {
    const file = await fileOf(who, fileId);
    if (states.includes(file.state)) return file;
    await sleep(25);
  }
}

/** Uploads a file and waits until it has been read, to its end or not. */
export async function readThrough(who: Uploader, content: Uint8Array | string, wish: Wish = {}) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const fileId = await uploadAll(who, bytes, wish);
  return untilState(who, fileId, 'read', 'unreadable', 'done');
}

export const handIn = (who: Uploader, fileId: string): Promise<BulkFileView> =>
  good(call(who, `/files/${fileId}/hand-in`, { method: 'POST' }));

export async function badOf(who: Uploader, fileId: string): Promise<BadDocumentsPage['documents']> {
  const page = await good<BadDocumentsPage>(call(who, `/files/${fileId}/bad-documents?limit=1000`));
  return page.documents;
}

/** Codes of what is wrong with a file as a whole. */
export const codesOf = ({ findings }: BulkFileView): string[] => findings.map(({ code }) => code);
