import { accessTo, callerOf, partyOf } from '#access';
import { answer, type Http, problems } from '#http';
import { bookFor, openBook } from '../application/books.ts';
import type { BondedPorts } from '../application/ports.ts';
import { booksAfter } from '../application/reading.ts';
import { countRoutes } from './count-routes.ts';
import { described } from './described.ts';
import { itemRoutes } from './item-routes.ts';
import { bookParams, booksPage, newBook, pageQuery } from './schemas.ts';
import { transferRoutes } from './transfer-routes.ts';

/** Account books of bonded goods. */
export function bondedRoutes(app: Http, ports: BondedPorts): void {
  bookRoutes(app, ports);
  itemRoutes(app, ports);
  transferRoutes(app, ports);
  countRoutes(app, ports);
}

function bookRoutes(app: Http, ports: BondedPorts): void {
  app.get(
    '/api/bonded/books',
    {
      config: accessTo('account-books', 'read'),
      schema: {
        ...described,
        operationId: 'listAccountBooks',
        summary: 'Account books of bonded goods',
        querystring: pageQuery,
        response: {
          200: answer('In the order of their numbers.', booksPage),
          ...problems(400, 401, 403, 503),
        },
      },
    },
    async (request) => {
      const { cursor = '', limit } = request.query;
      const books = await booksAfter(ports, {
        owner: partyOf(request),
        after: cursor,
        limit,
      });
      const last = books.length === limit ? books.at(-1) : undefined;
      return { books, ...(last ? { next: last.bookNo } : {}) };
    },
  );
  app.post(
    '/api/bonded/books',
    {
      config: accessTo('account-books', 'open'),
      schema: {
        ...described,
        operationId: 'openAccountBook',
        summary: 'Open an account book for an enterprise',
        body: newBook,
        response: {
          201: answer('Open from its first day on.', newBook),
          ...problems(400, 401, 403, 409, 415, 422),
        },
      },
    },
    async (request, reply) => reply.code(201).send(await openBook(ports, request.body, callerOf(request).id)),
  );
  app.get(
    '/api/bonded/books/:bookNo',
    {
      config: accessTo('account-books', 'read'),
      schema: {
        ...described,
        operationId: 'getAccountBook',
        summary: 'One account book',
        params: bookParams,
        response: { 200: answer('The book.', newBook), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => bookFor(ports, request.params.bookNo, partyOf(request)),
  );
}
