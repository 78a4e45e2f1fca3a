import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Networks } from './networks.ts';
import { OutboundRefused, PermittedNames } from './permitted-names.ts';

/** As `fetch`, of what the libraries that take one use. */
export type OutboundFetch = (
  address: string,
  options?: {
    readonly method?: string | undefined;
    readonly headers?: Headers | Readonly<Record<string, string>> | undefined;
    readonly body?: unknown;
    readonly signal?: AbortSignal | null | undefined;
  },
) => Promise<Response>;

/** How long an answer may take, and how long it may be (D). */
const longestMs = 8_000;
const mostBytes = 1024 * 1024;

/**
 * A `fetch` that asks permitted addresses only, follows no redirect and reads no endless answer.
 * @returns a function that throws with a `code` where it does not ask, or is not answered
 */
export function outboundFetch(networks: Networks, nameServers?: readonly string[]): OutboundFetch {
  const names = new PermittedNames(networks, nameServers);
  return async (address, { method = 'GET', headers, body, signal } = {}) => {
    const url = new URL(address);
    if (names.verdict(url) !== 'good') throw new OutboundRefused('ADDRESS-NOT-ALLOWED');
    const sent = body === undefined || body === null ? undefined : String(body);
    const timeout = AbortSignal.timeout(longestMs);
    const options: RequestOptions = {
      method,
      headers: {
        ...Object.fromEntries(new Headers(headers)),
        ...(sent === undefined ? {} : { 'content-length': Buffer.byteLength(sent) }),
      },
      lookup: names.lookup,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    };
    return new Promise((resolve, reject) => {
      const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options, (response) => {
        whole(response).then(resolve, reject);
      });
      request.once('error', (error) => reject(timeout.aborted ? new OutboundRefused('TIMEOUT') : error));
      request.end(sent);
    });
  };
}

async function whole(response: IncomingMessage): Promise<Response> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    pieces.push(piece);
    size += piece.length;
    // Leaving the loop closes the connection.
    if (size > mostBytes) throw new OutboundRefused('ANSWER-TOO-LONG');
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(response.headers))
    for (const one of [value ?? []].flat()) headers.append(name, one);
  const status = response.statusCode ?? 0;
  const empty = status === 204 || status === 304;
  return new Response(empty ? null : new Uint8Array(Buffer.concat(pieces)), { status, headers });
}
