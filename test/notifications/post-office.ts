import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as it came, with its headers by small names and its readable parts. */
export interface Arrived {
  readonly to: string;
  readonly raw: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly html: string;
}

/** A real mail server on this machine, that takes, refuses or loses what comes. */
export class PostOffice {
  readonly arrived: Arrived[] = [];
  /** What it says of a recipient: nothing to take it, else a status of SMTP. */
  recipients: (address: string) => number | undefined = () => undefined;
  /** Breaks the line when a mail has come whole, before it says so. */
  breaksLine = false;
  readonly #server: SMTPServer;

  private constructor(server: SMTPServer) {
    this.#server = server;
  }

  static async open(options: SMTPServerOptions = {}): Promise<PostOffice> {
    const server = new SMTPServer({
      ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
      ...options,
      onRcptTo: ({ address }, _session, callback) => {
        const status = office.recipients(address);
        if (status === undefined) return callback();
        callback(Object.assign(new Error(`no such ${address}`), { responseCode: status }));
      },
      onData: (stream, session, callback) => {
        const pieces: Buffer[] = [];
        stream.on('data', (piece: Buffer) => pieces.push(piece));
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map(({ address }) => address).join(',');
          office.arrived.push(read(Buffer.concat(pieces).toString('utf8'), to));
          if (office.breaksLine) office.breakLines();
          else callback();
        });
      },
    });
    const office = new PostOffice(server);
    server.on('error', () => undefined);
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    return office;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  /** Of those that came to an address. */
  to(address: string): Arrived[] {
    return this.arrived.filter((mail) => mail.to === address);
  }

  breakLines(): void {
    for (const connection of this.#server.connections)
      (connection as unknown as { _socket: { destroy(): void } })._socket.destroy();
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}

function read(raw: string, to: string): Arrived {
  const [head = ''] = raw.split('\r\n\r\n', 1);
  const unfolded = head.replaceAll(/\r\n[ \t]+/g, ' ');
  const headers = Object.fromEntries(
    unfolded.split('\r\n').map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), words(line.slice(colon + 1).trim())];
    }),
  );
  return { to, raw, headers, text: partOf(raw, 'text/plain'), html: partOf(raw, 'text/html') };
}

/** Encoded words of a header as they are read (RFC 2047). */
const words = (value: string): string =>
  value
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('utf8')
        : quoted(text.replaceAll('_', ' ')),
    );

function partOf(raw: string, type: string): string {
  const part = raw.split(/\r\n--[^\r\n]+(?:\r\n|--)/).find((one) => one.startsWith(`Content-Type: ${type}`));
  const [head = '', ...body] = (part ?? '').split('\r\n\r\n');
  const content = body.join('\r\n\r\n');
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(content, 'base64').toString('utf8');
  return /transfer-encoding: quoted-printable/i.test(head) ? quoted(content) : content;
}

function quoted(text: string): string {
  const bytes = text
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
