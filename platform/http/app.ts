import type { Server } from 'node:http';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import fastify, {
  type FastifyError,
  type FastifyHttpOptions,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { asProblem } from './as-problem.ts';
import { declaredScope, guardRoutes, type RouteGuard, routesOf } from './guarding.ts';
import { Methods, tellMethods } from './methods.ts';
import { type Introduction, openapi, tidied } from './openapi.ts';
import { linkPages } from './pages.ts';
import { Problem, problemBody } from './problem.ts';
import { refuseUnknownParameters } from './query.ts';
import { limitRates, type Rates } from './rates/rates.ts';
import { type Refusal, tellRefused } from './refusals.ts';
import { answerRepeats, type Repeats } from './repeats/repeats.ts';
import { nameRequests, requestIdOf } from './request-id.ts';
import { type Safety, setSafety } from './safety.ts';
import { tagAnswers } from './tags.ts';
import { refuseBrokenTexts } from './texts.ts';
import type { TlsEnd } from './tls.ts';

export interface HttpSettings extends Introduction, Safety {
  /** Bytes of a request body at most. */
  readonly bodyLimit: number;
  /** Told of what callers were not let do: 401 where something was shown, 403, 429. */
  readonly refused?: ((refusal: Refusal) => void) | undefined;
  /** Told of a fault (never of a refusal), once. */
  readonly fault: (error: unknown, what: string) => void;
  readonly guard: RouteGuard;
  /** Addresses and networks of proxies in front, whose word on where a caller comes from is taken. */
  readonly proxies?: readonly string[] | undefined;
  /** Without it nobody is limited. */
  readonly rates?: Rates | undefined;
  /** Without it no `Idempotency-Key` is heeded. */
  readonly repeats?: Repeats | undefined;
  /** Makes it speak TLS; HTTP without it. */
  readonly tlsEnd?: Pick<TlsEnd, 'server'> | undefined;
  /** What the pages of the description at /docs declare to the guard. */
  readonly docsConfig: object;
}

/** Who sends a request more slowly holds a connection for nothing; a body of the largest size needs 300 kbit/s (D). */
const requestMs = 120_000;

/** The HTTP server with what every route shares: schemas, OpenAPI 3.1, problems, headers. */
export async function createHttp(settings: HttpSettings) {
  const { tlsEnd } = settings;
  const options: FastifyHttpOptions<Server> = {
    bodyLimit: settings.bodyLimit,
    requestTimeout: requestMs,
    forceCloseConnections: 'idle',
    trustProxy: settings.proxies && settings.proxies.length > 0 ? [...settings.proxies] : false,
    // A server of HTTPS does all that one of HTTP does; fastify's types tell them apart all the same.
    ...(tlsEnd ? { serverFactory: (handler) => tlsEnd.server(handler) as unknown as Server } : {}),
    // Twice the longest number of the standard: a character may count as two here.
    routerOptions: { maxParamLength: 120 },
    genReqId: (request) => requestIdOf(request.headers),
    // An address that cannot be decoded reaches no route.
    frameworkErrors: (error, request, reply) => {
      reply.header('x-request-id', request.id);
      return send(request, reply, asProblem(error, settings.bodyLimit));
    },
  };
  const app = fastify(options);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler((error: FastifyError | Problem, request, reply) => {
    const problem = asProblem(error, settings.bodyLimit);
    if (problem.status === 500 && !(error instanceof Problem))
      settings.fault(error, `${request.method} ${request.routeOptions.url} (request ${request.id})`);
    tellRefused(settings, request, problem);
    return send(request, reply, problem);
  });
  nameRequests(app);
  // PostgreSQL keeps no NUL in a text: no number, name or cursor of ours has one.
  app.addHook('onRequest', async (request) => {
    if (request.url.includes('%00'))
      throw new Problem(400, 'HTTP-URL', {
        zh: '地址中不能有空字符（%00）',
        en: 'An address cannot hold the character NUL (%00)',
      });
  });
  guardRoutes(app, settings.guard);
  answerWithoutRoute(app);
  const { known } = settings.guard;
  if (settings.rates) limitRates(app, settings.rates, known);
  refuseUnknownParameters(app);
  refuseBrokenTexts(app);
  if (settings.repeats) answerRepeats(app, settings.repeats, known);
  linkPages(app);
  tagAnswers(app);
  setSafety(app, settings);
  await app.register(swagger, {
    openapi: openapi(settings),
    transform: jsonSchemaTransform,
    transformObject: tidied(
      () => ({
        routes: routesOf(app),
        problems: settings.problems ?? [],
        entrance: settings.entrance ?? (() => undefined),
        recorded: settings.recorded?.() ?? {},
      }),
      settings.webhooks,
    ),
  });
  await declaredScope(app, settings.docsConfig, async (scope) => {
    await scope.register(swaggerUi, {
      routePrefix: '/docs',
      staticCSP: docsPolicy,
      theme: { title: settings.title, css: [{ filename: 'chama.css', content: docsStyle }] },
      uiConfig: { displayRequestDuration: true, tryItOutEnabled: true, persistAuthorization: false },
    });
  });
  return app.withTypeProvider<ZodTypeProvider>();
}

/** The description is read offline too: its own scripts only; its icons and arrows are data in its style sheet. */
const docsPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** The bar on top would let a reader look at the description of another server. */
const docsStyle = '.swagger-ui .topbar { display: none }';

export type Http = Awaited<ReturnType<typeof createHttp>>;

/** Tells who asks an address that has no route, or not with this method, what there is. */
function answerWithoutRoute(app: FastifyInstance): void {
  let methods: Methods | undefined;
  app.setNotFoundHandler((request, reply) => {
    const [pathname = ''] = request.url.split('?', 1);
    methods ??= new Methods(routesOf(app));
    const allowed = methods.at(pathname);
    if (tellMethods(request, reply, allowed)) return reply;
    const problem =
      allowed.length === 0
        ? new Problem(404, 'NOT-FOUND', { zh: `没有 ${pathname}`, en: `There is no ${pathname}` })
        : new Problem(405, 'HTTP-METHOD', {
            zh: `${pathname} 不支持 ${request.method}，可用：${allowed.join('、')}`,
            en: `${pathname} does not take ${request.method}, but ${allowed.join(', ')}`,
          });
    return send(request, reply, problem);
  });
}

function send(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  // Whoever is turned away for load is told when to come again, if nobody has told it yet.
  if (problem.status === 503 && !reply.hasHeader('retry-after')) reply.header('retry-after', 1);
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify(problemBody(problem, request.id)));
}
