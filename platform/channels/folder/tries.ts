import { readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unless } from './durable.ts';
import { type Folders, triesFolder } from './folders.ts';

/** Counts the failed tries of a piece, beyond the life of the receiver: some pieces kill who reads them. */
export class Tries {
  readonly #folder: string;

  constructor(folders: Folders) {
    this.#folder = triesFolder(folders);
  }

  async of(name: string): Promise<number> {
    const text = await unless(['ENOENT'], readFile(join(this.#folder, name), 'utf8'));
    return Number(text ?? 0) || 0;
  }

  /** @returns the count with this one. */
  async add(name: string): Promise<number> {
    const count = (await this.of(name)) + 1;
    await writeFile(join(this.#folder, name), String(count));
    return count;
  }

  async forget(name: string): Promise<void> {
    await unless(['ENOENT'], unlink(join(this.#folder, name)));
  }
}
