import type { Database } from '#postgres';

/** What an installation keeps to itself; the same on every server of a database. */
export interface Secrets {
  /** Printed papers are checked by it. */
  readonly print: string;
}

export const secretsOf = ({ vault }: Database): Secrets => ({
  print: vault.secret('print'),
});
