import { accessTo, answererOf } from '#access';
import { answer, type Http, problems } from '#http';
import { inspectReturn } from '../application/inspect.ts';
import { decideCase, noteArrival } from '../application/officer-acts.ts';
import type { ReturnsPorts } from '../application/ports.ts';
import { caseDetail } from '../application/reading.ts';
import { arrivalBody, caseDetailSchema, caseParams, inspectionBody, verdictBody } from './schemas.ts';
import { described, detailView } from './views.ts';

const answered = {
  200: answer('As it stands now.', caseDetailSchema),
  ...problems(400, 401, 403, 404, 409, 415, 503),
};

/** What customs and the site do with returns. */
export function decidingRoutes(app: Http, ports: ReturnsPorts): void {
  const now = async (returnNo: string) => detailView(await caseDetail(ports, returnNo, undefined));
  app.post(
    '/api/returns/:returnNo/verdict',
    {
      config: accessTo('returns', 'decide'),
      schema: {
        ...described,
        operationId: 'decideReturn',
        summary:
          'Let a released list be cancelled, release taxed goods of an export, or refuse a cancellation or return',
        ...{ params: caseParams, body: verdictBody, response: answered },
      },
    },
    async (request) => {
      const { revision, ...said } = request.body;
      const { returnNo } = request.params;
      await decideCase(ports, { returnNo, revision, byWhom: answererOf(request) }, said);
      return now(returnNo);
    },
  );
  app.post(
    '/api/returns/:returnNo/arrival',
    {
      config: accessTo('returns', 'receive'),
      schema: {
        ...described,
        operationId: 'noteReturnArrival',
        summary: 'Note that the goods are back',
        ...{ params: caseParams, body: arrivalBody },
        response: { ...answered, ...problems(422) },
      },
    },
    async (request) => {
      const { revision, arrivedOn, note = '' } = request.body;
      const { returnNo } = request.params;
      await noteArrival(ports, { returnNo, revision, byWhom: answererOf(request) }, { arrivedOn, note });
      return now(returnNo);
    },
  );
  app.post(
    '/api/returns/:returnNo/inspection',
    {
      config: accessTo('returns', 'decide'),
      schema: {
        ...described,
        operationId: 'inspectReturn',
        summary: 'Write down what was found of the goods',
        description:
          'Of original goods tax and allowance are given back and bonded stock is taken in again, all at once and once only; exported goods are told free of tax or taxed, with the reasons (R-1.42); other goods are refused.',
        ...{ params: caseParams, body: inspectionBody },
        response: { ...answered, ...problems(422) },
      },
    },
    async (request) => {
      const { revision, lines, note = '', exported } = request.body;
      const { returnNo } = request.params;
      await inspectReturn(
        ports,
        { returnNo, revision, byWhom: answererOf(request) },
        { lines, note, exported },
      );
      return now(returnNo);
    },
  );
}
