import type { Somebody } from '../../modules/access/testing/signed-in.ts';
import type { Platform } from '../portal/platform.ts';

interface Answered {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what is answered is as various as the routes that are asked.
  readonly json: any;
}

/** Somebody who asks the interface over HTTP, as a page of the portal does. */
export interface Asking {
  (method: string, path: string, body?: object): Promise<Answered>;
  /** A body of another type, such as a table. */
  readonly send: (path: string, body: string | Uint8Array, type: string) => Promise<Answered>;
}

/** Signs somebody in, and gives what they ask with. */
export async function asking(platform: Platform, somebody: Somebody): Promise<Asking> {
  const cookie = `chama_session=${await platform.signIn(somebody)}`;
  const send = async (
    method: string,
    path: string,
    body?: string | Uint8Array,
    type?: string,
  ): Promise<Answered> => {
    const response = await fetch(`${platform.url}${path}`, {
      ...{ method, ...(body === undefined ? {} : { body: body as string }) },
      headers: { cookie, 'sec-fetch-site': 'same-origin', ...(type ? { 'content-type': type } : {}) },
    });
    const text = await response.text();
    return { status: response.status, json: text === '' ? {} : JSON.parse(text) };
  };
  return Object.assign(
    (method: string, path: string, body?: object) =>
      body ? send(method, path, JSON.stringify(body), 'application/json') : send(method, path),
    { send: (path: string, body: string | Uint8Array, type: string) => send('POST', path, body, type) },
  );
}
