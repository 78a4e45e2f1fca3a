import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Problem } from './problem.ts';
import { rateClassOf } from './rates/rates.ts';

/** A tag of what something is like, for `ETag`: it changes when one of the parts does. */
export function tagOf(...parts: readonly unknown[]): string {
  return tagOfText(JSON.stringify(parts));
}

const tagOfText = (text: string): string =>
  `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;

/** The header of a change that holds to what its caller saw. */
export const ifMatchHeader = z.object({
  'if-match': z.string().optional().meta({
    description: 'The `ETag` of what is to be changed: it is refused with 412 where it is another by now.',
  }),
});

/** Sets the tag that a change of the same thing may be asked under (`If-Match`). */
export function tagged(reply: FastifyReply, tag: string): void {
  reply.header('etag', tag);
}

/**
 * Refuses a change of something that is no longer as its caller saw it. Who sends no `If-Match` takes what comes.
 * @returns whether the caller asked for it: then the change itself must hold to it too, as others may be quicker
 */
export function ifMatch({ headers }: FastifyRequest, tag: string): boolean {
  const wanted = headers['if-match'];
  if (wanted === undefined || wanted.trim() === '*') return false;
  if (!named(wanted, tag)) throw changedMeanwhile();
  return true;
}

export const changedMeanwhile = (): Problem =>
  new Problem(412, 'CHANGED-MEANWHILE', {
    zh: '内容已被他人更改，未作更改；请重新读取后再改',
    en: 'It has been changed by somebody else, and was not changed now; read it anew and change that',
  });

const named = (list: string, tag: string): boolean =>
  list.split(',').some((word) => word.trim().replace(/^W\//, '') === tag);

/**
 * Tags what is read by its content, and answers who has it already with 304 and nothing else. What is read is read all
 * the same: it saves the way, not the work. A route that has a tag of its own speaks of less than its whole answer, and
 * is always answered in full.
 */
export function tagAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (
      !['GET', 'HEAD'].includes(request.method) ||
      reply.statusCode !== 200 ||
      !request.url.startsWith('/api/')
    )
      return payload;
    if (typeof payload !== 'string' || reply.hasHeader('etag')) return payload;
    // What is read without a limit, as receipts are by cursor, is never the same twice: a tag would be work for nothing.
    if (rateClassOf(request.routeOptions.config, request.method, true) === 'unlimited') return payload;
    const tag = tagOfText(payload);
    reply.header('etag', tag);
    const known = request.headers['if-none-match'];
    if (known === undefined || !(known.trim() === '*' || named(known, tag))) return payload;
    void reply.code(304).removeHeader('content-type').removeHeader('content-length');
    return null;
  });
}
