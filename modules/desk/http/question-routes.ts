import { z } from 'zod';
import { accessTo, enterpriseOf } from '#access';
import { answer, type Http, problems } from '#http';
import type { DeskPorts } from '../application/ports.ts';
import { answerQuestion, questionsOn, questionsTo } from '../application/questions.ts';
import { answerText, listQuestions, questionsPage, questionsQuery } from './question-schemas.ts';
import { caseParams } from './schemas.ts';

const described = { tags: ['lists'], security: [{ apiKey: [] }, { session: [] }] };

/** What an enterprise is asked of its lists, and its answers. */
export function questionRoutes(app: Http, ports: DeskPorts): void {
  app.get(
    '/api/questions',
    {
      config: accessTo('questions', 'read'),
      schema: {
        ...described,
        operationId: 'listQuestions',
        summary: 'What customs asks of lists you sent, the one to be answered first first',
        querystring: questionsQuery,
        response: { 200: answer('A page of questions.', questionsPage), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => questionsTo(ports, enterpriseOf(request).customsCode, request.query),
  );
  app.get(
    '/api/questions/:ebpCode/:orderNo',
    {
      config: accessTo('questions', 'read'),
      schema: {
        ...described,
        operationId: 'getListQuestions',
        summary: 'What customs has asked of one list you sent, and what you answered',
        params: caseParams,
        response: {
          200: answer('The first first; none where nothing was asked.', listQuestions),
          ...problems(400, 401, 403, 503),
        },
      },
    },
    async (request) => questionsOn(ports, enterpriseOf(request).customsCode, request.params),
  );
  app.post(
    '/api/questions/:ebpCode/:orderNo/answer',
    {
      config: accessTo('questions', 'answer'),
      schema: {
        ...described,
        operationId: 'answerQuestion',
        summary: 'Answer a question; an answer that comes late is taken while nothing has been decided',
        params: caseParams,
        body: answerText,
        response: {
          204: z.null().meta({ description: 'The officer has it.' }),
          ...problems(400, 401, 403, 404, 409, 415),
        },
      },
    },
    async (request, reply) => {
      const { customsCode } = enterpriseOf(request);
      await answerQuestion(ports, customsCode, request.params, request.body.text);
      return reply.code(204).send(null);
    },
  );
}
