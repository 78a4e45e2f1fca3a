import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { accessTo } from '#access';
import { type CebMessage, encode, exampleMessage, type Root } from '#ceb';
import { answer, type Http, Problem, problems } from '#http';
import { chinaStamp } from '#kernel';
import type { Enterprise } from '#registry';
import { signMessage } from '../certificates.ts';
import { pageAssets, sandboxPage } from '../page/page.ts';
import { MOST_ENTERPRISES, type Registered, type Wish } from '../registering.ts';
import { deskOf } from '../scheme/desks.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { registered, sampleParams, sampleQuery, scheme as schemeSchema, signing, wish } from './schemas.ts';

export interface SandboxRoutes {
  readonly scheme: Scheme;
  readonly now: () => Date;
  /** Undefined once the sandbox is full. */
  readonly register: (wish: Wish) => Promise<Registered | undefined>;
  readonly enterprise: (customsCode: string) => Promise<Enterprise | undefined>;
}

const tags = ['sandbox'];

/** The sandbox's own routes and its page; open to whoever reaches the server, as all in it is made up. */
export function sandboxRoutes(app: Http, routes: SandboxRoutes): void {
  registration(app, routes);
  helps(app, routes);
  page(app, routes);
}

function registration(app: Http, { register }: SandboxRoutes): void {
  app.post(
    '/sandbox/enterprises',
    {
      config: accessTo('sandbox', 'register'),
      schema: {
        operationId: 'registerSandboxEnterprise',
        summary: 'Register a made-up enterprise and get its keys',
        description:
          'Codes with right check characters, a signing key with a certificate of the sandbox, and an API key. Keys are given this once.',
        ...{ tags, security: [] },
        body: wish,
        response: { 201: answer('The enterprise and its keys.', registered), ...problems(400, 403, 415) },
      },
    },
    async (request, reply) => {
      const made = await register(request.body);
      if (!made) throw full();
      void reply.header('cache-control', 'no-store');
      return reply.code(201).send({ ...made, roles: [...made.roles] });
    },
  );
}

const full = (): Problem =>
  new Problem(403, 'SANDBOX-FULL', {
    zh: `沙箱最多登记 ${MOST_ENTERPRISES} 家企业；请换一个数据目录重新启动沙箱`,
    en: `A sandbox holds ${MOST_ENTERPRISES} enterprises at most; start it again with another data folder`,
  });

function helps(app: Http, routes: SandboxRoutes): void {
  app.get(
    '/sandbox/scheme',
    {
      config: accessTo('sandbox', 'read'),
      schema: {
        operationId: 'getSandboxScheme',
        summary: 'What may be written into a number, and what comes of it',
        ...{ tags, security: [] },
        response: { 200: answer('The words, the codes and the messages.', schemeSchema), ...problems() },
      },
    },
    async () => ({ ...routes.scheme, words: [...routes.scheme.words] }),
  );
  app.get(
    '/sandbox/samples/:type',
    {
      config: accessTo('sandbox', 'read'),
      schema: {
        operationId: 'getSandboxSample',
        summary: 'A sound message to start from, without a signature',
        ...{ tags, security: [] },
        params: sampleParams,
        querystring: sampleQuery,
        response: {
          200: { description: 'The message.', content: { 'application/xml': { schema: z.string() } } },
          ...problems(400, 404),
        },
      },
      serializerCompiler: () => (data) => String(data),
    },
    async (request, reply) => {
      const { number, customsCode } = request.query;
      const enterprise = customsCode === undefined ? undefined : await routes.enterprise(customsCode);
      if (customsCode !== undefined && !enterprise) throw unknownEnterprise(customsCode);
      const text = sampleOf(rootOf(request.params.type), number, enterprise, routes.now());
      return reply.type('application/xml; charset=utf-8').send(text);
    },
  );
  app.post(
    '/sandbox/signatures',
    {
      config: accessTo('sandbox', 'sign'),
      schema: {
        operationId: 'signInSandbox',
        summary: 'Sign a message with the key of a made-up enterprise',
        description:
          'For trying only: the key is used for this one message and not kept. Sign at home otherwise.',
        ...{ tags, security: [] },
        body: signing,
        response: {
          200: { description: 'The signed message.', content: { 'application/xml': { schema: z.string() } } },
          ...problems(400, 413, 415, 422),
        },
      },
      serializerCompiler: () => (data) => String(data),
    },
    async (request, reply) => {
      const signed = await signMessage(request.body);
      if (typeof signed !== 'string') throw unsignable(signed);
      return reply.type('application/xml; charset=utf-8').send(signed);
    },
  );
}

const unknownEnterprise = (code: string): Problem =>
  new Problem(404, 'SANDBOX-ENTERPRISE', {
    zh: `沙箱中没有企业 ${code}；请先登记`,
    en: `The sandbox has no enterprise ${code}; register it first`,
  });

const unsignable = (findings: Problem['findings']): Problem =>
  new Problem(
    422,
    'SANDBOX-SIGNING',
    { zh: '报文或密钥无法用于签名，见 findings', en: 'Message or key cannot be used to sign; see findings' },
    findings,
  );

function rootOf(type: string): Root {
  const root = `CEB${type.replace(/\D/g, '')}Message`;
  if (deskOf(root)) return root as Root;
  throw new Problem(404, 'SANDBOX-MESSAGE', {
    zh: `${type} 不是企业申报的报文`,
    en: `${type} is no message an enterprise declares`,
  });
}

/** Minutes since the order of a sample: its papers come within an hour of it. */
const orderedAgoMs = 3_600_000;

function sampleOf(root: Root, number: string, enterprise: Enterprise | undefined, now: Date): string {
  const { customsCode = '', name = '', dxpId = '' } = enterprise ?? {};
  const firm = { code: customsCode, name, dxpId };
  const firms = enterprise && {
    ...{
      platform: firm,
      seller: firm,
      paymentFirm: firm,
      carrier: firm,
      declarant: firm,
      siteOperator: firm,
    },
  };
  const orderedAt = chinaStamp(now.getTime() - orderedAgoMs);
  const message = exampleMessage(root, { orderNo: number, orderedAt, firms }) as CebMessage;
  return encode({ ...message, signature: undefined });
}

/** Its own scripts and styles only, none inline. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function page(app: Http, { scheme }: SandboxRoutes): void {
  const hide = { config: accessTo('sandbox', 'read'), schema: { hide: true } };
  const html = sandboxPage(scheme);
  const send = (reply: FastifyReply, type: string, content: string) =>
    reply
      .header('content-security-policy', policy)
      .header('cache-control', 'no-cache')
      .type(type)
      .send(content);
  app.get('/sandbox', hide, (_request, reply) => send(reply, 'text/html; charset=utf-8', html));
  for (const { path, type, content } of pageAssets())
    app.get(path, hide, (_request, reply) => send(reply, type, content));
}
