import { z } from 'zod';
import { accessTo } from '#access';
import { type Http, Problem } from '#http';
import catalogue from '../../contracts/problems.json' with { type: 'json' };

type ProblemCode = (typeof catalogue)[number];

/** The pages load nothing. */
const policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const params = z.object({ code: z.string() });

/** Where the `type` of a problem leads: what its code means, for people and for programs. */
export function problemPages(app: Http): void {
  const config = accessTo('interface', 'read');
  app.get('/docs/problems', { config, schema: { hide: true } }, (request, reply) =>
    asJson(request.headers.accept)
      ? reply.send(catalogue)
      : reply
          .type('text/html; charset=utf-8')
          .header('content-security-policy', policy)
          .send(page('接口问题 Problems', catalogue)),
  );
  app.get('/docs/problems/:code', { config, schema: { hide: true, params } }, (request, reply) => {
    const found = catalogue.find(({ code }) => code === request.params.code);
    if (!found)
      throw new Problem(404, 'NOT-FOUND', {
        zh: `没有 ${request.params.code}`,
        en: `There is no ${request.params.code}`,
      });
    return asJson(request.headers.accept)
      ? reply.send(found)
      : reply
          .type('text/html; charset=utf-8')
          .header('content-security-policy', policy)
          .send(page(found.code, [found]));
  });
}

const asJson = (accept = ''): boolean => accept.includes('json') && !accept.includes('text/html');

function page(title: string, problems: readonly ProblemCode[]): string {
  const rows = problems.map(
    ({ code, status, text }) =>
      `<section id="${code}"><h2><a href="/docs/problems/${code}">${code}</a> · ${status}</h2><p lang="zh">${escaped(text.zh)}</p><p lang="en">${escaped(text.en)}</p></section>`,
  );
  const all = problems.length === 1 ? '<p><a href="/docs/problems">全部 All</a></p>' : '';
  return (
    `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${title} · Chama</title>` +
    `<meta name="viewport" content="width=device-width"></head><body><h1>${title}</h1>${rows.join('')}${all}</body></html>`
  );
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
