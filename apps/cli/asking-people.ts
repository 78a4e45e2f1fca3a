import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Bilingual } from '#kernel';

/** Asks the person at the terminal, or reads the next line of what is piped in. */
export class Questions {
  readonly #lines: AsyncIterator<string>;
  readonly #interface: Interface;
  #silent = false;

  constructor(input: NodeJS.ReadStream = process.stdin, output: NodeJS.WriteStream = process.stderr) {
    const heard = new Writable({
      write: (piece: Buffer, _encoding, done) => {
        if (!this.#silent) output.write(piece);
        done();
      },
    });
    this.#interface = createInterface({ input, output: heard, terminal: input.isTTY === true });
    this.#lines = this.#interface[Symbol.asyncIterator]();
  }

  /** @param secret what is typed is not shown */
  async ask({ zh, en }: Bilingual, secret = false): Promise<string> {
    process.stderr.write(`${zh} ${en}: `);
    this.#silent = secret;
    const { value = '' } = await this.#lines.next();
    this.#silent = false;
    if (secret) process.stderr.write('\n');
    return String(value).trim();
  }

  close(): void {
    this.#interface.close();
  }
}
