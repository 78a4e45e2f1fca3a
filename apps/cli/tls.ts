import { readFile } from 'node:fs/promises';
import { CertificateReader, openTls, type ProxyTrust, type TlsEnd } from '#http';
import type { Bilingual } from '#kernel';
import { OperatorError } from '#postgres';

/** How the platform speaks TLS, and from whom it takes certificates of programs. */
export interface TlsWishes {
  readonly certificate: string | undefined;
  readonly key: string | undefined;
  readonly clientAuthorities: string | undefined;
  /** Addresses of proxies that speak TLS in front and tell the certificates shown to them. */
  readonly proxies: readonly string[];
  readonly header: string;
}

/**
 * What the operator has set: flags before variables. An empty variable counts as not set.
 * @throws OperatorError for half a setting, and for a header without a proxy to take it from
 */
export function tlsWishes(
  flags: Readonly<Record<'tls-cert' | 'tls-key' | 'client-ca', string | undefined>>,
  variables: NodeJS.ProcessEnv = process.env,
): TlsWishes {
  const certificate = flags['tls-cert'] || variables.CHAMA_TLS_CERT || undefined;
  const key = flags['tls-key'] || variables.CHAMA_TLS_KEY || undefined;
  const clientAuthorities = flags['client-ca'] || variables.CHAMA_CLIENT_CA || undefined;
  const proxies = (variables.CHAMA_PROXIES || '').split(',').flatMap((one) => one.trim() || []);
  const header = (variables.CHAMA_CLIENT_CERT_HEADER || '').trim().toLowerCase();
  if ((certificate === undefined) !== (key === undefined))
    throw new OperatorError({
      zh: 'TLS 证书和私钥须一并给出：--tls-cert 与 --tls-key（或 CHAMA_TLS_CERT 与 CHAMA_TLS_KEY）。',
      en: 'A TLS certificate and its key go together: --tls-cert and --tls-key (or CHAMA_TLS_CERT and CHAMA_TLS_KEY).',
    });
  if (header !== '' && (proxies.length === 0 || !/^[a-z0-9-]+$/.test(header)))
    throw new OperatorError({
      zh: 'CHAMA_CLIENT_CERT_HEADER 为代理传递客户端证书所用请求头的名称，只采信来自 CHAMA_PROXIES 的，须一并给出。',
      en: 'CHAMA_CLIENT_CERT_HEADER names the header a proxy tells client certificates in; it is taken from CHAMA_PROXIES alone, so give both.',
    });
  if (clientAuthorities !== undefined && certificate === undefined && header === '')
    throw new OperatorError({
      zh: '只有平台自己使用 TLS（--tls-cert、--tls-key），或由可信代理传递证书时，才能要求客户端证书。',
      en: 'Client certificates can be asked for only where the platform speaks TLS itself (--tls-cert, --tls-key) or a trusted proxy tells them.',
    });
  return { certificate, key, clientAuthorities, proxies, header };
}

/** What of it a server is started with; end it when the server has ended. */
export interface OpenedTls {
  readonly settings: { readonly tls?: TlsEnd; readonly certificateOf?: CertificateReader['of'] };
  stop(): void;
}

/** @throws OperatorError for files that cannot be read or do not belong together, and addresses that are none */
export async function openTlsOf(wishes: TlsWishes, say: (text: Bilingual) => void): Promise<OpenedTls> {
  const { certificate, key, clientAuthorities, proxies, header } = wishes;
  const fault = (error: unknown): void =>
    say({
      zh: `新的 TLS 证书不可用，继续使用原证书：${String(error)}`,
      en: `The new TLS certificate cannot be used, the former one stays: ${String(error)}`,
    });
  const opened = async (): Promise<{ tls: TlsEnd | undefined; pem: string | undefined }> => {
    const files = certificate && key ? { certificate, key, clientAuthorities } : undefined;
    const pem = clientAuthorities === undefined ? undefined : await readFile(clientAuthorities, 'utf8');
    return { tls: files && (await openTls({ files, fault })), pem };
  };
  const { tls, pem } = await opened().catch((error: unknown) => {
    throw new OperatorError(
      {
        zh: `TLS 证书、私钥或客户端证书颁发机构文件不可用：${String(error)}`,
        en: `The TLS certificate, its key or the file of client authorities cannot be used: ${String(error)}`,
      },
      error,
    );
  });
  const proxy = header === '' ? undefined : { proxies, header };
  const asks = proxy !== undefined || (tls !== undefined && clientAuthorities !== undefined);
  const reader = asks ? readerOf(() => tls?.clientAuthorities() ?? pem, proxy) : undefined;
  return {
    settings: {
      ...(tls ? { tls } : {}),
      ...(reader ? { certificateOf: (request) => reader.of(request) } : {}),
    },
    stop: () => tls?.stop(),
  };
}

function readerOf(authorities: () => string | undefined, proxy: ProxyTrust | undefined): CertificateReader {
  try {
    return new CertificateReader({ authorities, proxy });
  } catch (error) {
    throw new OperatorError(
      {
        zh: `CHAMA_PROXIES 应为以逗号分隔的地址或网段，如 10.0.0.5、10.1.0.0/16：${String(error)}`,
        en: `CHAMA_PROXIES is addresses or networks with commas between, such as 10.0.0.5, 10.1.0.0/16: ${String(error)}`,
      },
      error,
    );
  }
}
