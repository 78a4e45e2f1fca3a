import { type Book, bookOf, itemsOf, noBook } from '#bonded';
import { issueNo, makeDisplayChecklist } from '#gate';
import { record } from '#journal';
import {
  add,
  type Day,
  type Finding,
  formatDecimal,
  multiply,
  parseDecimal,
  roundDecimal,
  sum,
  ZERO,
} from '#kernel';
import type { Client } from '#postgres';
import { displayFinding } from '../domain/findings.ts';
import { addConsignment, type Consignment, type GoodsRow, shopStanding } from '../storage/consignments.ts';
import { shopOf } from '../storage/shops.ts';
import { reserveCover } from './cover.ts';
import type { By, DisplayPorts } from './ports.ts';
import { noShop, refuseAll, shopNotNow } from './problems.ts';

/** Goods of a book that are to go on display. */
export interface SendWish {
  readonly shopId: string;
  readonly bookNo: string;
  readonly grossKg: string;
  readonly goods: readonly { readonly itemNo: number; readonly quantity: string }[];
}

type Line = Pick<GoodsRow, 'itemNo' | 'gname' | 'unit' | 'quantity' | 'value' | 'cover'>;

/**
 * Sets goods of a book aside to go to a display shop, and reserves the tax they would bear; they go out on the checklist
 * that is made of them, on a pass, through the gate. All of it in one transaction, or nothing.
 * @throws Problem 404, 409 where the shop is not approved or the book has too little, 422 with findings
 */
export async function sendOut(ports: DisplayPorts, by: By, wish: SendWish): Promise<Consignment> {
  const at = ports.now();
  const day = ports.today();
  return ports.database.transaction(async (client) => {
    // Locked, so that two at once cannot both fit under the limit of the shop.
    const shop = await shopOf(client, wish.shopId, by.customsCode, true);
    if (shop === undefined) throw noShop(wish.shopId);
    if (shop.state !== 'approved') throw shopNotNow();
    const book = await bookOf(client, wish.bookNo, by.customsCode);
    if (book === undefined) throw noBook(wish.bookNo);
    const { lines, findings } = await linesOf(ports, client, book, wish, day);
    findings.push(...(await shopFaults(ports, client, wish.shopId, lines, day)));
    refuseAll(findings);
    const displayNo = await issueNo(client, 'ZS', book.customsCode, 'out', day);
    const checklist = await makeDisplayChecklist(client, {
      ...{ book, by, at, day, direction: 'out', grossKg: wish.grossKg },
      goods: lines.map(({ itemNo, quantity }) => ({ itemNo, quantity: formatDecimal(quantity) })),
    });
    const one: Consignment = {
      ...{ displayNo, shopId: shop.shopId, owner: by.customsCode, bookNo: book.bookNo },
      ...{ customsCode: book.customsCode, checklistNo: checklist.checklistNo, state: 'made' },
      ...{ madeBy: by.id, madeAt: at, outOn: null, dueOn: null, prolonged: false, settledAt: null },
    };
    await addConsignment(client, one, lines);
    const cover = sum(lines.map((line) => line.cover));
    refuseAll(await reserveCover(client, one, cover, { day, at, by: by.id }));
    const { shopId, owner, bookNo, checklistNo } = one;
    await record(client, [
      {
        ...{ at, kind: 'display-made', subject: displayNo },
        body: { displayNo, shopId, owner, bookNo, checklistNo, cover: formatDecimal(cover) },
      },
    ]);
    return one;
  });
}

async function linesOf(
  ports: DisplayPorts,
  client: Client,
  book: Book,
  { goods }: SendWish,
  day: Day,
): Promise<{ lines: Line[]; findings: Finding[] }> {
  const found = await itemsOf(
    client,
    book.bookNo,
    goods.map(({ itemNo }) => itemNo),
  );
  const items = new Map(found.map((item) => [item.itemNo, item]));
  const findings: Finding[] = [];
  const lines: Line[] = [];
  for (const [at, { itemNo, quantity: text }] of goods.entries()) {
    const path = `goods[${at}]`;
    const item = items.get(itemNo);
    if (item === undefined) {
      findings.push(displayFinding('DISPLAY-GOODS', path, String(itemNo)));
      continue;
    }
    if (lines.some((line) => line.itemNo === itemNo))
      findings.push(displayFinding('DISPLAY-GOODS-TWICE', path, String(itemNo)));
    const quantity = parseDecimal(text);
    const value = roundDecimal(multiply(quantity, parseDecimal(item.unitValue)), 2);
    const cover = ports.taxOf({ gcode: item.gcode, value, quantity }, day);
    if (cover === undefined) findings.push(displayFinding('DISPLAY-TARIFF', path, item.gcode));
    lines.push({ itemNo, gname: item.gname, unit: item.unit, quantity, value, cover: cover ?? ZERO });
  }
  return { lines, findings };
}

async function shopFaults(
  ports: DisplayPorts,
  client: Client,
  shopId: string,
  lines: readonly Line[],
  day: Day,
): Promise<Finding[]> {
  const { mostValue } = ports.rules(day);
  const standing = await shopStanding(client, shopId, day);
  const value = add(parseDecimal(standing.value), sum(lines.map((line) => line.value)));
  return [
    ...(standing.overdue ? [displayFinding('DISPLAY-SHOP-OVERDUE', 'shopId')] : []),
    ...(value > mostValue
      ? [
          displayFinding(
            'DISPLAY-VALUE',
            'goods',
            `${formatDecimal(value, 2)} > ${formatDecimal(mostValue, 2)} CNY`,
          ),
        ]
      : []),
  ];
}
