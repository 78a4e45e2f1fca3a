import { parseArgs } from 'node:util';
import type { ListDetail } from '#clearance';
import { inWords } from './explain-words.ts';
import { listsNumbered } from './lists-numbered.ts';
import { Misuse } from './misuse.ts';

/** `explain NUMBER`: why a list stands as it does, in Chinese and English. */
export async function explainCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      key: { type: 'string' },
      json: { type: 'boolean', default: false },
      rules: { type: 'boolean', default: false },
    },
  });
  const [number] = positionals;
  if (!number || positionals.length > 1)
    throw new Misuse({
      zh: '请给出一个编号：订单编号、运单编号、清单编号、预录入编号或企业内部编号。',
      en: 'Give one number: of the order, the waybill, the list (invtNo, preNo) or your own (copNo).',
    });
  const { lists, read } = await listsNumbered(number, values);
  for (const { ebpCode, orderNo } of lists) {
    const path = `/api/lists/${encodeURIComponent(ebpCode)}/${encodeURIComponent(orderNo)}`;
    const detail = (await (await read(path)).json()) as ListDetail;
    process.stdout.write(values.json ? `${JSON.stringify(detail)}\n` : inWords(detail, values.rules));
  }
  return 0;
}
