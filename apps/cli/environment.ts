import { fileURLToPath } from 'node:url';
import { OperatorError } from '#postgres';

const DEFAULT_PORT = 8080;

/** What the operator sets by the environment. */
export interface Environment {
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  readonly port: number;
  /** Address to listen on; only this machine unless set. */
  readonly host: string;
  /** Sessions by HTTPS only. */
  readonly secureCookies: boolean;
}

/**
 * Reads `CHAMA_DATA`, `DATABASE_URL`, `CHAMA_PORT`, `CHAMA_HOST` and `CHAMA_SECURE_COOKIES`. An empty variable counts as one that is not set, as
 * shells and compose files often leave them. Throws OperatorError for a port that is none.
 */
export function environment(variables: NodeJS.ProcessEnv = process.env): Environment {
  return {
    dataFolder: variables.CHAMA_DATA || fileURLToPath(new URL('../../.chama', import.meta.url)),
    databaseUrl: variables.DATABASE_URL || undefined,
    host: variables.CHAMA_HOST || '127.0.0.1',
    secureCookies: variables.CHAMA_SECURE_COOKIES === '1',
    port: portOf(variables.CHAMA_PORT || String(DEFAULT_PORT)),
  };
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new OperatorError({
    zh: `CHAMA_PORT 应为 0 至 65535 的整数，而不是 ${text}。`,
    en: `CHAMA_PORT is a number from 0 to 65535, not ${text}.`,
  });
}
