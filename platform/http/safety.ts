import type { FastifyInstance, FastifyReply } from 'fastify';

/** What a browser must never do with an answer of ours, whatever it is. */
const always: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
};

/** Data load nothing, should a browser ever take them for a page. A PDF is left to the browser's own viewer. */
const NO_PAGE = "default-src 'none'; frame-ancestors 'none'; sandbox";
/** Two years, as browsers ask of those that want never to be called without TLS. */
const TLS_ONLY = 'max-age=63072000; includeSubDomains';

export interface Safety {
  /** Callers come by HTTPS only: the server is behind a proxy that speaks it. */
  readonly tls?: boolean;
}

/** Headers of every answer; a route that has a better word for one of them keeps it. */
export function setSafety(app: FastifyInstance, { tls = false }: Safety): void {
  app.addHook('onSend', async (request, reply) => {
    for (const [name, value] of Object.entries(always)) reply.header(name, value);
    if (tls) reply.header('strict-transport-security', TLS_ONLY);
    if (!request.url.startsWith('/api/')) return;
    if (!String(reply.getHeader('content-type')).startsWith('application/pdf'))
      orElse(reply, 'content-security-policy', NO_PAGE);
    // Whatever the interface answers may be somebody's; no browser, proxy or shared computer keeps it.
    orElse(reply, 'cache-control', 'no-store');
  });
}

function orElse(reply: FastifyReply, name: string, value: string): void {
  if (!reply.hasHeader(name)) reply.header(name, value);
}
