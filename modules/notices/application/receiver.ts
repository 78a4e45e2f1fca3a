import {
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Finding } from '#kernel';
import { type Networks, PermittedNames } from '#outbound';
import type { Outcome } from '../domain/next-step.ts';

/** What came back of one sending. */
export interface Sent extends Outcome {
  /** The beginning of the answer, as text. */
  readonly answer?: string;
}

/** An answer says “thanks”; more is not read, and of that only the beginning is kept (D). */
const mostAnswerBytes = 16 * 1024;
const keptCharacters = 1_000;
const mostAddressCharacters = 2_000;

/** Sends to receivers outside, and nowhere else. */
export class Receivers {
  readonly #names: PermittedNames;
  readonly #secure: HttpsAgent;
  readonly #plain: HttpAgent;

  /** @param nameServers in place of the system's, as `address:port` */
  constructor(networks: Networks, nameServers?: readonly string[]) {
    this.#names = new PermittedNames(networks, nameServers);
    // A connection that is kept was made to an address that had been looked at.
    const kept = { keepAlive: true, maxFreeSockets: 64, timeout: 30_000 };
    this.#secure = new HttpsAgent(kept);
    this.#plain = new HttpAgent(kept);
  }

  /** What is wrong with an address by its form; nothing if it can be tried. */
  findings(address: string): Finding[] {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (
      !url ||
      address.length > mostAddressCharacters ||
      url.username !== '' ||
      url.password !== '' ||
      url.hash
    )
      return [addressFinding];
    const verdict = this.#names.verdict(url);
    if (verdict === 'no-address') return [addressFinding];
    return verdict === 'not-allowed' ? [forbiddenFinding] : [];
  }

  /** Sends one event; every failure is an outcome, none is thrown. No redirect is followed. */
  async send(
    address: string,
    body: string,
    headers: Readonly<Record<string, string>>,
    timeoutMs: number,
  ): Promise<Sent> {
    if (this.findings(address).length > 0) return { fault: 'ADDRESS-NOT-ALLOWED' };
    const url = new URL(address);
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      return await this.#once(url, body, headers, timeout);
    } catch (error) {
      if (timeout.aborted) return { fault: 'TIMEOUT' };
      const { code } = error as { code?: unknown };
      return { fault: typeof code === 'string' ? code : 'NETWORK' };
    }
  }

  close(): void {
    this.#secure.destroy();
    this.#plain.destroy();
  }

  #once(
    url: URL,
    body: string,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<Sent> {
    const secure = url.protocol === 'https:';
    const options: RequestOptions = {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      agent: secure ? this.#secure : this.#plain,
      lookup: this.#names.lookup,
      signal,
    };
    return new Promise((resolve, reject) => {
      const request = (secure ? httpsRequest : httpRequest)(url, options, (response) => {
        read(response).then(resolve, reject);
      });
      request.once('error', (error: Error & { code?: string }) => {
        // The receiver closed a kept connection at the very moment it was used again.
        if (request.reusedSocket && error.code === 'ECONNRESET')
          this.#once(url, body, headers, signal).then(resolve, reject);
        else reject(error);
      });
      request.end(body);
    });
  }
}

/** Reads as much of an answer as is looked at; the status counts, whatever follows it. */
async function read(response: IncomingMessage): Promise<Sent> {
  const httpStatus = response.statusCode ?? 0;
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    pieces.push(piece);
    size += piece.length;
    // Leaving the loop closes the connection.
    if (size > mostAnswerBytes) break;
  }
  const answer = Buffer.concat(pieces)
    .toString('utf8')
    .replaceAll('\u0000', '')
    .slice(0, keptCharacters)
    .toWellFormed();
  const good = httpStatus >= 200 && httpStatus < 300;
  const seconds = Number(response.headers['retry-after'] ?? 0);
  return {
    httpStatus,
    answer,
    ...(good ? {} : { fault: httpStatus >= 300 && httpStatus < 400 ? 'REDIRECT' : 'HTTP-STATUS' }),
    ...(seconds > 0 ? { retryAfterMs: seconds * 1000 } : {}),
  };
}

const addressFinding: Finding = {
  code: 'WEBHOOK-ADDRESS',
  level: 'field',
  path: 'address',
  message: {
    zh: '不是可用的 HTTPS 地址',
    en: 'This is no HTTPS address that can be sent to',
  },
  remedy: {
    zh: '填写完整的 https:// 地址，不含用户名、密码和 # 部分，最长 2000 个字符',
    en: 'Give a whole https:// address without user, password and fragment, at most 2,000 characters',
  },
};

const forbiddenFinding: Finding = {
  code: 'WEBHOOK-ADDRESS-NOT-ALLOWED',
  level: 'field',
  path: 'address',
  message: {
    zh: '该地址是本机、内网或保留地址，平台不向其推送',
    en: 'This is an address of this machine, of a private network or a reserved one: nothing is sent there',
  },
  remedy: {
    zh: '使用公网可达的地址；确需推送到内网时，请运营方在 CHAMA_WEBHOOK_NETWORKS 中放行该网段',
    en: 'Use an address on the open network; where a private one is meant, the operator allows its network by CHAMA_WEBHOOK_NETWORKS',
  },
};
