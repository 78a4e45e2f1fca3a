import { OperatorError } from '#postgres';
import { platformOf } from './platform-client.ts';

interface ListKey {
  readonly ebpCode: string;
  readonly orderNo: string;
}

/**
 * Asks a platform for the lists one of whose numbers begins with `number`, and gives what reads more of them. A number that
 * is one list's whole order number means that list alone. Throws OperatorError where there is none.
 */
export async function listsNumbered(
  number: string,
  options: Parameters<typeof platformOf>[0],
): Promise<{ lists: readonly ListKey[]; read: (path: string) => Promise<Response> }> {
  const platform = await platformOf(options);
  const key = platform.keyFor(undefined);
  const headers = key ? { authorization: `Bearer ${key}` } : {};
  const read = (path: string) => platform.fetch(path, { headers });
  const page = await read(`/api/lists?search=${encodeURIComponent(number)}&limit=20`);
  const found = (await page.json()) as { lists?: ListKey[]; zh?: string; en?: string };
  if (!page.ok)
    throw new OperatorError({ zh: found.zh ?? `HTTP ${page.status}`, en: found.en ?? `HTTP ${page.status}` });
  if (!found.lists?.length)
    throw new OperatorError({
      zh: `没有编号为 ${number} 的清单。`,
      en: `There is no list with the number ${number}.`,
    });
  const exact = found.lists.filter(({ orderNo }) => orderNo === number);
  return { lists: exact.length > 0 ? exact : found.lists, read };
}
