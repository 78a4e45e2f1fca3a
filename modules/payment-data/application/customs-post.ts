import { type PaymentDataAnswer, readPaymentAnswer, writePaymentForm } from '#ceb';

/** What came back from customs. */
export interface Posted {
  readonly httpStatus?: number;
  readonly answer?: PaymentDataAnswer;
  /** Why there is no answer, as a short code. */
  readonly fault?: string;
}

/** An answer is a line; more is not read. */
const mostAnswerBytes = 64 * 1024;

/**
 * The one address data are sent to: HTTPS with its certificate verified; plain HTTP on this machine only, for the
 * sandbox. Redirects are not followed: data go where the operator has said, and nowhere else.
 */
export class CustomsAddress {
  readonly #url: URL;

  /** @throws RangeError for an address that is no HTTPS address. */
  constructor(address: string) {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    const local = url?.protocol === 'http:' && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
    if (!url || !(url.protocol === 'https:' || local) || url.username !== '' || url.password !== '')
      throw new RangeError(`${address} is no HTTPS address without user and password`);
    this.#url = url;
  }

  /** Sends a signed `realTimeDataUp`; every failure is an outcome, none is thrown. */
  async send(json: string, timeoutMs: number): Promise<Posted> {
    try {
      const response = await fetch(this.#url, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' },
        body: writePaymentForm(json),
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      const text = await limited(response);
      if (text === undefined) return { httpStatus: response.status, fault: 'ANSWER-TOO-LARGE' };
      const answer = response.status === 200 ? readPaymentAnswer(text) : undefined;
      if (answer) return { httpStatus: 200, answer };
      return {
        httpStatus: response.status,
        fault: response.status === 200 ? 'ANSWER-UNREADABLE' : 'HTTP-STATUS',
      };
    } catch (error) {
      return { fault: faultCode(error) };
    }
  }
}

async function limited(response: Response): Promise<string | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.length;
    // Leaving the loop cancels the rest.
    if (size > mostAnswerBytes) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function faultCode(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'TIMEOUT';
  const { cause } = error as { cause?: { code?: unknown } };
  return typeof cause?.code === 'string' ? cause.code : 'NETWORK';
}
