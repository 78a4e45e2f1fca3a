import { accessTo, enterpriseOf } from '#access';
import { answer, type Http, harmlessTwice, problems } from '#http';
import { checkDocument } from '../application/check-document.ts';
import type { EntryPorts } from '../application/ports.ts';
import { checkedDocument, documentToCheck } from './check-schemas.ts';

/** Asking what would be said of a document, while it is written. */
export function checkRoutes(app: Http, ports: EntryPorts): void {
  app.post(
    '/api/check',
    {
      config: {
        ...accessTo('documents', 'check'),
        ...harmlessTwice('It tells what would be said of a document, and keeps nothing.'),
      },
      schema: {
        tags: ['exchange'],
        security: [{ apiKey: [] }, { session: [] }],
        operationId: 'checkDocument',
        summary: 'Check one document field by field, as it would be checked when it is handed in',
        description:
          'All findings with the field each belongs to and what would come of it: the structure and the text of the standard, the right to send it, ' +
          'what is on file under its number, how it agrees with the papers of its purchase, and the tax of a list. Nothing is handed in or kept.',
        body: documentToCheck,
        response: {
          200: answer('Every finding; none for a document that is in order.', checkedDocument),
          ...problems(400, 401, 403, 413, 415, 503),
        },
      },
    },
    async (request) => checkDocument(ports, enterpriseOf(request).customsCode, request.body),
  );
}
