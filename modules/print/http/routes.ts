import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { accessTo, partyOf } from '#access';
import { answer, type Http, harmlessTwice, Problem, problems } from '#http';
import { check, type ListKey, type PrintPorts, print, printPass } from '../application/printing.ts';
import type { SheetKind } from '../domain/sheets.ts';
import { checkedPaper, paperParams, passParams, printParams, printRequest } from './schemas.ts';

export interface PrintRoutes extends PrintPorts {
  /** Where people reach the platform; undefined: on this machine alone. */
  readonly publicUrl: string | undefined;
  /** Lists that may be printed into one PDF today. */
  readonly mostLists: () => number;
}

/**
 * A paper is checked by the address on it, for years: it is the operator's to say, and not the caller's, who writes the
 * header it would come from. On one's own machine nobody else does.
 */
function ownOrigin({ protocol, host }: FastifyRequest): string {
  if (/^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(host)) return `${protocol}://${host}`;
  throw new Problem(409, 'PRINT-ADDRESS-UNSET', {
    zh: '单据上要印查验网址，而平台尚未设置对外网址；请运营方设置 CHAMA_PUBLIC_URL',
    en: 'Papers bear an address they are checked by, and the platform has not been told its own: its operator sets CHAMA_PUBLIC_URL',
  });
}

const described = { tags: ['print'], security: [{ apiKey: [] }, { session: [] }] };

const pdf = {
  description: 'The PDF.',
  content: { 'application/pdf': { schema: z.any().meta({ type: 'string', format: 'binary' }) } },
};

/** Printing, and checking what was printed. */
export function printRoutes(app: Http, routes: PrintRoutes): void {
  printing(app, routes);
  printingPasses(app, routes);
  checking(app, routes);
}

/** Aborted when nobody waits for the paper any more. */
function whileWaiting(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return gone.signal;
}

const sendPdf = (reply: FastifyReply, name: string, bytes: Buffer): FastifyReply =>
  reply
    .type('application/pdf')
    .header('cache-control', 'no-store')
    .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(`${name}.pdf`)}`)
    .send(bytes);

function printingPasses(app: Http, routes: PrintRoutes): void {
  app.get(
    '/api/passes/:passNo/print',
    {
      config: accessTo('passes', 'read'),
      schema: {
        ...described,
        operationId: 'printPass',
        summary: 'The pass of a vehicle as PDF',
        description:
          'In Chinese and English, with its number as a bar code for the gate and an address to check the paper by.',
        params: passParams,
        response: { 200: pdf, ...problems(400, 401, 403, 404, 409, 503) },
      },
    },
    async (request, reply) => {
      const { passNo } = request.params;
      const wish = { passNo, origin: routes.publicUrl ?? ownOrigin(request) };
      const viewer = { party: partyOf(request) };
      return sendPdf(reply, `pass-${passNo}`, await printPass(routes, viewer, wish, whileWaiting(reply)));
    },
  );
}

function printing(app: Http, routes: PrintRoutes): void {
  const send = async (request: FastifyRequest, reply: FastifyReply, kind: SheetKind, lists: ListKey[]) => {
    const origin = routes.publicUrl ?? ownOrigin(request);
    const viewer = { party: partyOf(request) };
    const bytes = await print(routes, viewer, { kind, lists, origin }, whileWaiting(reply));
    const name = lists.length === 1 ? `${lists[0]?.orderNo}` : `${lists.length}-lists`;
    return sendPdf(reply, `${kind}-${name}`, bytes);
  };
  app.get(
    '/api/lists/:ebpCode/:orderNo/print/:kind',
    {
      config: accessTo('lists', 'read'),
      schema: {
        ...described,
        operationId: 'printList',
        summary: 'A list, its tax or its note of release as PDF',
        description:
          'In Chinese and English, personal data masked, with a bar code and an address to check the paper by.',
        params: printParams,
        response: { 200: pdf, ...problems(400, 401, 403, 404, 409, 503) },
      },
    },
    async (request, reply) => {
      const { kind, ...key } = request.params;
      return send(request, reply, kind, [key]);
    },
  );
  app.post(
    '/api/papers',
    {
      config: { ...accessTo('papers', 'print'), ...harmlessTwice('Printing changes nothing.') },
      schema: {
        ...described,
        operationId: 'printLists',
        summary: 'The same sheet of many lists as one PDF',
        description:
          'All of them or none: a list that is not there, or cannot be printed so, is named and nothing is printed.',
        body: printRequest,
        response: { 200: pdf, ...problems(400, 401, 403, 404, 409, 415, 422, 503) },
      },
    },
    async (request, reply) => {
      const { kind, lists } = request.body;
      const most = routes.mostLists();
      if (lists.length > most)
        throw new Problem(422, 'PRINT-TOO-MANY', {
          zh: `一次最多打印 ${most} 份清单，请分次打印`,
          en: `At most ${most} lists are printed at once; print them in several turns`,
        });
      return send(request, reply, kind, lists);
    },
  );
}

function checking(app: Http, routes: PrintRoutes): void {
  app.get(
    '/api/papers/:seal',
    {
      config: accessTo('papers', 'read'),
      schema: {
        operationId: 'checkPaper',
        summary: 'Whether a printed paper is genuine, and what holds now',
        description: 'Open to anybody who holds the paper; tells nothing of a person.',
        tags: ['print'],
        security: [],
        params: paperParams,
        response: {
          200: answer('What the paper said, and what holds now.', checkedPaper),
          ...problems(400, 404, 503),
        },
      },
    },
    async (request) => {
      const checked = await check(routes, request.params.seal);
      if (!checked)
        throw new Problem(404, 'PAPER-NOT-OURS', {
          zh: '本平台没有打印过这份单据；请核对网址是否完整',
          en: 'This platform did not print such a paper; see whether the address is whole',
        });
      return checked;
    },
  );
}
