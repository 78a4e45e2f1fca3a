import { accessTo, answererOf, partyOf } from '#access';
import { answer, type Http, problems } from '#http';
import type { GuaranteePorts } from '../application/ports.ts';
import {
  type Account,
  accountFor,
  accountsAfter,
  daysOf,
  movementsBefore,
  warnBelow,
} from '../application/reading.ts';
import { described, numberOf } from './described.ts';
import { instrumentRoutes } from './instrument-routes.ts';
import {
  account,
  accountParams,
  accountsPageSchema,
  daysQuery,
  daysSchema,
  movementsPageSchema,
  pageQuery,
  warning,
} from './schemas.ts';
import { statementRoutes } from './statement-routes.ts';

const viewOf = ({ openedAt, ...plain }: Account) => ({ ...plain, openedAt: openedAt.toISOString() });

/** Guarantee accounts: how they stand, what moved them, statements, and the guarantees given. */
export function guaranteeRoutes(app: Http, ports: GuaranteePorts): void {
  accountRoutes(app, ports);
  movementRoutes(app, ports);
  statementRoutes(app, ports);
  instrumentRoutes(app, ports);
}

function accountRoutes(app: Http, ports: GuaranteePorts): void {
  app.get(
    '/api/guarantees/accounts',
    {
      config: accessTo('guarantees', 'read'),
      schema: {
        ...described,
        operationId: 'listGuaranteeAccounts',
        summary: 'Guarantee accounts: cover, what is free, what answers for open tax',
        querystring: pageQuery,
        response: { 200: answer('By guarantor.', accountsPageSchema), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => {
      const { cursor = '', limit } = request.query;
      const rows = await accountsAfter(ports, { guarantor: partyOf(request), after: cursor, limit });
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return { accounts: rows.map(viewOf), ...(last ? { next: last.guarantor } : {}) };
    },
  );
  app.get(
    '/api/guarantees/accounts/:guarantor',
    {
      config: accessTo('guarantees', 'read'),
      schema: {
        ...described,
        operationId: 'getGuaranteeAccount',
        summary: 'One guarantee account',
        params: accountParams,
        response: { 200: answer('The account.', account), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => viewOf(await accountFor(ports, request.params.guarantor, partyOf(request))),
  );
  app.post(
    '/api/guarantees/accounts/:guarantor/warning',
    {
      config: accessTo('guarantees', 'warn'),
      schema: {
        ...described,
        operationId: 'setGuaranteeWarning',
        summary: 'Say below which free cover to be warned',
        params: accountParams,
        body: warning,
        response: { 200: answer('The account.', account), ...problems(400, 401, 403, 404, 415, 503) },
      },
    },
    async (request) => {
      const found = await accountFor(ports, request.params.guarantor, partyOf(request));
      return viewOf(await warnBelow(ports, found, request.body.warnBelow, answererOf(request)));
    },
  );
}

function movementRoutes(app: Http, ports: GuaranteePorts): void {
  app.get(
    '/api/guarantees/accounts/:guarantor/movements',
    {
      config: accessTo('guarantees', 'read'),
      schema: {
        ...described,
        operationId: 'listGuaranteeMovements',
        summary: 'Movements of a guarantee account',
        params: accountParams,
        querystring: pageQuery,
        response: {
          200: answer('The latest first.', movementsPageSchema),
          ...problems(400, 401, 403, 404, 503),
        },
      },
    },
    async (request) => {
      const { guarantor } = await accountFor(ports, request.params.guarantor, partyOf(request));
      const { cursor, limit } = request.query;
      const before = cursor === undefined ? undefined : numberOf(cursor);
      const rows = await movementsBefore(ports, { guarantor, before, limit });
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return {
        movements: rows.map((row) => ({ ...row, at: row.at.toISOString() })) as never,
        ...(last ? { next: last.movementNo } : {}),
      };
    },
  );
  app.get(
    '/api/guarantees/accounts/:guarantor/days',
    {
      config: accessTo('guarantees', 'read'),
      schema: {
        ...described,
        operationId: 'getGuaranteeDays',
        summary: 'How a guarantee account went, day by day',
        params: accountParams,
        querystring: daysQuery,
        response: { 200: answer('The oldest day first.', daysSchema), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => {
      const { guarantor } = await accountFor(ports, request.params.guarantor, partyOf(request));
      return { days: await daysOf(ports, guarantor, request.query.days) };
    },
  );
}
