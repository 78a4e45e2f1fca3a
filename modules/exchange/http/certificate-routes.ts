import { z } from 'zod';
import { accessTo, callerOf, enterpriseOf, partyOf } from '#access';
import { answer, type ClientCertificate, certificateOfPem, type Http, Problem, problems } from '#http';
import {
  type CertificatePorts,
  certificatesOf,
  endCertificate,
  type RegisteredCertificate,
  registerCertificate,
  setRequired,
} from '../application/certificate-keeping.ts';
import {
  type ClientCertificatesPage,
  type ClientCertificateView,
  certificateParams,
  certificateRule,
  certificatesPage,
  clientCertificate,
  newCertificate,
} from './certificate-schemas.ts';
import { keysQuery, wholeParty } from './key-schemas.ts';

const described = { tags: ['keys'], security: [{ apiKey: [] }, { session: [] }] };

export interface CertificateRoutes extends CertificatePorts {
  /** Whether this server asks for certificates: by its own TLS or by a proxy's. */
  readonly asked: boolean;
}

/** Certificates the programs of the caller's enterprise show. */
export function certificateRoutes(app: Http, routes: CertificateRoutes): void {
  reading(app, routes);
  registering(app, routes);
  ending(app, routes);
  ruling(app, routes);
}

function reading(app: Http, routes: CertificateRoutes): void {
  app.get(
    '/api/client-certificates',
    {
      config: accessTo('keys', 'read'),
      schema: {
        ...described,
        operationId: 'listClientCertificates',
        summary: 'Certificates the programs of an enterprise show',
        querystring: keysQuery,
        response: {
          200: answer('All of them, the oldest first.', certificatesPage),
          ...problems(400, 401, 403, 503),
        },
      },
    },
    async (request): Promise<ClientCertificatesPage> => {
      const party = wholeParty(partyOf(request) ?? request.query.enterprise);
      const { certificates, required } = await certificatesOf(routes, party);
      const views = certificates.map((one) => viewOf(one, routes.now()));
      return { certificates: views, required, asked: routes.asked };
    },
  );
}

function registering(app: Http, routes: CertificateRoutes): void {
  app.post(
    '/api/client-certificates',
    {
      config: accessTo('keys', 'make'),
      schema: {
        ...described,
        operationId: 'registerClientCertificate',
        summary: 'Register a certificate a program shows in TLS',
        description:
          'Before it opens anything by itself it has to be shown once beside a key of the enterprise: certificates are public, and only ' +
          'who shows one holds its key.',
        body: newCertificate,
        response: {
          201: answer('Registered.', clientCertificate),
          ...problems(400, 401, 403, 409, 415, 422),
        },
      },
    },
    async (request, reply) => {
      const { certificate, kind = 'fingerprint', label, scopes = [] } = request.body;
      const wish = { certificate: read(certificate), kind, label, scopes, proven: false };
      const made = await registerCertificate(routes, enterpriseOf(request), wish);
      void reply.code(201);
      return viewOf(made, routes.now());
    },
  );
}

function ending(app: Http, routes: CertificateRoutes): void {
  app.delete(
    '/api/client-certificates/:certificateId',
    {
      config: accessTo('keys', 'revoke'),
      schema: {
        ...described,
        operationId: 'revokeClientCertificate',
        summary: 'Revoke a client certificate; it opens nothing any more within five seconds',
        params: certificateParams,
        response: { 204: z.null().meta({ description: 'Revoked.' }), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      await endCertificate(routes, callerOf(request), partyOf(request), request.params.certificateId);
      return reply.code(204).send(null);
    },
  );
}

function ruling(app: Http, routes: CertificateRoutes): void {
  app.put(
    '/api/client-certificates/rule',
    {
      config: accessTo('keys', 'make'),
      schema: {
        ...described,
        operationId: 'setCertificateRule',
        summary: 'Have keys work beside a client certificate only, or alone again',
        description:
          'Refused while no certificate of the enterprise has been used yet: its keys would all stop working.',
        body: certificateRule,
        response: {
          200: answer('As it is now; in force within five seconds.', certificateRule),
          ...problems(400, 401, 403, 409, 415),
        },
      },
    },
    async (request) => {
      const { required } = request.body;
      await setRequired(routes, enterpriseOf(request), required);
      return { required };
    },
  );
}

function read(pem: string): ClientCertificate {
  if (/PRIVATE KEY/.test(pem))
    throw new Problem(422, 'CERTIFICATE-PRIVATE', {
      zh: '其中含有私钥，请只提交证书；该私钥已外泄，请更换',
      en: 'It holds a private key: send the certificate alone. That key has now left your house, so replace it',
    });
  try {
    return certificateOfPem(pem);
  } catch {
    throw new Problem(422, 'CERTIFICATE-UNREADABLE', {
      zh: '不是可读的 PEM 证书（国密 SM2 证书不能用于此处的 TLS）',
      en: 'This is no certificate in PEM that can be read (SM2 certificates cannot be used for TLS here)',
    });
  }
}

function viewOf(certificate: RegisteredCertificate, now: Date): ClientCertificateView {
  const { certificateId, kind, label, subject, issuer, identity, notAfter, scopes, madeAt } = certificate;
  const { provenAt, lastUsedAt, revokedAt } = certificate;
  const state = revokedAt ? 'revoked' : notAfter <= now ? 'expired' : provenAt ? 'active' : 'unproven';
  return {
    ...{ certificateId, kind, label, subject, issuer, notAfter: notAfter.toISOString(), state },
    ...(kind === 'fingerprint' ? { fingerprint: identity } : {}),
    ...(scopes === null ? {} : { scopes: [...scopes] }),
    madeAt: madeAt.toISOString(),
    ...(lastUsedAt === null ? {} : { lastUsedAt: lastUsedAt.toISOString() }),
    ...(revokedAt === null ? {} : { revokedAt: revokedAt.toISOString() }),
  };
}
