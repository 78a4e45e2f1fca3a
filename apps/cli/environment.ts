import { isIP } from 'node:net';
import { fileURLToPath } from 'node:url';
import { isMailAddress } from '#notifications';
import { Networks } from '#outbound';
import { OperatorError } from '#postgres';
import { addressIn, type MailServerSettings } from '../../modules/notifications/wiring.ts';

const DEFAULT_PORT = 8080;

/** What the operator sets by the environment. */
export interface Environment {
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  /** Where the key-encryption keys are; beside the data unless set. */
  readonly keyFile: string | undefined;
  readonly port: number;
  /** Address to listen on; only this machine unless set. */
  readonly host: string;
  /** Where people reach the platform, `https://zone.example`; undefined where it is not known beforehand. */
  readonly publicUrl: string | undefined;
  /** Where the sandbox of this platform is; people are offered to go there. */
  readonly sandboxUrl: string | undefined;
  /** Of a sandbox: where its platform is. */
  readonly platformUrl: string | undefined;
  /** Sessions by HTTPS only. */
  readonly secureCookies: boolean;
  /** Proxies in front, whose `X-Forwarded-For` is taken; empty unless set. */
  readonly proxies: readonly string[];
  /** Where customs is reached, if customs decides; undefined where the platform's rules do. */
  readonly customsChannel: string | undefined;
  /** File that names the keys of the link to customs. */
  readonly customsKeysFile: string | undefined;
  /** Networks webhooks may go to besides the open one; empty unless set. */
  readonly webhookNetworks: readonly string[];
  /** Networks in which agencies' sign-ins may lie besides the open one. */
  readonly agencyNetworks: readonly string[];
  /** The operator's mail server and who mails come from; no mail is sent unless set. */
  readonly mail: MailServerSettings | undefined;
  /** File that says where customs is answered about payments, and with which keys. */
  readonly paymentDataFile: string | undefined;
}

/**
 * Reads `CHAMA_DATA`, `DATABASE_URL`, `CHAMA_KEY_FILE`, `CHAMA_PORT`, `CHAMA_HOST`, `CHAMA_PUBLIC_URL`, `CHAMA_SANDBOX_URL`, `CHAMA_PLATFORM_URL`, `CHAMA_SECURE_COOKIES`,
 * `CHAMA_PROXIES`, `CHAMA_CUSTOMS`, `CHAMA_CUSTOMS_CHANNEL`, `CHAMA_CUSTOMS_KEYS`, `CHAMA_WEBHOOK_NETWORKS`, `CHAMA_AGENCY_NETWORKS`, `CHAMA_SMTP_URL`, `CHAMA_MAIL_FROM` and `CHAMA_PAYMENT_DATA`. An empty variable
 * counts as one that is not set, as shells and compose files often leave them. Throws OperatorError for a port that is
 * none, a network that is none, an address that is none, and a link to customs that is not whole.
 */
export function environment(variables: NodeJS.ProcessEnv = process.env): Environment {
  return {
    dataFolder: variables.CHAMA_DATA || fileURLToPath(new URL('../../.chama', import.meta.url)),
    databaseUrl: variables.DATABASE_URL || undefined,
    keyFile: variables.CHAMA_KEY_FILE || undefined,
    host: variables.CHAMA_HOST || '127.0.0.1',
    publicUrl: originOf('CHAMA_PUBLIC_URL', variables.CHAMA_PUBLIC_URL || undefined),
    sandboxUrl: originOf('CHAMA_SANDBOX_URL', variables.CHAMA_SANDBOX_URL || undefined),
    platformUrl: originOf('CHAMA_PLATFORM_URL', variables.CHAMA_PLATFORM_URL || undefined),
    secureCookies: variables.CHAMA_SECURE_COOKIES === '1',
    proxies: proxiesOf(variables.CHAMA_PROXIES || ''),
    customsChannel: customsChannelOf(variables.CHAMA_CUSTOMS, variables.CHAMA_CUSTOMS_CHANNEL || undefined),
    customsKeysFile: variables.CHAMA_CUSTOMS_KEYS || undefined,
    webhookNetworks: networksOf('CHAMA_WEBHOOK_NETWORKS', variables.CHAMA_WEBHOOK_NETWORKS || ''),
    agencyNetworks: networksOf('CHAMA_AGENCY_NETWORKS', variables.CHAMA_AGENCY_NETWORKS || ''),
    mail: mailOf(
      variables.CHAMA_SMTP_URL || undefined,
      variables.CHAMA_MAIL_FROM || undefined,
      variables.CHAMA_PUBLIC_URL,
    ),
    paymentDataFile: variables.CHAMA_PAYMENT_DATA || undefined,
    port: portOf(variables.CHAMA_PORT || String(DEFAULT_PORT)),
  };
}

function customsChannelOf(judge: string | undefined, channel: string | undefined): string | undefined {
  if (!judge || judge === 'engine') return undefined;
  if (judge !== 'live')
    throw new OperatorError({
      zh: `CHAMA_CUSTOMS 应为 engine（平台规则判定）或 live（海关判定），而不是 ${judge}。`,
      en: `CHAMA_CUSTOMS is engine (the platform's rules decide) or live (customs decides), not ${judge}.`,
    });
  if (channel) return channel;
  throw new OperatorError({
    zh: 'CHAMA_CUSTOMS=live 时须用 CHAMA_CUSTOMS_CHANNEL 给出海关通道，如 folder:/srv/eport?out=send&in=recv。',
    en: 'With CHAMA_CUSTOMS=live give the channel to customs in CHAMA_CUSTOMS_CHANNEL, e.g. folder:/srv/eport?out=send&in=recv.',
  });
}

/** Where mail is handed over; with it who mails come from, and the address their links lead to, must be there. */
function mailOf(
  url: string | undefined,
  from: string | undefined,
  publicUrl: string | undefined,
): MailServerSettings | undefined {
  if (url === undefined) return undefined;
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  // The address is not said again: it holds a password.
  if (!parsed || !/^smtps?:$/.test(parsed.protocol) || parsed.hostname === '')
    throw new OperatorError({
      zh: 'CHAMA_SMTP_URL 应为邮件服务器地址，如 smtp://user:password@mail.zone.example:587 或 smtps://…:465。',
      en: 'CHAMA_SMTP_URL is the address of a mail server, such as smtp://user:password@mail.zone.example:587 or smtps://…:465.',
    });
  if (from === undefined || !isMailAddress(addressIn(from)))
    throw new OperatorError({
      zh: 'CHAMA_MAIL_FROM 应为发件人，如 Chama <no-reply@zone.example>。',
      en: 'CHAMA_MAIL_FROM is who mails come from, such as Chama <no-reply@zone.example>.',
    });
  if (!publicUrl)
    throw new OperatorError({
      zh: '发送邮件须用 CHAMA_PUBLIC_URL 给出平台网址，邮件中的链接指向那里。',
      en: 'To send mail, give the address of the platform in CHAMA_PUBLIC_URL: the links in mails lead there.',
    });
  return { url, from };
}

function proxiesOf(text: string): readonly string[] {
  const words = text.split(',').flatMap((word) => word.trim() || []);
  if (words.every((word) => isIP(word.replace(/\/\d{1,3}$/, '')) > 0)) return words;
  throw new OperatorError({
    zh: `CHAMA_PROXIES 应为以逗号分隔的反向代理地址或网段，如 127.0.0.1,10.0.0.0/8，而不是 ${text}。`,
    en: `CHAMA_PROXIES is addresses or networks of proxies with commas between them, such as 127.0.0.1,10.0.0.0/8, not ${text}.`,
  });
}

function networksOf(variable: string, text: string): readonly string[] {
  const words = text.split(',').flatMap((word) => word.trim() || []);
  try {
    new Networks(words);
    return words;
  } catch (error) {
    throw new OperatorError(
      {
        zh: `${variable} 应为以逗号分隔的网段，如 10.20.0.0/16，或 loopback；链路本地地址不可放行，而不是 ${text}。`,
        en: `${variable} is networks with commas between them, such as 10.20.0.0/16, or loopback, and never link-local ones; not ${text}.`,
      },
      error,
    );
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new OperatorError({
    zh: `CHAMA_PORT 应为 0 至 65535 的整数，而不是 ${text}。`,
    en: `CHAMA_PORT is a number from 0 to 65535, not ${text}.`,
  });
}

/** The origin alone: the platform is served at the root of its address. */
function originOf(variable: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (
    url &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    !url.search &&
    !url.hash &&
    !url.username
  )
    return url.origin;
  throw new OperatorError({
    zh: `${variable} 应为对外的网址，如 https://zone.example，不带路径，而不是 ${text}。`,
    en: `${variable} is the address people reach it by, such as https://zone.example, without a path; not ${text}.`,
  });
}
