import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Who is signed in at one platform: a program by its key, or a person by the cookie of a session. */
export interface SignedIn {
  readonly url: string;
  readonly key?: string;
  readonly cookie?: string;
}

/** Sign-ins of this user, a file a platform, readable by the user alone; where XDG puts what a program keeps. */
export class SignIns {
  readonly #folder: string;

  constructor(variables: NodeJS.ProcessEnv = process.env) {
    const state = variables.XDG_STATE_HOME || join(variables.HOME || homedir(), '.local', 'state');
    this.#folder = join(state, 'chama', 'signed-in');
  }

  fileOf(url: string): string {
    return join(this.#folder, `${encodeURIComponent(url)}.json`);
  }

  async read(url: string): Promise<SignedIn | undefined> {
    const text = await readFile(this.fileOf(url), 'utf8').catch((fault: NodeJS.ErrnoException) => {
      if (fault.code === 'ENOENT') return undefined;
      throw fault;
    });
    return text === undefined ? undefined : (JSON.parse(text) as SignedIn);
  }

  /** A reader never sees half a file, and nobody else any of it. */
  async keep(signedIn: SignedIn): Promise<void> {
    const file = this.fileOf(signedIn.url);
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    await writeFile(`${file}.new`, `${JSON.stringify(signedIn)}\n`, { mode: 0o600 });
    await rename(`${file}.new`, file);
  }

  async forget(url: string): Promise<void> {
    await rm(this.fileOf(url), { force: true });
  }
}
