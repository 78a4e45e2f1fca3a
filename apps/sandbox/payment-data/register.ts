import { z } from 'zod';
import { accessTo, enterpriseOf } from '#access';
import { writePaymentAnswer } from '#ceb';
import { bodyText, bytesScope, type Http, Problem } from '#http';
import { type OpenedRequest, PaymentDataCustoms, type PaymentDataCustomsPorts } from './customs.ts';

export interface PaymentDataCustomsOptions extends PaymentDataCustomsPorts {
  /** Which addresses of platforms may be called; by default this machine's alone. */
  readonly mayCall?: (url: URL) => boolean;
}

const opening = z.object({
  url: z.url({ protocol: /^https?$/ }).max(300),
  orderNo: z.string().min(1).max(60),
});
const sessionParams = z.object({ sessionID: z.string().max(64) });
const patience = z.object({ wait: z.coerce.number().min(0).max(60).default(0) });
const hidden = { hide: true } as const;

/**
 * The customs side of notice 2018 No. 179 for developers of platforms:
 * - `POST /sandbox/payment-data/requests` `{"url","orderNo"}` with the platform's key: asks that address for the order;
 * - `POST /sandbox/payment-data/realTimeDataUpload`: what the platform sends, as to customs;
 * - `GET /sandbox/payment-data/requests/{sessionID}?wait=SECONDS`: what customs thinks of it, and why.
 */
export function registerPaymentDataCustoms(app: Http, options: PaymentDataCustomsOptions): void {
  const customs = new PaymentDataCustoms(options);
  const mayCall = options.mayCall ?? isThisMachine;
  app.post(
    '/sandbox/payment-data/requests',
    { config: accessTo('sandbox-customs', 'ask'), schema: { ...hidden, body: opening } },
    async (request): Promise<OpenedRequest> => {
      const { customsCode } = enterpriseOf(request);
      const { body } = request;
      const url = new URL(body.url);
      if (!mayCall(url)) throw notCalled(url);
      return customs.open(customsCode, url, body.orderNo);
    },
  );
  app.get(
    '/sandbox/payment-data/requests/:sessionID',
    {
      config: accessTo('sandbox-customs', 'read'),
      schema: { ...hidden, params: sessionParams, querystring: patience },
    },
    async (request): Promise<OpenedRequest> => {
      const { customsCode } = enterpriseOf(request);
      const { params, query } = request;
      const until = performance.now() + query.wait * 1000;
      for (;;) {
        const opened = customs.opened(customsCode, params.sessionID);
        if (!opened) throw notOpened();
        if (opened.verdicts.length > 0 || performance.now() >= until) return opened;
        await new Promise((resolve) => setTimeout(resolve, lookMs));
      }
    },
  );
  bytesScope(app, ['application/x-www-form-urlencoded'], (scope) =>
    scope.post(
      '/sandbox/payment-data/realTimeDataUpload',
      { config: accessTo('sandbox-customs', 'receive'), schema: hidden },
      async ({ body }, reply) => {
        const answered = await customs.receive(bodyText(body));
        return reply.type('application/json; charset=utf-8').send(writePaymentAnswer(answered));
      },
    ),
  );
}

/** How often a session somebody waits for is looked at. */
const lookMs = 100;

/** Whether an address is this machine's. */
function isThisMachine({ hostname, username, password }: URL): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname) && username === '' && password === '';
}

const notCalled = (url: URL): Problem =>
  new Problem(403, 'SANDBOX-ADDRESS', {
    zh: `沙箱只访问本机地址，不访问 ${url.host}`,
    en: `The sandbox calls addresses of this machine only, not ${url.host}`,
  });

const notOpened = (): Problem =>
  new Problem(404, 'SANDBOX-SESSION', {
    zh: '没有这个会话，或不是本企业的',
    en: 'There is no such session, or it is not of this enterprise',
  });
