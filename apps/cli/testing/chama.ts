import { execFile } from 'node:child_process';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { run } from '../run.ts';

const LAUNCHER = fileURLToPath(new URL('../../../bin/chama.mjs', import.meta.url));

/** How a command ended, and what it wrote. */
export interface Ended {
  readonly code: unknown;
  readonly output: string;
  readonly complaint: string;
}

export interface Circumstances {
  /** Environment variables on top of this process's own. */
  readonly env?: Readonly<Record<string, string>>;
  /** What it reads from its standard input. */
  readonly input?: string;
  /** Where it is called. */
  readonly folder?: string;
}

/** `chama …` through the launcher, in a process of its own. */
export function chamaStarted(args: readonly string[], circumstances: Circumstances = {}): Promise<Ended> {
  const { env = {}, input = '', folder } = circumstances;
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [LAUNCHER, ...args],
      { maxBuffer: 2 ** 26, env: { ...process.env, ...env }, cwd: folder },
      (fault, output, complaint) => resolve({ code: fault?.code ?? 0, output, complaint }),
    );
    child.stdin?.end(input);
  });
}

let last: Promise<unknown> = Promise.resolve();

/**
 * `chama …` in this process: all of it but how a process begins and ends, which takes longer than most commands
 * do. What it writes meanwhile is taken for the command's, so that one begins when the one before has ended.
 */
export function chama(args: readonly string[], circumstances: Circumstances = {}): Promise<Ended> {
  const ended = last.then(() => here(args, circumstances));
  last = ended.catch(() => undefined);
  return ended;
}

async function here(
  args: readonly string[],
  { env = {}, input = '', folder }: Circumstances,
): Promise<Ended> {
  const before = { env: { ...process.env }, folder: process.cwd() };
  const [output, complaint] = [taken(process.stdout), taken(process.stderr)];
  const stdin = Object.getOwnPropertyDescriptor(process, 'stdin') ?? {};
  Object.defineProperty(process, 'stdin', { ...stdin, get: () => Readable.from([Buffer.from(input)]) });
  try {
    Object.assign(process.env, env);
    if (folder !== undefined) process.chdir(folder);
    const code = await run(args);
    return { code, output: output.text(), complaint: complaint.text() };
  } finally {
    output.giveBack();
    complaint.giveBack();
    Object.defineProperty(process, 'stdin', stdin);
    for (const name of Object.keys(env)) {
      if (before.env[name] === undefined) delete process.env[name];
      else process.env[name] = before.env[name];
    }
    process.chdir(before.folder);
  }
}

/** What is written to a stream, until it is given back. */
function taken(stream: NodeJS.WriteStream): { text(): string; giveBack(): void } {
  const pieces: Buffer[] = [];
  const write = stream.write;
  stream.write = (piece: string | Uint8Array) => {
    pieces.push(Buffer.from(piece as Uint8Array));
    return true;
  };
  return {
    text: () => Buffer.concat(pieces).toString('utf8'),
    giveBack: () => {
      stream.write = write;
    },
  };
}
