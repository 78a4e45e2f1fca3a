import { access, constants, readdir } from 'node:fs/promises';
import type { Bilingual } from '#kernel';
import type { Address } from '../address.ts';
import { type Channel, type ChannelHealth, closedError, type Piece, type Receiving } from '../channel.ts';
import { codeOf } from '../fault.ts';
import { mayBePiece } from './arrivals.ts';
import { FolderReceiving } from './folder-receiving.ts';
import { type Folders, openFolders } from './folders.ts';
import { handOver, sweepWriting } from './hand-over.ts';

/** The folders of a terminal node: what we hand over lies in one, what is for us in another. */
export class FolderChannel implements Channel {
  readonly #shown: string;
  readonly #folders: Folders;
  #receiving: FolderReceiving | undefined;
  #closed = false;

  private constructor(shown: string, folders: Folders) {
    this.#shown = shown;
    this.#folders = folders;
  }

  static async open(address: Address): Promise<FolderChannel> {
    const folders = await openFolders(address);
    await sweepWriting(folders);
    return new FolderChannel(address.shown, folders);
  }

  async send(piece: Piece): Promise<void> {
    if (this.#closed) throw closedError();
    await handOver(this.#folders, piece);
  }

  receive(handle: (piece: Piece) => Promise<void>): Receiving {
    if (this.#closed) throw closedError();
    if (this.#receiving !== undefined) throw new Error('This channel is being received from already');
    const receiving = new FolderReceiving(this.#folders, handle);
    this.#receiving = receiving;
    return {
      stop: async () => {
        await receiving.stop();
        if (this.#receiving === receiving) this.#receiving = undefined;
      },
    };
  }

  async health(): Promise<ChannelHealth> {
    const { in: inFolder, out, failed } = this.#folders;
    const address = this.#shown;
    try {
      if (this.#receiving?.fault !== undefined) throw this.#receiving.fault;
      for (const folder of [inFolder, out, failed]) await access(folder, constants.R_OK | constants.W_OK);
      const held = this.#receiving?.held ?? 0;
      return {
        state: 'up',
        address,
        waiting: (await piecesIn(inFolder)) + held,
        failed: await piecesIn(failed),
        outgoing: await piecesIn(out),
      };
    } catch (fault) {
      return { state: 'down', address, problem: problemOf(fault) };
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#receiving?.stop();
    this.#receiving = undefined;
  }
}

async function piecesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter(({ name }) => mayBePiece(name) && !name.endsWith('.note.txt')).length;
}

function problemOf(fault: unknown): Bilingual {
  const reason = codeOf(fault) || (fault instanceof Error ? fault.message : String(fault));
  return {
    zh: `目录不可用（${reason}）；请检查目录是否挂载、权限和空间。`,
    en: `The folders cannot be used (${reason}); check that they are mounted, their rights and the space left.`,
  };
}
