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

/** Data, scripts and pictures load nothing, should a browser ever take them for a page. */
const NO_PAGE = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox";
/** A PDF is left to the browser's own viewer, which a stricter one would keep from showing it. */
const PDF = "base-uri 'none'; frame-ancestors 'none'";
/** Two years, as browsers ask of those that want never to be called without TLS. */
const TLS_ONLY = 'max-age=63072000; includeSubDomains';

export interface Safety {
  /** Callers come by HTTPS only: the server is behind a proxy that speaks it. */
  readonly tls?: boolean;
}

/**
 * Headers of every answer; a route that has a better word for one of them says it. They are set at the beginning, so that
 * a stream that is written past the framework has them from `reply.getHeaders()`, and for what was answered before at the end.
 */
export function setSafety(app: FastifyInstance, { tls = false }: Safety): void {
  const everywhere = {
    ...always,
    'content-security-policy': NO_PAGE,
    ...(tls ? { 'strict-transport-security': TLS_ONLY } : {}),
  };
  // Whatever the interface answers may be somebody's; no browser, proxy or shared computer keeps it.
  const ofInterface = { ...everywhere, 'cache-control': 'no-store' };
  const headersOf = (url: string) => (url.startsWith('/api/') ? ofInterface : everywhere);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headersOf(request.url));
  });
  app.addHook('onSend', async (request, reply) => {
    for (const [name, value] of Object.entries(headersOf(request.url))) orElse(reply, name, value);
    const isPdf = String(reply.getHeader('content-type')).startsWith('application/pdf');
    if (isPdf && reply.getHeader('content-security-policy') === NO_PAGE)
      reply.header('content-security-policy', PDF);
  });
}

function orElse(reply: FastifyReply, name: string, value: string): void {
  if (!reply.hasHeader(name)) reply.header(name, value);
}
