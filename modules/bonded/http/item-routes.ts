import { accessTo, partyOf } from '#access';
import { answer, type Http, problems } from '#http';
import { formatDecimal } from '#kernel';
import { bookFor, expiring, fileItems, itemsAfter, move, stockOverDays } from '../application/books.ts';
import type { BondedPorts } from '../application/ports.ts';
import { movementsBefore } from '../application/reading.ts';
import { described, keeperOf, numberOf } from './described.ts';
import {
  bookParams,
  daysQuery,
  expiringPage,
  itemParams,
  itemsFiled,
  itemsPageSchema,
  movementAnswers,
  movementsPageSchema,
  movementsQuery,
  newItems,
  newMovements,
  pageQuery,
  stockDaysSchema,
} from './schemas.ts';

/** Goods of a book: filed, moved, counted up, warned of. */
export function itemRoutes(app: Http, ports: BondedPorts): void {
  goods(app, ports);
  movements(app, ports);
  overTime(app, ports);
}

function goods(app: Http, ports: BondedPorts): void {
  app.get(
    '/api/bonded/books/:bookNo/items',
    {
      config: accessTo('account-books', 'read'),
      schema: {
        ...described,
        operationId: 'listBookItems',
        summary: 'Goods of a book, and how much of each lies where',
        params: bookParams,
        querystring: pageQuery,
        response: { 200: answer('By number.', itemsPageSchema), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => {
      const { bookNo } = await bookFor(ports, request.params.bookNo, partyOf(request));
      const { cursor, limit } = request.query;
      const items = await itemsAfter(ports, bookNo, cursor === undefined ? 0 : numberOf(cursor, 9), limit);
      const last = items.length === limit ? items.at(-1) : undefined;
      return { items, ...(last ? { next: String(last.itemNo) } : {}) };
    },
  );
  app.post(
    '/api/bonded/books/:bookNo/items',
    {
      config: accessTo('account-books', 'keep'),
      schema: {
        ...described,
        operationId: 'fileBookItems',
        summary: 'File goods in a book',
        description: 'An item of a number or record number that is there stays as it is.',
        params: bookParams,
        body: newItems,
        response: { 200: answer('How many are new.', itemsFiled), ...problems(400, 401, 403, 404, 415, 422) },
      },
    },
    async (request) => {
      const { items } = request.body;
      const filed = await fileItems(ports, request.params.bookNo, keeperOf(request).customsCode, items);
      return { filed, known: items.length - filed };
    },
  );
}

function movements(app: Http, ports: BondedPorts): void {
  app.get(
    '/api/bonded/books/:bookNo/movements',
    {
      config: accessTo('account-books', 'read'),
      schema: {
        ...described,
        operationId: 'listBookMovements',
        summary: 'Movements of a book or of one of its items',
        params: bookParams,
        querystring: movementsQuery,
        response: {
          200: answer('The latest first.', movementsPageSchema),
          ...problems(400, 401, 403, 404, 503),
        },
      },
    },
    async (request) => {
      const { bookNo } = await bookFor(ports, request.params.bookNo, partyOf(request));
      const { cursor, limit, itemNo } = request.query;
      const before = cursor === undefined ? undefined : String(numberOf(cursor, 15));
      const rows = await movementsBefore(ports, { bookNo, itemNo, before, limit });
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return {
        movements: rows.map((row) => ({ ...row, at: row.at.toISOString() })) as never,
        ...(last ? { next: last.movementNo } : {}),
      };
    },
  );
  app.post(
    '/api/bonded/books/:bookNo/movements',
    {
      config: accessTo('account-books', 'keep'),
      schema: {
        ...described,
        operationId: 'postBookMovements',
        summary: 'Write movements of bonded goods',
        description:
          'Goods sent back by buyers, and goods that are shipped back or destroyed. What comes in is written by the gate, of an entry checklist that customs has approved. Each movement is answered by itself; the same line of the same reference is written once, whoever asks again.',
        params: bookParams,
        body: newMovements,
        response: { 200: answer('One answer each.', movementAnswers), ...problems(400, 401, 403, 404, 415) },
      },
    },
    async (request) => {
      const answers = await move(ports, request.params.bookNo, keeperOf(request), request.body.movements);
      return {
        movements: answers.map(({ stock, ...one }) => ({
          ...one,
          ...(stock === undefined ? {} : { stock: formatDecimal(stock) }),
        })) as never,
      };
    },
  );
}

function overTime(app: Http, ports: BondedPorts): void {
  app.get(
    '/api/bonded/books/:bookNo/items/:itemNo/days',
    {
      config: accessTo('account-books', 'read'),
      schema: {
        ...described,
        operationId: 'getStockDays',
        summary: 'How the stock of an item went, day by day',
        params: itemParams,
        querystring: daysQuery,
        response: {
          200: answer('The oldest day first.', stockDaysSchema),
          ...problems(400, 401, 403, 404, 503),
        },
      },
    },
    async (request) => {
      const { bookNo } = await bookFor(ports, request.params.bookNo, partyOf(request));
      return { days: await stockOverDays(ports, bookNo, request.params.itemNo, request.query.days) };
    },
  );
  app.get(
    '/api/bonded/books/:bookNo/expiring',
    {
      config: accessTo('account-books', 'read'),
      schema: {
        ...described,
        operationId: 'getExpiringLots',
        summary: 'What of a book has expired or soon will',
        params: bookParams,
        response: { 200: answer('By item and day.', expiringPage), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => {
      const { bookNo } = await bookFor(ports, request.params.bookNo, partyOf(request));
      const lots = await expiring(ports, bookNo);
      return { lots: lots.map((lot) => ({ ...lot, quantity: formatDecimal(lot.quantity) })) as never };
    },
  );
}
