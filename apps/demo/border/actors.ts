import type { Actor, MessageTaken } from './story.ts';

/** One thing that was asked and how it was answered. */
export interface Exchange {
  /** Customs code of a firm, or login of a person. */
  readonly as: string;
  readonly method: string;
  readonly path: string;
  readonly body?: object;
  readonly message?: { readonly name: string; readonly bytes: Uint8Array };
  /** A file that was sent as it is. */
  readonly upload?: { readonly type: string; readonly text: string };
  readonly status: number;
  readonly answer: unknown;
}

export interface Line {
  readonly baseUrl: string;
  readonly signal?: AbortSignal;
  /** Told of everything that was asked, in order. */
  readonly heard?: (exchange: Exchange) => void;
}

/** A story cannot go on: something was answered otherwise than it must be. */
export class StoryFault extends Error {}

/** Somebody who speaks to the platform with these headers. */
export function actorOf(
  line: Line,
  as: string,
  headers: () => Promise<Readonly<Record<string, string>>>,
): Actor {
  const ask = async (
    method: string,
    path: string,
    sent: Pick<Exchange, 'body' | 'message' | 'upload'>,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Exchange> => {
    const { body, message, upload } = sent;
    const bytes = message ? Buffer.from(message.bytes) : upload ? Buffer.from(upload.text) : undefined;
    const response = await fetch(new URL(path, line.baseUrl), {
      method,
      headers: { ...(await headers()), ...typeOf(sent), ...more },
      ...(bytes ? { body: bytes } : body ? { body: JSON.stringify(body) } : {}),
      ...(line.signal ? { signal: line.signal } : {}),
    });
    const text = await response.text();
    const json = /json/.test(response.headers.get('content-type') ?? '');
    const exchange = {
      ...{ as, method, path, ...sent, status: response.status },
      answer: json ? JSON.parse(text) : text,
    };
    line.heard?.(exchange);
    return exchange;
  };
  const done = async <Body>(exchange: Promise<Exchange>): Promise<Body> => {
    const { method, path, status, answer } = await exchange;
    if (status < 400) return answer as Body;
    throw new StoryFault(`${as} ${method} ${path}: ${status} ${JSON.stringify(answer)}`);
  };
  const matching = (ifMatch: string | undefined) => (ifMatch === undefined ? {} : { 'if-match': ifMatch });
  return {
    get: (path) => done(ask('GET', path, {})),
    post: (path, body) => done(ask('POST', path, body ? { body } : {})),
    put: (path, body, ifMatch) => done(ask('PUT', path, { body }, matching(ifMatch))),
    patch: (path, body, ifMatch) => done(ask('PATCH', path, { body }, matching(ifMatch))),
    delete: (path) => done(ask('DELETE', path, {})),
    send: async (name, bytes) => {
      const taken = await done<MessageTaken>(ask('POST', '/api/messages', { message: { name, bytes } }));
      const refused = taken.documents.filter(({ verdict }) => verdict === 'refused');
      if (refused.length > 0) throw new StoryFault(`${as} ${name}: ${JSON.stringify(refused)}`);
      return taken;
    },
    upload: async (path, type, text) => {
      await done(ask('PUT', path, { upload: { type, text } }));
    },
    refused: async (method, path, body) => {
      const { status, answer } = await ask(method, path, body ? { body } : {});
      const { code } = (answer ?? {}) as { code?: string };
      if (status < 400 || code === undefined)
        throw new StoryFault(`${as} ${method} ${path} was not refused: ${status}`);
      return code;
    },
  };
}

const typeOf = ({
  body,
  message,
  upload,
}: Pick<Exchange, 'body' | 'message' | 'upload'>): Record<string, string> =>
  upload
    ? { 'content-type': upload.type }
    : message
      ? { 'content-type': 'application/xml' }
      : body
        ? { 'content-type': 'application/json' }
        : {};
