import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { accessTo, enterpriseOf } from '#access';
import {
  answer,
  counted,
  type Http,
  harmlessTwice,
  Problem,
  problem,
  problemBody,
  problems,
  refusal,
  xmlBody,
} from '#http';
import type { Finding } from '#kernel';
import type { Queryable } from '#postgres';
import type { Admission } from '../application/admission.ts';
import type { MessageAnswer } from '../application/elsewhere.ts';
import type { Sender } from '../application/handler.ts';
import type { Notifier } from '../application/notifier.ts';
import { receiptMessages } from '../application/receipt-messages.ts';
import { fetchReceipts } from '../application/receipts.ts';
import type { TakeIn } from '../application/take-in.ts';
import { messageElement, messageExamples } from './examples.ts';
import {
  type ListOutcome,
  messageAnswer,
  messageQuery,
  receiptMessages as receiptMessagesSchema,
  receiptsPage,
  receiptsQuery,
  refusedMessage,
} from './schemas.ts';

export interface ExchangeRoutes {
  readonly database: Queryable;
  readonly admission: Admission;
  readonly takeIn: TakeIn;
  readonly notifier: Notifier;
  /** The enterprise behind a customs code; undefined when it is not registered or not active. */
  readonly sender: (customsCode: string) => Promise<Sender | undefined>;
  /** By root of lists, who waits for the outcomes of those named by business key fields, in their order. */
  readonly outcomes: ReadonlyMap<
    string,
    (
      keys: readonly Readonly<Record<string, string>>[],
      waitMs: number,
      signal: AbortSignal,
    ) => Promise<readonly (ListOutcome | undefined)[]>
  >;
}

export function exchangeRoutes(app: Http, routes: ExchangeRoutes): void {
  app.addContentTypeParser(['application/xml', 'text/xml'], { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  postMessages(app, routes);
  getReceipts(app, routes);
}

const security = [{ apiKey: [] }];

/** A message whose sender is known and for which there is room. */
interface Admitted {
  readonly sender: Sender;
  readonly release: () => void;
}

/** Looks at the enterprise and the room before a byte of the body is read. */
async function admit(
  routes: ExchangeRoutes,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Admitted> {
  const caller = enterpriseOf(request);
  const sender = await routes.sender(caller.customsCode);
  if (!sender)
    throw new Problem(403, 'ENTERPRISE-NOT-ACTIVE', {
      zh: `企业 ${caller.customsCode} 未备案或已停用（-10102 无效企业代码）`,
      en: `Enterprise ${caller.customsCode} is not registered or not active (-10102)`,
    });
  const { bodyLimit = 0 } = request.routeOptions;
  const announced = Number(request.headers['content-length'] ?? bodyLimit);
  const release = routes.admission.admit(Math.min(announced, bodyLimit));
  if (!release) {
    void reply.header('retry-after', '1');
    throw new Problem(503, 'INBOX-FULL', {
      zh: '待处理的报文过多，报文未被接收，请按 Retry-After 稍后重发',
      en: 'Too many messages are in hand; this one is not taken in, send it again after Retry-After',
    });
  }
  // A sender may give up at any moment, even while its key was looked up, or behind another request of its own.
  reply.raw.once('close', release);
  request.raw.once('close', () => {
    if (!request.raw.complete) release();
  });
  if (request.raw.socket.destroyed) release();
  return { sender, release };
}

function postMessages(app: Http, routes: ExchangeRoutes): void {
  const admitted = new WeakMap<FastifyRequest['raw'], Admitted>();
  app.post(
    '/api/messages',
    {
      config: {
        ...{ ...xmlBody(messageElement, messageExamples), ...accessTo('messages', 'hand-in') },
        // What is too much is told by Admission, in bytes.
        ...counted('unlimited'),
        ...harmlessTwice('Every document has a business key: what comes again is answered as it was.'),
      },
      schema: {
        operationId: 'postMessage',
        summary: 'Hand in one CEB message (1 to 100 documents)',
        description:
          'Answered after the durable commit, document by document: accepted, repeated (the answer it had), or refused with every finding. ' +
          'A message whose structure is broken is refused as a whole, kept as evidence, and answered by a CEB900 receipt. ' +
          '`copCode` must be the enterprise of the API key. With `wait` the answer also tells what became of the lists. ' +
          'When too much is in hand (by default 64 MiB, or 5,000 messages not yet committed) the answer is 503 with `Retry-After`: send it again.',
        tags: ['exchange'],
        security,
        querystring: messageQuery,
        response: {
          200: answer('Every document of the message, in its order, with what became of it.', messageAnswer),
          ...problems(400, 401, 413, 415, 503),
          403: refusal(
            'The key is not that of an enterprise, or not of the sender named in the message, or its enterprise is not active.',
            refusedMessage.or(problem),
          ),
          422: refusal('The message is not taken in; it is kept as evidence.', refusedMessage),
        },
      },
      onRequest: async (request, reply) => {
        admitted.set(request.raw, await admit(routes, request, reply));
      },
      onError: async (request) => admitted.get(request.raw)?.release(),
      // The answer is made here and fits its schema by its type; checking it again would cost as much as decoding.
      serializerCompiler: () => (data) => JSON.stringify(data),
    },
    async (request, reply) => {
      const { sender, release } = admitted.get(request.raw) as Admitted;
      const taken = await routes.takeIn.take(bodyOf(request.body), sender).finally(release);
      if (taken.verdict === 'refused') {
        const body = refused(taken, request.id);
        return reply.code(body.status).type('application/problem+json').send(body);
      }
      return reply.code(200).send(await withOutcomes(routes, taken, request.query.wait, reply.raw));
    },
  );
}

async function withOutcomes(
  routes: ExchangeRoutes,
  answer: MessageAnswer,
  waitSeconds: number,
  connection: { once(event: 'close', listener: () => void): unknown },
): Promise<z.infer<typeof messageAnswer>> {
  const lists = answer.documents.filter(({ verdict }) => verdict !== 'refused');
  const outcomes = new Map<number, ListOutcome | undefined>();
  const ask = routes.outcomes.get(answer.root ?? '');
  if (waitSeconds > 0 && ask && lists.length > 0) {
    const gone = new AbortController();
    connection.once('close', () => gone.abort());
    const waitMs = waitSeconds * 1000;
    const found = answer.outcomes
      ? await answer.outcomes(waitMs, gone.signal)
      : await ask(
          lists.map(({ key }) => key),
          waitMs,
          gone.signal,
        );
    lists.forEach(({ index }, i) => {
      outcomes.set(index, found[i]);
    });
  }
  const count = (verdict: string): number =>
    answer.documents.filter((document) => document.verdict === verdict).length;
  return {
    messageId: answer.messageId,
    root: answer.root ?? '',
    guid: answer.guid ?? '',
    accepted: count('accepted'),
    repeated: count('repeated'),
    refused: count('refused'),
    ...(answer.findings.length === 0 ? {} : { findings: mutable(answer.findings) }),
    documents: answer.documents.map((document) => {
      const outcome = outcomes.get(document.index);
      return { ...document, findings: mutable(document.findings), ...(outcome ? { outcome } : {}) };
    }),
  };
}

function refused(
  answer: MessageAnswer,
  requestId: string,
): z.infer<typeof refusedMessage> & { status: 403 | 422 } {
  const wrongSender = answer.findings.some(({ code }) => code === 'EXCHANGE-SENDER');
  const problem = new Problem(wrongSender ? 403 : 422, wrongSender ? 'MESSAGE-SENDER' : 'MESSAGE-REFUSED', {
    zh: '报文未被接收，原文已留存，见 findings',
    en: 'The message is not taken in; it is kept with its findings',
  });
  return {
    ...problemBody(problem, requestId),
    status: wrongSender ? 403 : 422,
    messageId: answer.messageId,
    findings: mutable(answer.findings),
  };
}

const mutable = (findings: readonly Finding[]): z.infer<typeof refusedMessage>['findings'] =>
  findings as z.infer<typeof refusedMessage>['findings'];

function bodyOf(body: unknown): Buffer {
  if (Buffer.isBuffer(body) && body.length > 0) return body;
  // Other contents are read by other parsers, and a message called so is not empty.
  if (body !== null && body !== undefined && !Buffer.isBuffer(body))
    throw new Problem(415, 'HTTP-MEDIA-TYPE', {
      zh: '报文须以 application/xml 发送',
      en: 'A message is sent as application/xml',
    });
  throw new Problem(400, 'MESSAGE-EMPTY', {
    zh: '请求体为空；请以 application/xml 发送一个 CEB 报文',
    en: 'The body is empty; send one CEB message as application/xml',
  });
}

function getReceipts(app: Http, routes: ExchangeRoutes): void {
  app.get(
    '/api/receipts',
    {
      config: { ...accessTo('receipts', 'read'), ...counted('unlimited') },
      schema: {
        operationId: 'getReceipts',
        summary: "Fetch the caller's receipts after a cursor",
        description:
          'Oldest first, as JSON, or with `Accept: application/xml` as the messages of the standard, one after the other inside `<Receipts next="…">`. ' +
          'Give the `next` of the call before as `cursor`; receipts stay and can be fetched again. `wait` makes it a long poll. ' +
          'A page of long texts ends before its `limit`: read on until one is empty. A CEB900 shows the first 64 KiB of its message.',
        tags: ['exchange'],
        security,
        querystring: receiptsQuery,
        response: {
          200: {
            description: 'Receipts after the cursor; none when there are none yet.',
            content: {
              'application/json': { schema: receiptsPage },
              'application/xml': { schema: receiptMessagesSchema },
            },
          },
          ...problems(400, 401, 403, 503),
        },
      },
      serializerCompiler: () => (data) => (typeof data === 'string' ? data : JSON.stringify(data)),
    },
    async (request, reply) => {
      const { customsCode } = enterpriseOf(request);
      const { cursor, limit, type, wait } = request.query;
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      const receipts = await fetchReceipts(
        routes.database,
        routes.notifier,
        { recipient: customsCode, cursor, limit, type, waitMs: wait * 1000 },
        gone.signal,
      );
      if (/\bxml\b/.test(request.headers.accept ?? '')) {
        const page = await receiptMessages(routes.database, receipts);
        const bodies = page.messages.map((message) => message.replace(/^<\?xml[^>]*\?>\s*/, ''));
        void reply.header('content-type', 'application/xml; charset=utf-8');
        return reply.send(
          `<?xml version="1.0" encoding="UTF-8"?>\n<Receipts next="${page.next ?? cursor ?? ''}">\n${bodies.join('\n')}\n</Receipts>\n`,
        );
      }
      const next = receipts.at(-1)?.cursor ?? cursor;
      return reply.send({
        receipts: receipts.map(({ recipient: _, ...receipt }) => receipt),
        ...(next ? { next } : {}),
      });
    },
  );
}
