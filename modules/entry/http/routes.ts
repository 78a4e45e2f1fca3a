import { accessTo, enterpriseOf, partyOf } from '#access';
import { answer, type Http, problems } from '#http';
import { listHistory } from '../application/history.ts';
import type { EntryPorts } from '../application/ports.ts';
import { withdrawList } from '../application/withdraw.ts';
import { handedIn, listHistory as listHistorySchema, listParams, withdrawal } from './schemas.ts';

const described = { tags: ['lists'], security: [{ apiKey: [] }, { session: [] }] };

/** The versions of a list, and taking it back. */
export function listRoutes(app: Http, ports: EntryPorts): void {
  app.get(
    '/api/lists/:ebpCode/:orderNo/history',
    {
      config: accessTo('lists', 'read'),
      schema: {
        ...described,
        operationId: 'getListHistory',
        summary: 'The versions of a list, what each changed, and what may be done with it now',
        description:
          'Every change, withdrawal and new declaration is a version, read out of the message it came in. Personal data is masked; that it is another is told.',
        params: listParams,
        response: {
          200: answer('Its versions, the latest first.', listHistorySchema),
          ...problems(400, 401, 403, 404, 503),
        },
      },
    },
    async (request) => listHistory(ports, partyOf(request), request.params),
  );
  app.post(
    '/api/lists/:ebpCode/:orderNo/withdrawal',
    {
      config: accessTo('lists', 'withdraw'),
      schema: {
        ...described,
        operationId: 'withdrawList',
        summary: 'Withdraw a list, as a message with appType 3 does',
        description: 'Refused, with the finding a message would get, where the state of the list forbids it.',
        params: listParams,
        body: withdrawal,
        response: {
          200: answer('What became of the withdrawal.', handedIn),
          ...problems(400, 401, 403, 404, 412, 415),
        },
      },
    },
    async (request) => withdrawList(ports, enterpriseOf(request), request.params, request.body),
  );
}
