import { OperatorError } from '#postgres';
import { type Platform, platformOf } from './platform-client.ts';

/** How the platform is asked about bulk files. */
export interface Asking {
  /** @throws Refused when the platform does not do it */
  ask<Body>(path: string, method?: string, body?: object): Promise<Body>;
  send(path: string, init?: RequestInit): Promise<Response>;
}

type Words = Readonly<Record<'zh' | 'en', string>>;

interface Refusal extends Partial<Words> {
  readonly code?: string;
  readonly findings?: readonly { readonly message: Words; readonly remedy: Words }[];
}

/** What the platform refuses, in its own words. */
export class Refused extends OperatorError {
  readonly code: string;

  constructor(code: string, text: Words) {
    super(text);
    this.code = code;
  }
}

export async function refusalOf(response: Response): Promise<Refused> {
  const refusal = (await response.json().catch(() => ({}))) as Refusal;
  const { zh = `HTTP ${response.status}`, en = `HTTP ${response.status}`, findings = [] } = refusal;
  const more = (language: 'zh' | 'en'): string =>
    findings.map(({ message, remedy }) => `\n  ${message[language]} → ${remedy[language]}`).join('');
  return new Refused(refusal.code ?? `HTTP-${response.status}`, { zh: zh + more('zh'), en: en + more('en') });
}

export async function bulkAsking(options: {
  readonly url?: string | undefined;
  readonly key?: string | undefined;
  readonly enterprise?: string | undefined;
}): Promise<Asking> {
  const platform: Platform = await platformOf(options);
  const key = platform.keyFor(options.enterprise);
  const who = key ? { authorization: `Bearer ${key}` } : {};
  const send = (path: string, init: RequestInit = {}): Promise<Response> =>
    platform.fetch(`/api/bulk${path}`, { ...init, headers: { ...init.headers, ...who } });
  return {
    send,
    ask: async <Body>(path: string, method = 'GET', body?: object): Promise<Body> => {
      const content = body
        ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
        : {};
      const response = await send(path, { method, ...content });
      if (!response.ok) throw await refusalOf(response);
      return (await response.json()) as Body;
    },
  };
}
