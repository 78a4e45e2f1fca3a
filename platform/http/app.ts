import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import fastify, { type FastifyError, type FastifyReply } from 'fastify';
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { ReadersBusy } from '#postgres';
import { declaredScope, guardRoutes, type RouteGuard } from './guarding.ts';
import { type Introduction, openapi, tidied } from './openapi.ts';
import { Problem, problemBody } from './problem.ts';

export interface HttpSettings extends Introduction {
  /** Bytes of a request body at most. */
  readonly bodyLimit: number;
  /** Told of a fault (never of a refusal), once. */
  readonly fault: (error: unknown, what: string) => void;
  readonly guard: RouteGuard;
  /** What the pages of the description at /docs declare to the guard. */
  readonly docsConfig: object;
}

/** The HTTP server with what every route shares: schemas, OpenAPI 3.1, problems, headers. */
export async function createHttp(settings: HttpSettings) {
  const app = fastify({
    bodyLimit: settings.bodyLimit,
    forceCloseConnections: 'idle',
    trustProxy: false,
    // Twice the longest number of the standard: a character may count as two here.
    routerOptions: { maxParamLength: 120 },
    // An address that cannot be decoded reaches no route.
    frameworkErrors: (error, _request, reply) => send(reply, asProblem(error, settings.bodyLimit)),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler((error: FastifyError | Problem, request, reply) => {
    const problem = asProblem(error, settings.bodyLimit);
    if (problem.status === 500 && !(error instanceof Problem))
      settings.fault(error, `${request.method} ${request.routeOptions.url}`);
    return send(reply, problem);
  });
  app.setNotFoundHandler((request, reply) => {
    const [pathname = ''] = request.url.split('?', 1);
    const text = { zh: `没有 ${pathname}`, en: `There is no ${pathname}` };
    return send(reply, new Problem(404, 'NOT-FOUND', text));
  });
  // PostgreSQL keeps no NUL in a text: no number, name or cursor of ours has one.
  app.addHook('onRequest', async (request) => {
    if (request.url.includes('%00'))
      throw new Problem(400, 'HTTP-URL', {
        zh: '地址中不能有空字符（%00）',
        en: 'An address cannot hold the character NUL (%00)',
      });
  });
  guardRoutes(app, settings.guard);
  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'same-origin');
    reply.header('x-frame-options', 'DENY');
  });
  await app.register(swagger, {
    openapi: openapi(settings),
    transform: jsonSchemaTransform,
    transformObject: tidied,
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

function send(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify(problemBody(problem)));
}

function asProblem(error: FastifyError | Problem, bodyLimit: number): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ReadersBusy)
    return new Problem(503, 'READERS-BUSY', {
      zh: '查询繁忙，请稍后重试',
      en: 'Too many are reading at present; try again later',
    });
  if (hasZodFastifySchemaValidationErrors(error)) {
    const findings = error.validation.map((issue) => ({
      code: 'HTTP-PARAMETER',
      level: 'field' as const,
      path: issue.instancePath.replace(/^\//, '') || (error.validationContext ?? 'request'),
      message: {
        zh: `参数不符合要求：${issue.message ?? ''}`,
        en: issue.message ?? 'not as the API describes',
      },
      remedy: { zh: '按 /docs 中的接口说明填写', en: 'See the description of the interface at /docs' },
    }));
    return new Problem(
      400,
      'HTTP-PARAMETER',
      { zh: '请求参数不符合接口说明', en: 'The request is not as the API describes' },
      findings,
    );
  }
  if (error.statusCode === 413)
    return new Problem(413, 'HTTP-TOO-LARGE', {
      zh: `报文超过上限 ${bodyLimit} 字节，请拆分后再发`,
      en: `The body is larger than the limit of ${bodyLimit} bytes; split it`,
    });
  if (error.statusCode === 415)
    return new Problem(415, 'HTTP-MEDIA-TYPE', {
      zh: '不支持的内容类型，请用 application/xml 发送报文、application/json 发送其它请求',
      en: 'Unsupported content type: send messages as application/xml, everything else as application/json',
    });
  if (error.statusCode !== undefined && error.statusCode < 500)
    return new Problem(error.statusCode, error.code ?? 'HTTP-REQUEST', {
      zh: `请求无法处理：${error.message}`,
      en: error.message,
    });
  return new Problem(500, 'FAULT', {
    zh: '系统故障，请稍后重试',
    en: 'A fault of the system; try again later',
  });
}
