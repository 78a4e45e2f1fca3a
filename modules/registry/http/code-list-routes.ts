import { z } from 'zod';
import { accessTo } from '#access';
import { answer, type Http, problems } from '#http';
import { isDay } from '#kernel';
import { type CodeLists, codeListNames } from '../domain/code-lists.ts';
import { day } from './file-schemas.ts';

const open = { tags: ['code-lists'], security: [] };
const list = z.enum(codeListNames);

const codeEntry = z
  .object({
    code: z.string(),
    zh: z.string(),
    en: z.string(),
    from: day.optional(),
    to: day.optional(),
    source: z.string(),
    confidence: z.enum(['V', 'H', 'M', 'L', 'D']),
  })
  .meta({
    id: 'CodeEntry',
    description: 'One code for one period; `confidence` says how sure its source is.',
  });

const codeListsPage = z
  .object({ lists: z.array(z.object({ list, entries: z.int() })) })
  .meta({ id: 'CodeListsPage' });
const codeList = z.object({ list, entries: z.array(codeEntry) }).meta({ id: 'CodeList' });

/** Code lists, open to all: whoever writes messages needs them. */
export function codeListRoutes(app: Http, { codeLists }: { readonly codeLists: CodeLists }): void {
  app.get(
    '/api/registry/code-lists',
    {
      config: accessTo('code-lists', 'read'),
      schema: {
        ...open,
        operationId: 'listCodeLists',
        summary: 'The code lists there are',
        response: { 200: answer('Every list, with how many entries.', codeListsPage), ...problems() },
      },
    },
    async () => ({
      lists: codeListNames.map((name) => ({ list: name, entries: codeLists.entries(name).length })),
    }),
  );
  app.get(
    '/api/registry/code-lists/:list',
    {
      config: accessTo('code-lists', 'read'),
      schema: {
        ...open,
        operationId: 'getCodeList',
        summary: 'A code list, whole or as it is on a day',
        params: z.object({ list }),
        querystring: z.object({
          day: day
            .refine(isDay, 'YYYY-MM-DD')
            .optional()
            .meta({ description: 'Only what may be used then.' }),
        }),
        response: { 200: answer('In the order of the table.', codeList), ...problems(400) },
      },
    },
    async (request) => {
      const { list: name } = request.params;
      const { day: on } = request.query;
      const held = codeLists
        .entries(name)
        .filter(({ from = '', to = '9999' }) => on === undefined || (from <= on && on <= to));
      return { list: name, entries: held.map(({ more: _more, ...entry }) => entry) };
    },
  );
}
