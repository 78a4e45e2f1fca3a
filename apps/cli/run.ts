import { readFile } from 'node:fs/promises';
import { OperatorError } from '#postgres';
import { commands } from './commands.ts';
import { overview, pageOf } from './help.ts';
import { Misuse, misuseIn } from './misuse.ts';

/** What the shell is told: done, something is wrong, the command was not understood. */
const FAILED = 1;
const MISUSED = 2;

/** Does what the words after `chama` say. @returns what the shell is told. */
export async function run([name, ...args]: readonly string[]): Promise<number> {
  if (name === '--help' || name === '-h' || name === 'help') return show(overview());
  if (name === '--version' || name === '-v') return show(`${await version()}\n`);
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) return unknown(name);
  if (args.includes('--help') || args.includes('-h')) return show(pageOf(command));
  try {
    return await command.run(args);
  } catch (fault) {
    return failed(misuseIn(fault), () => pageOf(command));
  }
}

function show(text: string): number {
  process.stdout.write(text);
  return 0;
}

function unknown(name: string | undefined): number {
  if (name !== undefined) process.stderr.write(`没有 ${name} 这个命令。\nThere is no command ${name}.\n\n`);
  process.stderr.write(overview());
  return MISUSED;
}

/** What the operator can mend is one sentence, and the page after a misuse; anything else is a fault of ours. */
function failed(fault: unknown, page: () => string): number {
  if (fault instanceof OperatorError) {
    process.stderr.write(`${fault.sentence.zh}\n${fault.sentence.en}\n`);
    if (!(fault instanceof Misuse)) return FAILED;
    process.stderr.write(`\n${page()}`);
    return MISUSED;
  }
  console.error(fault);
  return FAILED;
}

async function version(): Promise<string> {
  const manifest: { version: string } = JSON.parse(
    await readFile(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  return manifest.version;
}
