import { type ExportedGoods, postExported } from '#bonded';
import { type ExportFollower, type ExportList, type ExportMove, exportLists, listKey } from '#exports';
import { type Day, parseDecimal } from '#kernel';

/** Exports out of a special area; other modes have no account book. */
const SPECIAL_AREA = '1210';

/** Goods of account books that are exported leave their books when they leave the country, once. */
export const exportsLeaveBooks = (chinaDay: (at: Date) => Day): ExportFollower => ({
  name: 'account books',
  moved: async (client, moves) => {
    const left = moves.filter(
      ({ what, list }) => what === 'departed' && list.tradeMode === SPECIAL_AREA && list.invtNo !== null,
    );
    const [first] = left;
    if (!first) return;
    const orderNos = [...new Set(left.map(({ list }) => list.orderNo))];
    const documents = new Map(
      (await exportLists.load<ExportList>(client, orderNos)).map(({ key, document }) => [key, document]),
    );
    const goods = left.flatMap((move) => goodsOf(move, documents.get(listKey(move.list)), chinaDay));
    await postExported(client, goods, first.at);
  },
});

function goodsOf(
  { list: { invtNo, logisticsCode }, at }: ExportMove,
  document: ExportList | undefined,
  chinaDay: (at: Date) => Day,
): ExportedGoods[] {
  const bookNo = document?.head.emsNo;
  if (!document || !bookNo || invtNo === null) return [];
  return document.items.flatMap(({ gnum, itemRecordNo, qty, unit }) =>
    itemRecordNo
      ? {
          ...{ bookNo, itemRecordNo, quantity: parseDecimal(qty), unit, invtNo, line: gnum },
          ...{ day: chinaDay(at), by: logisticsCode },
        }
      : [],
  );
}
