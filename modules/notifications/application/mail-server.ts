import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailOutcome } from '../domain/after-sending.ts';

/** A mail as it is handed over. */
export interface Mail {
  readonly to: string;
  /** The same for the same mail, so that a reader's program too knows it again. */
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: string;
  /** Where its reader says that no more are wanted; none in a mail that was asked for. */
  readonly leave?: string | undefined;
}

export interface MailServerSettings {
  /** `smtp://user:password@host:587` or `smtps://…:465`. */
  readonly url: string;
  /** Who mails come from, `Chama <no-reply@zone.example>`. */
  readonly from: string;
}

const onThisMachine = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/;

/** Hands mails to the operator's mail server, one after the other on a connection. */
export class MailServer {
  readonly #settings: MailServerSettings;
  #connection: SMTPConnection | undefined;

  constructor(settings: MailServerSettings) {
    this.#settings = settings;
  }

  /** Hands one over. What goes wrong is answered and not thrown; the connection is then another one. */
  async hand(mail: Mail, tryMs: number): Promise<MailOutcome> {
    let begun = false;
    try {
      const bytes = await this.#compose(mail);
      const connection = await this.#connected(tryMs);
      // It is read when the mail server has asked for it, and not before.
      const message = new Readable({
        read() {
          begun = true;
          this.push(bytes);
          this.push(null);
        },
      });
      const envelope = { from: addressIn(this.#settings.from), to: mail.to, size: bytes.length };
      await new Promise<void>((resolve, reject) => {
        connection.send(envelope, message, (error) => (error ? reject(error) : resolve()));
      });
      return { begun, recipient: false };
    } catch (error) {
      this.close();
      const { code, responseCode, response, command } = error as {
        readonly code?: string;
        readonly responseCode?: number;
        readonly response?: string;
        readonly command?: string;
      };
      const fault = code ?? 'MAIL-FAULT';
      return { fault, smtpStatus: responseCode, answer: response, begun, recipient: command === 'RCPT TO' };
    }
  }

  close(): void {
    this.#connection?.close();
    this.#connection = undefined;
  }

  #compose({ to, messageId, subject, text, html, language, leave }: Mail): Promise<Buffer> {
    const headers: Record<string, string> = {
      'auto-submitted': 'auto-generated',
      'content-language': language,
      ...(leave === undefined
        ? {}
        : { 'list-unsubscribe': `<${leave}>`, 'list-unsubscribe-post': 'List-Unsubscribe=One-Click' }),
    };
    const composed = new MailComposer({
      ...{ from: this.#settings.from, to, messageId, subject, text, html, headers },
      // Nothing in a mail is ever fetched from a file or an address.
      ...{ disableFileAccess: true, disableUrlAccess: true },
    });
    return new Promise((resolve, reject) => {
      composed.compile().build((error, bytes) => (error ? reject(error) : resolve(bytes as Buffer)));
    });
  }

  async #connected(tryMs: number): Promise<SMTPConnection> {
    if (this.#connection && !this.#connection.destroyed) return this.#connection;
    const { protocol, hostname, port, username, password } = new URL(this.#settings.url);
    const secure = protocol === 'smtps:';
    const connection = new SMTPConnection({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port || (secure ? 465 : 587)),
      secure,
      // Passwords and what mails say go over the network sealed, or not at all.
      requireTLS: !secure && !onThisMachine.test(hostname),
      ...{ connectionTimeout: tryMs, greetingTimeout: tryMs, socketTimeout: tryMs, dnsTimeout: tryMs },
    });
    this.#connection = connection;
    await new Promise<void>((resolve, reject) => {
      // What goes wrong while a mail is handed over is told there as well; nobody else listens.
      connection.on('error', reject);
      connection.connect((error) => (error ? reject(error) : resolve()));
    });
    if (username !== '')
      await new Promise<void>((resolve, reject) => {
        const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
        connection.login({ credentials: auth, ...auth }, (error) => (error ? reject(error) : resolve()));
      });
    return connection;
  }
}

/** The bare address of `Name <address>`. */
export const addressIn = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
