import { OperatorError } from '#postgres';
import type { Platform } from './platform-client.ts';

/** Asks for a path of the interface with JSON, or with a text that is CSV, and answers with JSON. */
export type Ask = <Body>(path: string, method?: string, body?: object | string) => Promise<Body>;

/** Asks the running platform; what it refuses is said in its own words, with every finding. */
export function asking(platform: Platform, enterprise: string | undefined): Ask {
  const key = platform.keyFor(enterprise);
  const who = key ? { authorization: `Bearer ${key}` } : {};
  return async <Body>(path: string, method = 'GET', body?: object | string): Promise<Body> => {
    const [type, text] =
      typeof body === 'string' ? ['text/csv', body] : ['application/json', body && JSON.stringify(body)];
    const sent =
      text === undefined ? { headers: who } : { body: text, headers: { ...who, 'content-type': type } };
    const response = await platform.fetch(path, { method, ...sent });
    if (response.status === 204) return undefined as Body;
    const answer = (await response.json()) as Body & Partial<Refusal>;
    if (response.ok) return answer;
    const { zh = `HTTP ${response.status}`, en = `HTTP ${response.status}`, findings = [] } = answer;
    const more = (language: 'zh' | 'en'): string =>
      findings.map(({ message, remedy }) => `\n  ${message[language]} → ${remedy[language]}`).join('');
    throw new OperatorError({ zh: zh + more('zh'), en: en + more('en') });
  };
}

interface Refusal {
  readonly zh: string;
  readonly en: string;
  readonly findings: readonly { readonly message: Words; readonly remedy: Words }[];
}
type Words = Readonly<Record<'zh' | 'en', string>>;
