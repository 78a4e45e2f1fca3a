import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { OperatorError } from '#postgres';
import { type SheetKind, sheetKinds } from '#print';
import { listsNumbered } from './lists-numbered.ts';
import { Misuse } from './misuse.ts';

/** `print NUMBER`: a list, its tax or its note of release as PDF. */
export async function printCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      key: { type: 'string' },
      kind: { type: 'string', default: 'list' },
      output: { type: 'string', short: 'o' },
    },
  });
  const [number] = positionals;
  if (!number || positionals.length > 1 || !Object.hasOwn(sheetKinds, values.kind))
    throw new Misuse({
      zh: '请给出一个编号，--kind 为 list（清单）、tax（税款）或 release（放行通知）。',
      en: 'Give one number; --kind is list, tax or release (the note of release).',
    });
  const { lists, read } = await listsNumbered(number, values);
  const [list] = lists;
  if (!list || lists.length > 1)
    throw new OperatorError({
      zh: `以 ${number} 开头的清单有 ${lists.length} 份，请给出完整的订单编号。`,
      en: `${lists.length} lists begin with ${number}; give the whole order number.`,
    });
  const kind = values.kind as SheetKind;
  const answer = await read(
    `/api/lists/${encodeURIComponent(list.ebpCode)}/${encodeURIComponent(list.orderNo)}/print/${kind}`,
  );
  if (!answer.ok) {
    const { zh, en } = (await answer.json()) as { zh: string; en: string };
    throw new OperatorError({ zh, en });
  }
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (values.output) await writeFile(values.output, bytes);
  else process.stdout.write(bytes);
  return 0;
}
