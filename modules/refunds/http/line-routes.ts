import { accessTo, partyOf } from '#access';
import { answer, cursorOf, type Http, problems, readWords } from '#http';
import type { RefundPorts } from '../application/ports.ts';
import { linesAfter, pictureFor } from '../application/reading.ts';
import { CONDITIONS, type ConditionCode } from '../domain/eligibility.ts';
import { conditionView, described, placeOf, told } from './described.ts';
import { lines, linesQuery, monthQuery, picture } from './schemas.ts';

/** Which way the tax of export lines goes, and why. */
export function lineRoutes(app: Http, ports: RefundPorts): void {
  app.get(
    '/api/export-tax/lines',
    {
      config: accessTo('export-tax', 'read'),
      schema: {
        ...described,
        operationId: 'listExportTaxLines',
        summary: 'Lines of exports of a month: refund, exempt or taxed, with what each lacks',
        querystring: linesQuery,
        response: { 200: answer('By exporter, list and line.', lines), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => {
      const { month, route, cursor, limit } = request.query;
      const [ebcCode = '', invtNo = '', gnum = '0'] = cursor === undefined ? [] : readWords(cursor, 3);
      const rows = await linesAfter(ports, {
        ...{ month: `${month}-01`, party: partyOf(request), route, limit },
        after: cursor === undefined ? undefined : { ebcCode, invtNo, gnum: placeOf(gnum) },
      });
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return {
        lines: rows.map(({ ebcCode: enterprise, invoices, lacksForRefund, lacksForExemption, ...row }) => ({
          ...{ enterprise, ...told(row), hasInvoice: !lacksForRefund.includes('INVOICE') },
          ...{ invoices: [...invoices], lacksForRefund: [...lacksForRefund] },
          lacksForExemption: [...lacksForExemption],
        })),
        ...(last ? { next: cursorOf(last.ebcCode, last.invtNo, String(last.gnum)) } : {}),
      };
    },
  );
  app.get(
    '/api/export-tax/picture',
    {
      config: accessTo('export-tax', 'read'),
      schema: {
        ...described,
        operationId: 'getExportTaxPicture',
        summary: 'How the exports of a month go, what they lack, and what may be claimed now',
        querystring: monthQuery,
        response: { 200: answer('The picture.', picture), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => {
      const { month } = request.query;
      const found = await pictureFor(ports, { month: `${month}-01`, party: partyOf(request) });
      return {
        month,
        routes: [...found.routes],
        missing: found.missing.map(({ code, lines }) => ({ ...conditionView(code), lines })),
        claimable: found.claimable,
        ...(found.claimBy === null ? {} : { claimBy: found.claimBy }),
        conditions: (Object.keys(CONDITIONS) as ConditionCode[]).map(conditionView),
      };
    },
  );
}
