import { parseArgs } from 'node:util';
import type { ListDetail } from '#clearance';
import { OperatorError } from '#postgres';
import { inWords } from './explain-words.ts';
import { Misuse } from './misuse.ts';
import { platformOf } from './platform-client.ts';

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
  const platform = await platformOf(values);
  const key = platform.keyFor(undefined);
  const headers = key ? { authorization: `Bearer ${key}` } : {};
  const page = await platform.fetch(`/api/lists?search=${encodeURIComponent(number)}&limit=20`, { headers });
  const found = (await page.json()) as {
    lists?: { orderNo: string; ebpCode: string }[];
    zh?: string;
    en?: string;
  };
  if (!page.ok)
    throw new OperatorError({ zh: found.zh ?? `HTTP ${page.status}`, en: found.en ?? `HTTP ${page.status}` });
  if (!found.lists?.length)
    throw new OperatorError({
      zh: `没有编号为 ${number} 的清单。`,
      en: `There is no list with the number ${number}.`,
    });
  // A number that is one list's whole number means that list, not those that begin with it.
  const exact = found.lists.filter(({ orderNo }) => orderNo === number);
  for (const { ebpCode, orderNo } of exact.length > 0 ? exact : found.lists) {
    const path = `/api/lists/${encodeURIComponent(ebpCode)}/${encodeURIComponent(orderNo)}`;
    const detail = (await (await platform.fetch(path, { headers })).json()) as ListDetail;
    process.stdout.write(values.json ? `${JSON.stringify(detail)}\n` : inWords(detail, values.rules));
  }
  return 0;
}
