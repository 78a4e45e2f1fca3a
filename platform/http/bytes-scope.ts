import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Http } from './app.ts';
import { Problem } from './problem.ts';

/** Routes whose bodies of the given content types reach them as bytes, and of no other type at all. */
export function bytesScope(app: Http, contentTypes: string[], routes: (scope: Http) => void): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(contentTypes, { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    );
    routes(scope.withTypeProvider<ZodTypeProvider>() as unknown as Http);
  });
}

/** The text of such a body; throws a 400 problem when it is not UTF-8. */
export function bodyText(body: unknown): string {
  try {
    return Buffer.isBuffer(body) ? new TextDecoder('utf-8', { fatal: true }).decode(body) : '';
  } catch {
    throw new Problem(400, 'HTTP-ENCODING', {
      zh: '请求体不是 UTF-8 文本',
      en: 'The body is not text in UTF-8',
    });
  }
}
