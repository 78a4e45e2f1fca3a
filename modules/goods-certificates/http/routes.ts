import { z } from 'zod';
import { accessTo, callerOf, enterpriseOf, partyOf } from '#access';
import { answer, bytesScope, cursorOf, type Http, harmlessTwice, Problem, problems, readCursor } from '#http';
import {
  addPaper,
  certificateSeen,
  decideCertificate,
  fileCertificate,
  paperSeen,
  withdrawCertificate,
} from '../application/filing.ts';
import type { CertificatePorts } from '../application/ports.ts';
import { type Certificate, certificatesFor, type ShownUse } from '../application/reading.ts';
import * as schemas from './schemas.ts';

const tags = ['goods-certificates'];
const described = { tags, security: [{ apiKey: [] }, { session: [] }] };
const paperTypes = ['application/pdf', 'image/jpeg', 'image/png'];
const mostPaperBytes = 8 * 1024 * 1024;

/** Certificates of goods: filed by sellers, accepted by agencies, and what they answered for. */
export function certificateRoutes(app: Http, ports: CertificatePorts): void {
  reading(app, ports);
  tables(app, ports);
  filing(app, ports);
  papers(app, ports);
  deciding(app, ports);
}

const plainView = (one: Certificate) => {
  const { owner, certificateId, kind, number, issuer, gcode, origin, validFrom, validTo, quantity, used } =
    one;
  const { state, filedAt, decidedAt, reason, paper } = one;
  return {
    ...{ certificateId, owner, kind, number, issuer, gcode, validFrom, validTo, state, used },
    filedAt: filedAt.toISOString(),
    ...(origin === null ? {} : { origin }),
    ...(quantity === null ? {} : { quantity }),
    ...(decidedAt === null ? {} : { decidedAt: decidedAt.toISOString() }),
    ...(reason === null ? {} : { reason }),
    ...(paper === null ? {} : { paper }),
  };
};

const useView = ({ tables }: CertificatePorts, { at, givenBackAt, ...use }: ShownUse) => ({
  ...{ ...use, agency: tables.recognition(use.recognition)?.agency ?? '', at: at.toISOString() },
  ...(givenBackAt === null ? {} : { givenBackAt: givenBackAt.toISOString() }),
});

async function shown(ports: CertificatePorts, certificateId: string, party: string | undefined) {
  const { certificate, uses } = await certificateSeen(ports, certificateId, party);
  return { ...plainView(certificate), uses: uses.map((use) => useView(ports, use)) };
}

function reading(app: Http, ports: CertificatePorts): void {
  app.get(
    '/api/goods-certificates',
    {
      config: accessTo('goods-certificates', 'read'),
      schema: {
        ...described,
        operationId: 'listGoodsCertificates',
        summary: 'Certificates of goods; to officers, those their agency accepts',
        querystring: schemas.pageQuery,
        response: {
          200: answer('The latest first.', schemas.certificatesPage),
          ...problems(400, 401, 403, 503),
        },
      },
    },
    async (request) => {
      const { state, agency, gcode, cursor, limit } = request.query;
      const own = callerOf(request).agency;
      const [at = '', id = ''] = cursor === undefined ? [] : readCursor(cursor, 2);
      const found = await certificatesFor(ports, {
        ...{ party: partyOf(request), state, gcode, limit },
        agencies: [own, agency].flatMap((one) => one ?? []),
        before: cursor === undefined ? undefined : { at, id },
      });
      const last = found.length === limit ? found.at(-1) : undefined;
      return {
        certificates: found.map(plainView),
        ...(last ? { next: cursorOf(last.filedAt.toISOString(), last.certificateId) } : {}),
      };
    },
  );
  app.get(
    '/api/goods-certificates/:certificateId',
    {
      config: accessTo('goods-certificates', 'read'),
      schema: {
        ...described,
        operationId: 'getGoodsCertificate',
        summary: 'One certificate, and the lists it answered for',
        params: schemas.idParams,
        response: {
          200: answer('The certificate.', schemas.certificate),
          ...problems(400, 401, 403, 404, 503),
        },
      },
    },
    async (request) => shown(ports, request.params.certificateId, partyOf(request)),
  );
}

function tables(app: Http, ports: CertificatePorts): void {
  app.get(
    '/api/goods-certificate-tables',
    {
      config: accessTo('goods-certificates', 'read'),
      schema: {
        ...described,
        operationId: 'getGoodsCertificateTables',
        summary: 'Kinds of certificates, and which requirements they answer, as they hold today',
        response: { 200: answer('By their codes.', schemas.tables), ...problems(401, 403) },
      },
    },
    async () => {
      const today = ports.chinaDay(ports.now());
      return {
        kinds: ports.tables.kindsOn(today).map(({ code, agency, byQuantity, longestDays, zh, en }) => ({
          ...{ code, agency, byQuantity, longestDays, name: { zh, en } },
        })),
        recognitions: ports.tables
          .recognitionsOn(today)
          .map(({ code, kind, agency, subject, requirement, zh, en }) => ({
            ...{ code, kind, agency, subject, requirement, why: { zh, en } },
          })),
      };
    },
  );
}

function filing(app: Http, ports: CertificatePorts): void {
  app.post(
    '/api/goods-certificates',
    {
      config: {
        ...accessTo('goods-certificates', 'file'),
        ...harmlessTwice('a number of a kind is filed once'),
      },
      schema: {
        ...described,
        operationId: 'fileGoodsCertificate',
        summary: 'File a certificate of goods; its file is sent after it',
        body: schemas.certificateWish,
        response: {
          200: answer('Filed.', schemas.certificate),
          ...problems(400, 401, 403, 415, 422),
        },
      },
    },
    async (request) => {
      const { customsCode, id } = enterpriseOf(request);
      const { certificateId } = await fileCertificate(ports, { customsCode, id }, request.body);
      return shown(ports, certificateId, customsCode);
    },
  );
  app.post(
    '/api/goods-certificates/:certificateId/withdrawal',
    {
      config: {
        ...accessTo('goods-certificates', 'file'),
        ...harmlessTwice('what is withdrawn is not withdrawn twice'),
      },
      schema: {
        ...described,
        operationId: 'withdrawGoodsCertificate',
        summary: 'Take a certificate back; lists it has answered for stay answered',
        params: schemas.idParams,
        response: {
          200: answer('Withdrawn.', schemas.certificate),
          ...problems(400, 401, 403, 404, 409),
        },
      },
    },
    async (request) => {
      const { customsCode } = enterpriseOf(request);
      const { certificateId } = request.params;
      await withdrawCertificate(ports, customsCode, certificateId);
      return shown(ports, certificateId, customsCode);
    },
  );
}

const file = {
  description: 'The file.',
  content: Object.fromEntries(
    paperTypes.map((type) => [type, { schema: z.any().meta({ type: 'string', format: 'binary' }) }]),
  ),
};

function papers(app: Http, ports: CertificatePorts): void {
  app.get(
    '/api/goods-certificates/:certificateId/paper',
    {
      config: accessTo('goods-certificates', 'read'),
      schema: {
        ...described,
        operationId: 'getGoodsCertificatePaper',
        summary: 'The file of a certificate',
        params: schemas.idParams,
        response: { 200: file, ...problems(400, 401, 403, 404, 409, 503) },
      },
    },
    async (request, reply) => {
      const { type, bytes } = await paperSeen(ports, request.params.certificateId, partyOf(request));
      return reply.header('cache-control', 'private, no-cache').type(type).send(bytes);
    },
  );
  bytesScope(app, paperTypes, (scope) =>
    scope.put(
      '/api/goods-certificates/:certificateId/paper',
      {
        bodyLimit: mostPaperBytes,
        config: {
          ...accessTo('goods-certificates', 'file'),
          ...harmlessTwice('the same file is kept once'),
        },
        schema: {
          ...described,
          operationId: 'putGoodsCertificatePaper',
          summary: 'Send the file of a certificate, PDF, JPEG or PNG: kept sealed',
          params: schemas.idParams,
          response: {
            200: answer('Kept.', schemas.certificate),
            ...problems(400, 401, 403, 404, 409, 413, 415, 422),
          },
        },
      },
      async (request) => {
        const bytes = request.body;
        if (!Buffer.isBuffer(bytes) || bytes.length === 0)
          throw new Problem(400, 'UPLOAD-EMPTY', {
            zh: '请求体为空；请发送文件本身',
            en: 'The body is empty; send the file itself',
          });
        const { customsCode } = enterpriseOf(request);
        const { certificateId } = request.params;
        const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
        await addPaper(ports, customsCode, certificateId, { type, bytes });
        return shown(ports, certificateId, customsCode);
      },
    ),
  );
}

function deciding(app: Http, ports: CertificatePorts): void {
  app.post(
    '/api/goods-certificates/:certificateId/decision',
    {
      config: {
        ...accessTo('goods-certificates', 'decide'),
        ...harmlessTwice('what is decided is not decided twice'),
      },
      schema: {
        ...{ tags, security: [{ session: [] }] },
        operationId: 'decideGoodsCertificate',
        summary: 'Accept or refuse a certificate for your agency',
        description:
          'Once accepted it answers the requirements the table names, of your agency and of others.',
        params: schemas.idParams,
        body: schemas.decisionWish,
        response: {
          200: answer('Decided.', schemas.certificate),
          ...problems(400, 401, 403, 404, 409, 415),
        },
      },
    },
    async (request) => {
      const { id, agency } = callerOf(request);
      if (agency === undefined) throw new Error('The route needs an officer, and the table lets in others.');
      const { certificateId } = request.params;
      await decideCertificate(ports, { id, agency }, certificateId, request.body);
      return shown(ports, certificateId, undefined);
    },
  );
}
