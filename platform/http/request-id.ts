import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/** What a caller may name a request by: no spaces, no line ends, nothing that a log could be misled by. */
const NAME = /^[A-Za-z0-9._-]{8,64}$/;

/** The name of a request: the caller's own (`x-request-id`) where it is one, else a new one. */
export function requestIdOf(headers: Readonly<Record<string, string | string[] | undefined>>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && NAME.test(given) ? given : randomUUID();
}

/** Every answer bears the name of its request, so that caller and log speak of the same. */
export function nameRequests(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
}
