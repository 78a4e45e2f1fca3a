import { accessTo, enterpriseOf } from '#access';
import type { MessageAnswer } from '#exchange';
import { answer, type Http, problems } from '#http';
import { applyByForm, withdrawReturn } from '../application/apply.ts';
import { applyForExport } from '../application/apply-export.ts';
import { disposeOf } from '../application/dispose.ts';
import type { ReturnsPorts } from '../application/ports.ts';
import { movedMeanwhile } from '../application/problems.ts';
import { caseDetail } from '../application/reading.ts';
import {
  caseDetailSchema,
  caseParams,
  dispositionBody,
  handedIn,
  newReturn,
  withdrawBody,
} from './schemas.ts';
import { described, detailView, findingView } from './views.ts';

/** What is told of the one document of a message. */
function handedInView({ messageId, findings, documents: [only] }: MessageAnswer) {
  if (!only)
    return {
      messageId,
      verdict: 'refused' as const,
      status: '',
      info: '',
      findings: findings.map(findingView),
    };
  const { verdict, status, info } = only;
  return { messageId, verdict, status, info, findings: only.findings.map(findingView) };
}

/** What an enterprise does with returns of its lists. */
export function applyingRoutes(app: Http, ports: ReturnsPorts): void {
  app.post(
    '/api/returns',
    {
      config: accessTo('returns', 'apply'),
      schema: {
        ...described,
        operationId: 'applyForReturn',
        summary: 'Apply for a cancellation or return',
        description:
          'Written as CEB623 or CEB625, of an export as CEB605 or CEB213, from the list on file and handed in as a message of yours; its receipts come as always.',
        body: newReturn,
        response: {
          200: answer('What became of the document.', handedIn),
          ...problems(400, 401, 403, 404, 415, 503),
        },
      },
    },
    async (request) => {
      const { lines = [], exported, ...plain } = request.body;
      const caller = enterpriseOf(request);
      const asked = { ...plain, lines };
      return handedInView(
        await (exported
          ? applyForExport(ports, caller, { ...asked, ...exported })
          : applyByForm(ports, caller, asked)),
      );
    },
  );
  app.post(
    '/api/returns/:returnNo/withdrawal',
    {
      config: accessTo('returns', 'apply'),
      schema: {
        ...described,
        operationId: 'withdrawReturn',
        summary: 'Withdraw a return whose goods are not back yet',
        params: caseParams,
        body: withdrawBody,
        response: {
          200: answer('What became of the document that deletes it.', handedIn),
          ...problems(400, 401, 403, 404, 409, 415, 503),
        },
      },
    },
    async (request) => {
      const caller = enterpriseOf(request);
      const { file } = await caseDetail(ports, request.params.returnNo, caller.customsCode);
      if (file.revision !== request.body.revision) throw movedMeanwhile(file);
      return handedInView(await withdrawReturn(ports, caller, file));
    },
  );
  disposing(app, ports);
}

function disposing(app: Http, ports: ReturnsPorts): void {
  app.post(
    '/api/returns/:returnNo/dispositions',
    {
      config: accessTo('returns', 'apply'),
      schema: {
        ...described,
        operationId: 'disposeOfReturn',
        summary: 'Say what became of goods that came back',
        description:
          'Sold again (they stay in the stock of their book), sent abroad, or destroyed; the last of them closes the return.',
        params: caseParams,
        body: dispositionBody,
        response: {
          200: answer('The return as it stands now.', caseDetailSchema),
          ...problems(400, 401, 403, 404, 409, 415, 422, 503),
        },
      },
    },
    async (request) => {
      const { customsCode: party, id } = enterpriseOf(request);
      const { revision, note = '', ...asked } = request.body;
      const { returnNo } = request.params;
      await disposeOf(ports, { returnNo, revision, byWhom: id, party }, { ...asked, note });
      return detailView(await caseDetail(ports, returnNo, party));
    },
  );
}
