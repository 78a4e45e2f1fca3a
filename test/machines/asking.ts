import { request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import type { TLSSocket } from 'node:tls';

/** A certificate and its key, as a program holds them. */
export interface Held {
  readonly cert: string;
  readonly key: string;
}

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, never>> & {
    readonly code?: string;
    readonly certificateId?: string;
  };
  /** CN of the server's certificate and its serial number. */
  readonly serial: string;
}

export interface Asking {
  readonly with?: Held | undefined;
  readonly key?: string | undefined;
  readonly method?: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly to?: string;
}

/** One request on a connection of its own. */
export function askOver(to: string, authority: string, path: string, asking: Asking): Promise<Answer> {
  const { method = 'GET', body } = asking;
  const headers = {
    ...(asking.key ? { authorization: `Bearer ${asking.key}` } : {}),
    ...(body ? { 'content-type': 'application/json' } : {}),
    ...asking.headers,
  };
  const options = { method, headers, agent: false };
  const trusting = { ca: authority, servername: 'localhost', ...asking.with };
  const url = `${to}${path}`;
  return new Promise((resolve, reject) => {
    const sent = url.startsWith('https')
      ? tlsRequest(url, { ...options, ...trusting })
      : plainRequest(url, options);
    sent.on('error', reject);
    sent.on('response', (response) => {
      const { socket } = response;
      const serial =
        'getPeerCertificate' in socket ? (socket as TLSSocket).getPeerCertificate().serialNumber : '';
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: text ? JSON.parse(text) : {}, serial }),
      );
    });
    sent.end(body ? JSON.stringify(body) : undefined);
  });
}
