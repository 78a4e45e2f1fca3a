import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** API keys kept on this machine for `submit` and the demo day, by customs code; readable by their owner only. */
export class KeyFile {
  readonly #path: string;

  constructor(dataFolder: string) {
    this.#path = join(dataFolder, 'keys.json');
  }

  get path(): string {
    return this.#path;
  }

  /** Tokens by customs code; empty when there is no file. */
  async read(): Promise<Map<string, string>> {
    try {
      return new Map(
        Object.entries(JSON.parse(await readFile(this.#path, 'utf8')) as Record<string, string>),
      );
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
      throw error;
    }
  }

  /** Adds tokens, replacing those of the same codes; a reader never sees half a file. */
  async add(tokens: ReadonlyMap<string, string>): Promise<void> {
    const all = new Map([...(await this.read()), ...tokens]);
    const draft = `${this.#path}.new`;
    await writeFile(draft, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`, { mode: 0o600 });
    await rename(draft, this.#path);
  }
}
