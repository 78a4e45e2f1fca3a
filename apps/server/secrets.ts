import type { Database } from '#postgres';

/** What an installation keeps to itself; the same on every server of a database. */
export interface Secrets {
  /** Printed papers are checked by it. */
  readonly print: string;
  /** Codes and the way out of mail are made by it. */
  readonly mail: string;
}

export const secretsOf = ({ vault }: Database): Secrets => ({
  print: vault.secret('print'),
  mail: vault.secret('mail'),
});
