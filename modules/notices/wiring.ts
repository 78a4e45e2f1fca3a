import type { Http } from '#http';
import type { Networks } from '#outbound';
import type { Database } from '#postgres';
import { Courier } from './application/courier.ts';

import { Receivers } from './application/receiver.ts';
import type { WebhookParameters } from './domain/parameters.ts';
import { deliveryRoutes } from './http/delivery-routes.ts';
import { webhookRoutes } from './http/webhook-routes.ts';
import { troublesOf, type WebhookTroubles } from './storage/troubles.ts';

export { sentWebhooks } from './http/sent.ts';

export interface NoticesSettings {
  readonly database: Database;
  readonly now: () => Date;
  readonly parameters: () => WebhookParameters;
  readonly networks: Networks;
  readonly fault: (error: unknown) => void;
  /** How often it is looked for what has happened, milliseconds; default 1,000 (D). */
  readonly lookMs?: number;
}

export interface Notices {
  /** What of an enterprise's webhooks does not arrive. */
  readonly troubles: (customsCode: string) => Promise<WebhookTroubles>;
  register(app: Http): void;
  /** Begins to collect and to send. */
  start(): void;
  stop(): Promise<void>;
}

/** Puts webhooks together; nothing is sent before `start` but tests. */
export function wireNotices(settings: NoticesSettings): Notices {
  const { database, now, parameters, fault } = settings;
  const receivers = new Receivers(settings.networks);
  const courier = new Courier({
    ...{ database, now, parameters, receivers, fault },
    lookMs: settings.lookMs ?? 1_000,
  });
  const routes = { database, now, parameters, receivers, wake: () => courier.wake() };
  return {
    troubles: (customsCode) => troublesOf(database.readers, customsCode),
    register: (app) => {
      webhookRoutes(app, routes);
      deliveryRoutes(app, routes);
    },
    start: () => courier.start(),
    stop: () => courier.stop(),
  };
}
