import type { FastifyInstance } from 'fastify';

/** A request that has not ended by then is cut off. */
const patienceMs = 5_000;

/**
 * Closes a server without cutting anybody off in the middle: hooks on `preClose` wake those who wait, requests
 * under way are answered, then connections kept alive for further requests are closed.
 */
export async function closeHttp(app: FastifyInstance, requests: RequestCount): Promise<void> {
  const closing = app.close();
  const until = performance.now() + patienceMs;
  while (requests.underWay > 0 && performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 10));
  app.server.closeAllConnections();
  await closing;
}

/** How many requests are being answered to somebody who is still there. */
export interface RequestCount {
  readonly underWay: number;
}

export function countRequests(app: FastifyInstance): RequestCount {
  const count = { underWay: 0 };
  app.addHook('onRequest', async (_request, reply) => {
    count.underWay += 1;
    // Also when the caller leaves before the end, as every watcher of a stream does.
    reply.raw.once('close', () => {
      count.underWay -= 1;
    });
  });
  return count;
}
