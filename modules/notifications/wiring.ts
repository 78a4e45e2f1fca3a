import type { Http } from '#http';
import { Rounds } from '#journal';
import type { Database } from '#postgres';
import type { MailServerSettings } from './application/mail-server.ts';
import { Postman } from './application/postman.ts';
import { Teller } from './application/teller.ts';
import type { NotificationParameters } from './domain/parameters.ts';
import { mailRoutes } from './http/mail-routes.ts';
import { notificationRoutes } from './http/routes.ts';

export { addressIn, type MailServerSettings } from './application/mail-server.ts';

export interface NotificationSettings {
  readonly database: Database;
  readonly now: () => Date;
  readonly parameters: () => NotificationParameters;
  /** Codes and the way out of mail are made by it. */
  readonly secret: string;
  /** Mail is sent only where there is a mail server, and an address people reach the platform by. */
  readonly mail: { readonly server: MailServerSettings; readonly site: string } | undefined;
  readonly fault: (error: unknown) => void;
  /** How often it is looked for what has happened and what is due, milliseconds; default 1,000 (D). */
  readonly lookMs?: number;
}

export interface Notifications {
  register(app: Http): void;
  /** Begins to tell. */
  start(): void;
  stop(): Promise<void>;
}

/** Puts notifications together; nobody is told anything before `start`. */
export function wireNotifications(settings: NotificationSettings): Notifications {
  const { database, now, secret, mail, fault, lookMs = 1_000 } = settings;
  const parameters = () => settings.parameters().mail;
  const teller = new Teller(settings);
  const postman = mail && new Postman({ database, now, parameters, secret, ...mail });
  const telling = new Rounds(() => teller.round(), lookMs, fault);
  const mailing = postman && new Rounds(() => postman.round(), lookMs, fault);
  const wake = (): void => mailing?.start();
  const addresses = { database, now, parameters, secret, wake, sendsMail: mail !== undefined };
  return {
    register: (app) => {
      notificationRoutes(app, addresses);
      mailRoutes(app, addresses, { database, now, wake, server: mail?.server });
    },
    start: () => {
      telling.start();
      mailing?.start();
    },
    stop: async () => {
      teller.stop();
      postman?.stop();
      await telling.stop();
      await mailing?.stop();
    },
  };
}
