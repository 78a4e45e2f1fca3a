import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { accessTo } from '#access';
import {
  answer,
  closeHttp,
  counted,
  countRequests,
  createHttp,
  type DeclaredRoute,
  declaredScope,
  type Http,
  Problem,
  problems,
  routesOf,
} from '#http';
import type { Database } from '#postgres';
import { lockDemoAccounts } from '../../modules/access/wiring.ts';
import { engineLink, registerLinks } from '../../modules/links/wiring.ts';
import manifest from '../../package.json' with { type: 'json' };
import { compose, type Parts } from './compose.ts';
import { introduction } from './introduction.ts';
import { Log } from './log.ts';
import { problemPages } from './problem-pages.ts';
import { type Secrets, secretsOf } from './secrets.ts';
import type { ServerSettings } from './settings.ts';
import { requireTransactionsAhead } from './transactions.ts';

export interface RunningServer {
  /** `http://127.0.0.1:8080` */
  readonly url: string;
  readonly parts: Parts;
  /** Everything it serves, with what each route declares. */
  readonly routes: readonly DeclaredRoute[];
  /** Stops taking requests, finishes what is in hand, and leaves the database open. */
  close(): Promise<void>;
}

/** A message of 100 documents is 0.3 MB; ten times that is room enough and keeps memory flat. */
const bodyLimitBytes = 4 * 1024 * 1024;

/** Starts the platform: access point, conductor, read views and portal in one process. */
export async function startServer(settings: ServerSettings): Promise<RunningServer> {
  await requireTransactionsAhead(settings.database);
  const { app, parts } = await createApp(settings);
  await parts.tables.refresh();
  if (!settings.demo) await lockDemoAccounts(parts.access.ports);
  await parts.clearance.keepRulebook();
  parts.tables.whenReplaced(() => parts.clearance.keepRulebook());
  const host = settings.host ?? '127.0.0.1';
  const requests = countRequests(app);
  const close = async (): Promise<void> => {
    await closeHttp(app, requests);
    await stopParts(parts);
  };
  try {
    await parts.clearance.conductor.start();
    await parts.exports.start();
    await app.listen({ port: settings.port, host });
    const address = app.server.address();
    const port = typeof address === 'object' && address ? address.port : settings.port;
    const url = `${settings.tls ? 'https' : 'http'}://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`;
    await startParts(parts, url, (error) => (settings.fault ?? new Log().fault)(error, 'the tables'));
    return { url, parts, routes: routesOf(app), close };
  } catch (error) {
    // Whatever has begun would go on by itself, on a database that may be closed meanwhile.
    await close();
    throw error;
  }
}

/** Lets everything begin that works beside the requests. */
async function startParts(parts: Parts, url: string, fault: (error: unknown) => void): Promise<void> {
  await parts.annex?.start();
  parts.customs?.start();
  parts.paymentData.start();
  parts.notices.start();
  parts.notifications.start();
  parts.status.begin(url);
  parts.registry.start();
  parts.agencies.start();
  parts.tables.start(fault);
  parts.bulk.start();
  await parts.gate.start();
  await parts.sampling.start();
  parts.display.start();
  parts.summaries.start();
  parts.transit.start();
  parts.taxBills.start();
  parts.refunds.start();
  parts.exchange.start();
  parts.returns.start();
}

/** Stops it in an order in which nobody misses whom it needs. */
async function stopParts(parts: Parts): Promise<void> {
  await parts.annex?.stop();
  await parts.paymentData.stop();
  await parts.notices.stop();
  await parts.notifications.stop();
  await parts.status.stop();
  await parts.bulk.stop();
  await parts.summaries.stop();
  await parts.display.stop();
  await parts.transit.stop();
  await parts.taxBills.stop();
  await parts.refunds.stop();
  await parts.print.stop();
  await parts.registry.stop();
  await parts.agencies.stop();
  await parts.tables.stop();
  await parts.exchange.inbox.drain();
  await parts.exchange.stop();
  await parts.returns.stop();
  await parts.signatures.close();
  await parts.exports.stop();
  await parts.clearance.stop();
  await parts.customs?.stop();
}

/** The application with all its routes, listening nowhere. */
async function createApp(settings: Omit<ServerSettings, 'port'>): Promise<{ app: Http; parts: Parts }> {
  const created = await createApi(settings, secretsOf(settings.database));
  await servePortal(created.app);
  return created;
}

/** The routes of the interface; the database is not asked anything before a request comes. */
export async function createApi(
  settings: Omit<ServerSettings, 'port'>,
  secrets: Secrets,
): Promise<{ app: Http; parts: Parts }> {
  // What nobody else is told of. Each server counts what it refuses by itself.
  const log = new Log();
  const fault = settings.fault ?? log.fault;
  const parts = compose(settings, secrets, fault);
  const app = await createHttp({
    ...{ ...introduction, bodyLimit: bodyLimitBytes, fault, guard: parts.access.guard },
    refused: settings.refused ?? log.refused,
    ...{ ...parts.interface, tls: settings.secureCookies ?? false, proxies: settings.proxies },
    tlsEnd: settings.tls,
    docsConfig: accessTo('interface', 'read'),
  });
  parts.access.register(app);
  parts.exchange.register(app);
  parts.clearance.register(app);
  parts.returns.register(app);
  parts.exports.register(app);
  parts.entry.register(app);
  parts.desk.register(app);
  parts.inspections.register(app);
  parts.sampling.register(app);
  parts.goodsCertificates.register(app);
  parts.paymentData.register(app);
  parts.persons.register(app);
  parts.notices.register(app);
  parts.notifications.register(app);
  parts.bulk.register(app);
  parts.b2b.register(app);
  parts.refunds.register(app);
  parts.bonded.register(app);
  parts.gate.register(app);
  parts.display.register(app);
  parts.agencies.register(app);
  parts.guarantees.register(app);
  parts.taxBills.register(app);
  parts.modes.register(app);
  parts.summaries.register(app);
  parts.transit.register(app);
  parts.paperwork.register(app);
  parts.print.register(app);
  parts.delegations.register(app);
  parts.status.register(app);
  parts.registry.register(app);
  registerLinks(app, {
    database: settings.database,
    now: parts.now,
    links: [parts.customs?.description ?? engineLink],
    nudge: () => parts.customs?.nudge(),
  });
  health(app, settings.database);
  problemPages(app);
  await parts.annex?.register(app);
  return { app, parts };
}

const healthy = z.object({ status: z.literal('ok'), version: z.string() }).meta({ id: 'Health' });

function health(app: Http, database: Database): void {
  app.get(
    '/api/health',
    {
      config: { ...accessTo('health', 'read'), ...counted('unlimited') },
      schema: {
        operationId: 'getHealth',
        summary: 'Whether the platform can work: it answers and reaches its database',
        tags: ['operation'],
        security: [],
        response: { 200: answer('It can.', healthy), ...problems(503) },
      },
    },
    async () => {
      await database.query('select 1').catch(() => {
        throw new Problem(503, 'DATABASE-AWAY', {
          zh: '数据库无法访问，请稍后重试',
          en: 'The database cannot be reached; try again later',
        });
      });
      return { status: 'ok' as const, version: manifest.version };
    },
  );
}

const portalFolder = fileURLToPath(new URL('../portal/dist', import.meta.url));

/** Scripts, styles and faces from here only, none inline. */
const portalPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const notOfThePortal = /^\/(api|docs|sandbox|assets)(\/|\?|$)|^[^?]*\.[^/?]*(\?|$)/;

/** The portal's own files; what is no file is a page of the portal, which finds its way by the address. */
async function servePortal(app: Http): Promise<void> {
  if (!existsSync(portalFolder)) return;
  await declaredScope(app, accessTo('portal', 'read'), async (scope) => {
    await scope.register(fastifyStatic, {
      root: `${portalFolder}/assets`,
      prefix: '/assets/',
      index: false,
      maxAge: '1y',
      immutable: true,
    });
    const page = (_request: unknown, reply: FastifyReply): unknown =>
      reply
        .header('content-security-policy', portalPolicy)
        .sendFile('index.html', portalFolder, { maxAge: 0, immutable: false });
    scope.get('/', { schema: { hide: true } }, page);
    // Which pages there are the portal knows; what is of the interface or names a file is not there.
    scope.get('/*', { schema: { hide: true } }, (request, reply) =>
      notOfThePortal.test(request.url) ? reply.callNotFound() : page(request, reply),
    );
    scope.get('/icon.svg', { schema: { hide: true } }, (_request, reply) =>
      reply.sendFile('icon.svg', portalFolder),
    );
  });
}
