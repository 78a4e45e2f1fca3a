import { createHash } from 'node:crypto';

/** A query that PostgreSQL parses and plans once a connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/**
 * Makes a prepared statement; keep it in a constant at the top of a file, not inside a function.
 * The name is a digest of the text, so two texts never share a plan and one text never has two.
 */
export function statement(text: string): Statement {
  return { name: `s${createHash('sha256').update(text).digest('hex').slice(0, 24)}`, text };
}
