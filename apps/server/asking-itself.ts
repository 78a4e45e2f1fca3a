import { request as requestByHttp } from 'node:http';
import { request as requestByTls } from 'node:https';

/**
 * Asks the server by itself whether it is well, over a connection as anybody's; answers with the HTTP status. Its certificate names it to
 * others: by what address it reaches itself is not in it.
 */
export function askItself(url: string, signal: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = url.startsWith('https:')
      ? requestByTls(url, { signal, agent: false, rejectUnauthorized: false })
      : requestByHttp(url, { signal, agent: false });
    asked.on('error', reject);
    asked.on('response', (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
      response.on('error', reject);
    });
    asked.end();
  });
}
