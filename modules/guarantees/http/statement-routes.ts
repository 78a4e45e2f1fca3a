import { z } from 'zod';
import { accessTo, partyOf } from '#access';
import { answer, type Http, problems } from '#http';
import type { Bilingual } from '#kernel';
import { csvLine } from '#sheets';
import type { GuaranteePorts } from '../application/ports.ts';
import { accountFor, reconcile, type Statement, statementOf } from '../application/reading.ts';
import { described } from './described.ts';
import { accountParams, differencesSchema, statement, statementQuery } from './schemas.ts';

/** Monthly statements, and whether every account is the sum of its movements. */
export function statementRoutes(app: Http, ports: GuaranteePorts): void {
  app.get(
    '/api/guarantees/accounts/:guarantor/statement',
    {
      config: accessTo('guarantees', 'read'),
      schema: {
        ...described,
        operationId: 'getGuaranteeStatement',
        summary: 'The statement of a month: opening, what moved the account by cause, closing',
        params: accountParams,
        querystring: statementQuery,
        response: { 200: answer('The statement.', statement), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => {
      const { guarantor } = await accountFor(ports, request.params.guarantor, partyOf(request));
      const { lines, reliefs, ...plain } = await statementOf(ports, guarantor, request.query.month);
      return {
        ...{ ...plain, lines: [...lines] },
        reliefs: reliefs.map((one) => ({ ...one, why: whyOf(ports, one.code) })),
      };
    },
  );
  app.get(
    '/api/guarantees/accounts/:guarantor/statement.csv',
    {
      config: accessTo('guarantees', 'read'),
      schema: {
        ...described,
        operationId: 'getGuaranteeStatementTable',
        summary: 'The statement of a month as a table',
        params: accountParams,
        querystring: statementQuery,
        response: {
          200: { description: 'CSV in UTF-8.', content: { 'text/csv': { schema: z.string() } } },
          ...problems(400, 401, 403, 404, 503),
        },
      },
    },
    async (request, reply) => {
      const { guarantor } = await accountFor(ports, request.params.guarantor, partyOf(request));
      const { month } = request.query;
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="guarantee-${guarantor}-${month}.csv"`)
        .header('cache-control', 'no-store')
        .send(tableOf(ports, await statementOf(ports, guarantor, month)));
    },
  );
  app.get(
    '/api/guarantees/reconciliation',
    {
      config: accessTo('guarantees', 'read-reconciliation'),
      schema: {
        ...described,
        operationId: 'getGuaranteeReconciliation',
        summary: 'Accounts that are not what their movements come to',
        response: {
          200: answer('None, unless something is broken.', differencesSchema),
          ...problems(401, 403, 503),
        },
      },
    },
    async () => ({ accounts: await reconcile(ports) }),
  );
}

const HEAD = [
  '项目 item',
  '笔数 movements',
  '可用 available',
  '占用 reserved',
  '账外 outside',
  '超额 beyond',
  '免担保税款 tax without cover',
];

/** Why less cover was asked for, as its row of the table says. */
function whyOf({ coverTable }: GuaranteePorts, code: string): Bilingual {
  const { zh, en } = coverTable.row(code) ?? { zh: code, en: code };
  return { zh, en };
}

/** A statement as CSV that spreadsheet programs read as UTF-8. */
function tableOf(ports: GuaranteePorts, { opening, lines, reliefs, closing }: Statement): string {
  const balance = (name: string, { available, reserved }: Statement['opening']) => [
    ...[name, '', available, reserved, '', '', ''],
  ];
  const rows = [
    ...[HEAD, balance('期初 opening', opening)],
    ...lines.map(({ cause, movements, available, reserved, outside, beyond }) => [
      ...[cause, String(movements), available, reserved, outside, beyond, ''],
    ]),
    balance('期末 closing', closing),
    ...reliefs.map(({ code, lists, relieved }) => {
      const { zh, en } = whyOf(ports, code);
      return [`${code} ${zh} ${en}`, String(lists), '', '', '', '', relieved];
    }),
  ];
  return `\uFEFF${rows.map((row) => csvLine(row)).join('')}`;
}
