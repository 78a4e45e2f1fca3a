import type { Bilingual } from '#kernel';

/** One command of the program; what it does is loaded only when it is called. */
export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly summary: Bilingual;
  readonly examples: readonly string[];
  /** Runs with the arguments after the command's name; resolves with the exit code. */
  readonly run: (args: readonly string[]) => Promise<number>;
}
