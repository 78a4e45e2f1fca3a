/** Where the platform is, and who calls. */
export interface Connection {
  /** `https://zone.example` or `http://127.0.0.1:8080`. */
  readonly url: string;
  /** API key of the enterprise; left out for what is open to anybody. */
  readonly key?: string;
  /** How often a request is sent again that met too much load (429, 503) or a broken connection. Default 4. */
  readonly retries?: number;
  /** Seconds to wait before sending again, at most; where the platform asks for more, its answer is thrown. Default 60. */
  readonly longestWait?: number;
}

/** Sends one request, and again where that may help; answers whatever the platform answered last. */
export type Send = (path: string, init?: RequestInit) => Promise<Response>;

const FIRST_WAIT_MS = 250;
/** Answers after which the same request may be answered otherwise. */
const BUSY = [429, 503];

/**
 * How requests of a connection are sent. All may be sent twice: reading changes nothing, messages have business keys, and
 * whatever else changes something goes under an `Idempotency-Key`.
 */
export function sender({ url, key, retries = 4, longestWait = 60 }: Connection): Send {
  const base = url.replace(/\/+$/, '');
  return async (path, init = {}) => {
    const headers = { ...init.headers, ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) };
    for (let tried = 0; ; tried += 1) {
      const last = tried >= retries;
      const response = await fetch(`${base}${path}`, { ...init, headers }).catch((fault: unknown) => {
        if (last || init.signal?.aborted) throw fault;
        return undefined;
      });
      if (response && (last || !BUSY.includes(response.status))) return response;
      const asked = Number(response?.headers.get('retry-after') ?? 0);
      if (response && asked > longestWait) return response;
      await response?.body?.cancel();
      // Half of the wait is chance, so that many who were turned away together do not come back together.
      const grown = FIRST_WAIT_MS * 2 ** tried * (0.5 + Math.random() / 2);
      await pause(Math.min(Math.max(grown, asked * 1000), longestWait * 1000), init.signal ?? undefined);
    }
  };
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}
