// Runs before each test file under `npm run examples`: puts down what every described route of any server in this
// process was asked and answered, a line of JSON an exchange. Nothing in the servers knows of it.
import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Exchange } from './exchange.ts';

const LONGEST = 200_000;
/** Of one kind at one operation; enough to choose from. */
const MOST = 12;

const folder = process.env.CHAMA_EXCHANGES ?? '';
const file = join(folder, `${process.pid}.jsonl`);
const counts = new Map<string, number>();

const asked = (body: unknown, type: string): Pick<Exchange, 'request'> => {
  if (typeof body === 'string') return { request: body };
  if (Buffer.isBuffer(body) && body.length < LONGEST)
    return type.startsWith('application/json')
      ? { request: JSON.parse(body.toString('utf8')) }
      : /xml|csv|urlencoded/.test(type)
        ? { request: body.toString('utf8') }
        : {};
  const plain = typeof body === 'object' && body !== null && !('pipe' in body);
  return plain ? { request: JSON.parse(JSON.stringify(body)) } : {};
};

function put(
  request: FastifyRequest,
  before: Pick<Exchange, 'request'>,
  status: number,
  type: string,
  payload: unknown,
): void {
  const { operationId } = (request.routeOptions.schema ?? {}) as { readonly operationId?: string };
  if (operationId === undefined || request.method === 'HEAD') return;
  const text = typeof payload === 'string' && payload.length < LONGEST ? payload : undefined;
  const isProblem = type.startsWith('application/problem+json');
  const code = isProblem ? String(JSON.parse(text ?? '{}').code) : '';
  const kind = `${operationId} ${status} ${code}`;
  const count = (counts.get(kind) ?? 0) + 1;
  counts.set(kind, count);
  if (count > (isProblem ? 1 : MOST)) return;
  const exchange: Exchange = {
    ...{ operationId, status, code },
    ...before,
    ...{ type: type.split(';')[0] ?? '', ...(text === undefined ? {} : { answer: text }) },
  };
  appendFileSync(file, `${JSON.stringify(exchange)}\n`);
}

/** The setup file runs once a test file; the process is the same. */
const once = globalThis as { chamaExchanges?: true };
if (folder && !once.chamaExchanges) {
  once.chamaExchanges = true;
  subscribe('fastify.initialization', (message) => {
    const { fastify } = message as { readonly fastify: FastifyInstance };
    const bodies = new WeakMap<FastifyRequest, Pick<Exchange, 'request'>>();
    // Before validation, which fills in what was left out.
    fastify.addHook('preValidation', async (request) => {
      bodies.set(request, asked(request.body, String(request.headers['content-type'] ?? '')));
    });
    fastify.addHook('onSend', async (request, reply, payload) => {
      const type = String(reply.getHeader('content-type') ?? '');
      put(request, bodies.get(request) ?? {}, reply.statusCode, type, payload);
      return payload;
    });
  });
}
