import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { createSecureContext, type SecureContextOptions } from 'node:tls';

/** Files of a server's own certificate, in PEM; they are read again when they change. */
export interface TlsFiles {
  /** The certificate, with those of its issuers behind it. */
  readonly certificate: string;
  readonly key: string;
  /** Authorities whose certificates programs may show; without it none is asked for. */
  readonly clientAuthorities?: string | undefined;
}

export interface TlsSettings {
  readonly files: TlsFiles;
  /** Told of a new certificate that cannot be used: the former one stays. */
  readonly fault: (error: unknown) => void;
  /** How often it is looked whether the files have changed, milliseconds; default a minute (D). */
  readonly lookMs?: number;
}

/** How a server speaks TLS, and lets its certificate be renewed without a restart. */
export interface TlsEnd {
  /** For `serverFactory` of fastify. */
  readonly server: (handler: (request: IncomingMessage, response: ServerResponse) => void) => Server;
  /** The authorities whose client certificates are asked for, as they were last read. */
  readonly clientAuthorities: () => string | undefined;
  /** Looks now whether the files have changed. */
  look(): Promise<void>;
  stop(): void;
}

/** As long as fastify has its own servers keep an idle connection, and wait for a request. */
const keepAliveMs = 72_000;
const requestMs = 120_000;

/** Suites that authenticate what they encrypt by keys made for one connection alone; the strongest first. */
const ciphers = [
  ...['TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_GCM_SHA256'],
  ...['ECDHE-ECDSA-AES256-GCM-SHA384', 'ECDHE-RSA-AES256-GCM-SHA384', 'ECDHE-ECDSA-CHACHA20-POLY1305'],
  ...['ECDHE-RSA-CHACHA20-POLY1305', 'ECDHE-ECDSA-AES128-GCM-SHA256', 'ECDHE-RSA-AES128-GCM-SHA256'],
].join(':');

/** @throws where the files cannot be read or do not belong together */
export async function openTls({ files, fault, lookMs = 60_000 }: TlsSettings): Promise<TlsEnd> {
  let read = await readPair(files);
  createSecureContext(read.options);
  let server: Server | undefined;
  const look = async (): Promise<void> => {
    const stamp = await stampOf(files);
    if (stamp === read.stamp) return;
    const renewed = await readPair(files);
    // Throws where a new certificate came before its key: the former pair goes on until both are there.
    createSecureContext(renewed.options);
    server?.setSecureContext(renewed.options);
    read = renewed;
  };
  const timer = setInterval(() => void look().catch(fault), lookMs);
  timer.unref();
  return {
    server: (handler) => {
      server = createServer(
        {
          ...read.options,
          // Whether a certificate is good is for the guard to say: people come without one.
          ...{ requestCert: files.clientAuthorities !== undefined, rejectUnauthorized: false },
        },
        handler,
      );
      server.keepAliveTimeout = keepAliveMs;
      server.requestTimeout = requestMs;
      return server;
    },
    clientAuthorities: () => read.clientAuthorities,
    look,
    stop: () => clearInterval(timer),
  };
}

interface Pair {
  readonly options: SecureContextOptions;
  readonly clientAuthorities: string | undefined;
  readonly stamp: string;
}

const pathsOf = ({ certificate, key, clientAuthorities }: TlsFiles): string[] =>
  [certificate, key, clientAuthorities].filter((path) => path !== undefined);

/** Tells files apart from those that stood there before, whether they were written anew or linked to. */
async function stampOf(files: TlsFiles): Promise<string> {
  const stats = await Promise.all(pathsOf(files).map((path) => stat(path)));
  return stats.map(({ mtimeMs, size, ino }) => `${mtimeMs}.${size}.${ino}`).join(' ');
}

async function readPair(files: TlsFiles): Promise<Pair> {
  // Before the files: what changes while they are read is read once more.
  const stamp = await stampOf(files);
  const [cert, key, ca] = await Promise.all(pathsOf(files).map((path) => readFile(path, 'utf8')));
  return {
    options: {
      cert,
      key,
      ...(ca === undefined ? {} : { ca }),
      ...{ minVersion: 'TLSv1.2', ciphers, honorCipherOrder: true },
    },
    clientAuthorities: ca,
    stamp,
  };
}
