import { postReturned } from '#bonded';
import { parseDecimal } from '#kernel';
import type { Client } from '#postgres';
import type { CaseFile } from '../storage/cases.ts';
import type { GivenBackRow, ReturnLine } from '../storage/lines.ts';
import type { ReturnsPorts } from './ports.ts';
import { wrongGoods } from './problems.ts';

/**
 * Bonded goods, sold at home or exported, go back into the stock of their book, in the caller's transaction.
 * @throws Problem RETURNS-GOODS where the book refuses them
 */
export async function toBook(
  { chinaDay }: Pick<ReturnsPorts, 'chinaDay'>,
  client: Client,
  back: {
    readonly file: CaseFile;
    readonly lines: readonly ReturnLine[];
    readonly at: Date;
    readonly byWhom: string;
  },
): Promise<GivenBackRow[]> {
  const { file, lines, at, byWhom } = back;
  const bookNo = file.emsNo;
  if (bookNo === null) return [];
  const goods = lines.flatMap(({ gnum, itemRecordNo, quantity, unit }) =>
    itemRecordNo === null ? [] : [{ gnum, itemRecordNo, quantity, unit }],
  );
  const said = await postReturned(
    client,
    at,
    bookNo,
    goods.map(({ gnum, itemRecordNo, quantity, unit }) => ({
      ...{ itemRecordNo, unit, cause: 'return', quantity: parseDecimal(quantity) },
      ...{ reference: file.returnNo, line: gnum, day: chinaDay(at), by: byWhom },
    })),
  );
  const refused = said.flatMap((one) => (one.outcome === 'refused' ? [one.finding] : []));
  if (refused.length > 0) throw wrongGoods(refused);
  return said.flatMap((one, place): GivenBackRow[] => {
    const line = goods[place];
    if (one.outcome !== 'written' || !line) return [];
    return [{ gnum: line.gnum, kind: 'stock', amount: line.quantity, ledger: `${bookNo}/${one.itemNo}` }];
  });
}
