import { accessTo, partyOf } from '#access';
import { answer, cursorOf, type Http, problems, readCursor } from '#http';
import type { TaxBillPorts } from '../application/ports.ts';
import { billFor, billsBefore, calendar, reconcile, type ShownBill } from '../application/reading.ts';
import { certificateRoutes } from './certificate-routes.ts';
import { described } from './described.ts';
import {
  billParams,
  billSchema,
  billsPageSchema,
  billsQuery,
  calendarSchema,
  reconciliationSchema,
} from './schemas.ts';

function viewOf(bill: ShownBill) {
  const {
    invtNo,
    taxNo,
    toldAt,
    certificateNo,
    relief,
    differences,
    releasedAt,
    releasedOn: _on,
    attempt: _attempt,
    ...plain
  } = bill;
  return {
    ...{ ...plain, releasedAt: releasedAt.toISOString() },
    differences: differences.map(({ at, evidence: _evidence, ...found }) => ({
      ...found,
      at: at.toISOString(),
    })),
    ...(invtNo === null ? {} : { invtNo }),
    ...(taxNo === null ? {} : { taxNo }),
    ...(toldAt === null ? {} : { toldAt: toldAt.toISOString() }),
    ...(certificateNo === null ? {} : { certificateNo }),
    ...(relief === undefined ? {} : { relief }),
  };
}

/** Tax bills, payment certificates, and when what is due. */
export function taxBillRoutes(app: Http, ports: TaxBillPorts): void {
  billRoutes(app, ports);
  overviewRoutes(app, ports);
  certificateRoutes(app, ports);
}

function billRoutes(app: Http, ports: TaxBillPorts): void {
  app.get(
    '/api/tax-bills',
    {
      config: accessTo('tax-bills', 'read'),
      schema: {
        ...described,
        operationId: 'listTaxBills',
        summary: 'Tax bills of released lists',
        querystring: billsQuery,
        response: { 200: answer('The latest first.', billsPageSchema), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => {
      const { cursor, limit, state, certificateNo } = request.query;
      const [at = '', orderNo = '', ebpCode = ''] = cursor === undefined ? [] : readCursor(cursor, 3);
      const before = cursor === undefined ? undefined : { at, orderNo, ebpCode };
      const rows = await billsBefore(ports, { party: partyOf(request), state, certificateNo, before, limit });
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return {
        bills: rows.map(viewOf),
        ...(last ? { next: cursorOf(last.releasedAt.toISOString(), last.orderNo, last.ebpCode) } : {}),
      };
    },
  );
  app.get(
    '/api/tax-bills/lists/:ebpCode/:orderNo',
    {
      config: accessTo('tax-bills', 'read'),
      schema: {
        ...described,
        operationId: 'getTaxBill',
        summary: 'The tax bill of a list, line by line, and what was given back of it',
        params: billParams,
        response: { 200: answer('The bill.', billSchema), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => {
      const { lines, reductions, ...bill } = await billFor(ports, request.params, partyOf(request));
      return {
        ...viewOf(bill),
        lines: [...lines],
        reductions: reductions.map(({ reference, amount, reason, at, afterPayment }) => ({
          ...{ reference, amount, reason, afterPayment, at: at.toISOString() },
        })),
      };
    },
  );
}

function overviewRoutes(app: Http, ports: TaxBillPorts): void {
  app.get(
    '/api/tax-bills/calendar',
    {
      config: accessTo('tax-bills', 'read'),
      schema: {
        ...described,
        operationId: 'getTaxCalendar',
        summary: 'What tax is owed by which day, and lists that wait for cover',
        response: { 200: answer('The earliest day first.', calendarSchema), ...problems(401, 403, 503) },
      },
    },
    async (request) => calendar(ports, partyOf(request)),
  );
  app.get(
    '/api/tax-bills/reconciliation',
    {
      config: accessTo('tax-bills', 'read-reconciliation'),
      schema: {
        ...described,
        operationId: 'getTaxReconciliation',
        summary: 'Guarantors of whom tax bills and guarantee account differ',
        response: {
          200: answer('None, unless something is broken.', reconciliationSchema),
          ...problems(401, 403, 503),
        },
      },
    },
    async () => ({ guarantors: await reconcile(ports) }),
  );
}
