import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DemoLogin } from '../demo/accounts.ts';

/** Passwords and secrets of the people of the demonstration on this machine, by login; readable by their owner only. */
export class LoginFile {
  readonly #path: string;

  constructor(dataFolder: string) {
    this.#path = join(dataFolder, 'demo-accounts.json');
  }

  get path(): string {
    return this.#path;
  }

  /** Empty when there is no file. */
  async read(): Promise<Map<string, DemoLogin>> {
    try {
      const text = await readFile(this.#path, 'utf8');
      return new Map(Object.entries(JSON.parse(text) as Record<string, DemoLogin>));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
      throw error;
    }
  }

  /** Adds people, replacing those of the same logins; a reader never sees half a file. */
  async add(logins: ReadonlyMap<string, DemoLogin>): Promise<void> {
    const all = new Map([...(await this.read()), ...logins]);
    const draft = `${this.#path}.new`;
    await writeFile(draft, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`, { mode: 0o600 });
    await rename(draft, this.#path);
  }
}
