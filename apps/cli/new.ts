import { parseArgs } from 'node:util';
import {
  type CebMessage,
  EXAMPLE_MODES,
  type ExampleMode,
  encode,
  exampleMessage,
  messageTables,
  occursUnder,
  type Root,
} from '#ceb';
import { chinaStamp, type Instant, instantOfStamp } from '#kernel';
import { indented } from './indent.ts';
import { writeOut } from './message-file.ts';
import { Misuse } from './misuse.ts';
import { withFields } from './set-fields.ts';

/**
 * `chama new TYPE [--order-no NUMBER] [--mode MODE] [--set FIELD=VALUE]… [--signed no] [-o FILE]`: a sound message to
 * start from.
 * Messages of one order number belong together. Its own time is now or within
 * the last hour.
 */
export async function newCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      'order-no': { type: 'string' },
      mode: { type: 'string' },
      set: { type: 'string', multiple: true, default: [] },
      signed: { type: 'string', default: 'yes' },
      output: { type: 'string', short: 'o' },
    },
    allowPositionals: true,
  });
  const [type] = positionals;
  const root = rootOf(positionals.length === 1 ? type : undefined);
  const bare = isBare(values.signed);
  const message = withFields(example(root, values['order-no'], modeOf(root, values.mode)), values.set);
  const text = indented(encode(bare ? { ...message, signature: undefined } : message));
  if (values.output === undefined) process.stdout.write(text);
  else await writeOut(values.output, text);
  return 0;
}

/** Without the placeholder of a signature, where another signs later. */
function isBare(signed: string): boolean {
  if (signed === 'yes' || signed === 'no') return signed === 'no';
  throw new Misuse({
    zh: `--signed 应为 yes 或 no，而不是 ${signed}。`,
    en: `--signed is yes or no, not ${signed}.`,
  });
}

function rootOf(type: string | undefined): Root {
  const number = /^(?:ceb)?(\d{3})(?:message)?$/i.exec(type ?? '')?.[1];
  const root = `CEB${number}Message`;
  if (Object.hasOwn(messageTables, root)) return root as Root;
  const known = Object.keys(messageTables).map((name) => name.slice(3, 6));
  throw new Misuse({
    zh: `请给出一种报文，例如 CEB621。标准中有：${known.join('、')}。`,
    en: `Name one type of message, such as CEB621. The standard has: ${known.join(', ')}.`,
  });
}

/** A supervision mode the message can go under; none is the ordinary 9610. */
function modeOf(root: Root, mode: string | undefined): ExampleMode | undefined {
  if (mode === undefined) return undefined;
  const { direction } = messageTables[root];
  const all: readonly ExampleMode[] = EXAMPLE_MODES[direction === 'export' ? 'export' : 'import'];
  const modes = all.filter((one) => occursUnder(one, root));
  const found = modes.find((one) => one === mode);
  if (found) return found;
  throw new Misuse({
    zh: `${root} 的 --mode 应为 ${modes.join('、')}，而不是 ${mode}。`,
    en: `For ${root} --mode is one of ${modes.join(', ')}, not ${mode}.`,
  });
}

/** An order of an hour ago has its list now; a paper that comes later in life has its order as much earlier. */
const LEAST_AGE = 3_600_000;

function example(root: Root, orderNo: string | undefined, mode: ExampleMode | undefined): CebMessage {
  // The standard's times have whole seconds: a part of one would round a paper into the future.
  const now = Math.floor(Date.now() / 1000) * 1000;
  try {
    const first = exampleMessage(root, { orderNo, mode, orderedAt: chinaStamp(now) });
    const age = Math.max(LEAST_AGE, writtenAt(first) - now);
    return exampleMessage(root, { orderNo, mode, orderedAt: chinaStamp(now - age) });
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
    throw new Misuse(
      { zh: '--order-no 应为 1 至 60 个字符。', en: '--order-no has 1 to 60 characters.' },
      fault,
    );
  }
}

function writtenAt(message: CebMessage): Instant {
  const head: Readonly<Record<string, string | number | undefined>> = message.documents[0]?.head ?? {};
  return instantOfStamp(String(head.appTime ?? head.returnTime ?? head.opDate)) ?? 0;
}
