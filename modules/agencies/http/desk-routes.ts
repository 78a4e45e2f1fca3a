import { accessTo, callerOf, partyOf } from '#access';
import { answer, type Http, problems } from '#http';
import { decideAtDesk } from '../application/decide.ts';
import { type AgencyOfficer, agencyQueue, openAtDesk, viewOf } from '../application/desk.ts';
import { inspectAtDesk } from '../application/inspect.ts';
import type { AgencyPorts } from '../application/ports.ts';
import { agenciesOfList } from '../application/reading.ts';
import {
  agenciesOfList as agenciesSchema,
  decisionWish,
  exportOf,
  listParams,
  openedQuestion,
  questionsPage,
  queueQuery,
} from './schemas.ts';

const tags = ['agencies'];
const people = { tags, security: [{ session: [] }] };

/** The officer behind a request, of an agency; the table lets in nobody else. */
function officerOf(request: object): AgencyOfficer {
  const { id, agency } = callerOf(request);
  if (agency === undefined) throw new Error('The route needs an officer, and the table lets in others.');
  return { id, agency };
}

/** The list a question is about: an export list where its seller is named. */
const keyOf = ({
  params,
  query,
}: {
  readonly params: { readonly ebpCode: string; readonly orderNo: string };
  readonly query: { readonly ebcCode?: string | undefined };
}) => ({ ...params, ebcCode: query.ebcCode ?? '' });

/** What agencies are asked, see and decide; and who waits for whom, for everybody whose list it is. */
export function deskRoutes(app: Http, ports: AgencyPorts): void {
  ofList(app, ports);
  looking(app, ports);
  deciding(app, ports);
}

function ofList(app: Http, ports: AgencyPorts): void {
  app.get(
    '/api/lists/:ebpCode/:orderNo/agencies',
    {
      config: accessTo('consents', 'read'),
      schema: {
        ...{ tags, security: [{ apiKey: [] }, { session: [] }] },
        operationId: 'getAgenciesOfList',
        summary: 'Who waits for whom about a list, what agencies said, and what each got of it',
        params: listParams,
        querystring: exportOf,
        response: { 200: answer('As it stands.', agenciesSchema), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => {
      const { questions, ...rest } = await agenciesOfList(ports, keyOf(request), partyOf(request));
      return { ...rest, questions: questions.map((one) => ({ ...one, asked: [...one.asked] })) };
    },
  );
}

function looking(app: Http, ports: AgencyPorts): void {
  app.get(
    '/api/agency-desk/questions',
    {
      config: accessTo('agency-questions', 'read'),
      schema: {
        ...people,
        operationId: 'listAgencyQuestions',
        summary: 'Lists that wait for your agency, or that it has decided on',
        querystring: queueQuery,
        response: {
          200: answer('The longest waiting first; decided ones the latest first.', questionsPage),
          ...problems(400, 401, 403, 503),
        },
      },
    },
    async (request) => agencyQueue(ports, officerOf(request), request.query),
  );
  app.get(
    '/api/agency-desk/questions/:ebpCode/:orderNo',
    {
      config: accessTo('agency-questions', 'read-fields'),
      schema: {
        ...people,
        operationId: 'openAgencyQuestion',
        summary: 'What your agency may see of a list it is asked about',
        description: 'On record before it is answered, and shown to the enterprise.',
        params: listParams,
        querystring: exportOf,
        response: { 200: answer('Its fields.', openedQuestion), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return openAtDesk(ports, officerOf(request), keyOf(request));
    },
  );
}

function deciding(app: Http, ports: AgencyPorts): void {
  app.post(
    '/api/agency-desk/questions/:ebpCode/:orderNo/decision',
    {
      config: accessTo('agency-questions', 'decide'),
      schema: {
        ...people,
        operationId: 'decideAgencyQuestion',
        summary: 'Say for your agency whether a list may be released, or have it inspected, with the reason',
        description:
          'The list goes on with the last agreement it waits for. A refusal can be taken back by agreeing later; an agreement cannot. With `inspect` the list is inspected on a ground of your agency, and what is found becomes its word.',
        params: listParams,
        querystring: exportOf,
        body: decisionWish,
        response: {
          200: answer('Said.', openedQuestion.shape.question),
          ...problems(400, 401, 403, 404, 409, 415, 422, 503),
        },
      },
    },
    async (request) => {
      const { decision, ground = '', reason, attempt } = request.body;
      const [officer, list] = [officerOf(request), keyOf(request)];
      return viewOf(
        ports,
        decision === 'inspect'
          ? await inspectAtDesk(ports, officer, list, { ground, reason, attempt })
          : await decideAtDesk(ports, officer, list, { decision, reason, attempt }),
      );
    },
  );
}
