import type { Goods } from '../goods.ts';
import type { Actor, BorderStage } from './story.ts';

export const OFFICE = '8628';
export const PLATE = '云A·D12345';
const EMPTY_KG = '4200';
// Others of the demo day file the neighbouring kind in the same book.
export const MILK = 'BAB-FML-14';

interface Answer {
  readonly answer: 'open' | 'stop';
  readonly reasons: readonly { readonly code: string }[];
}

/** The warehouse of the zone with its book, opened where it is not yet, the goods filed in it. */
export async function bookOf(stage: BorderStage): Promise<{ bookNo: string; owner: Actor; milk: Goods }> {
  const [warehouse] = stage.zone.warehouses;
  const milk = stage.zone.goods.find(({ itemNo }) => itemNo === MILK) ?? stage.zone.goods[0];
  if (!warehouse?.emsNo || !milk) throw new RangeError('the zone has no warehouse with a book');
  const bookNo = warehouse.emsNo;
  const customs = stage.person('customs');
  const { books } = await customs.get<{ books: readonly { bookNo: string }[] }>('/api/bonded/books');
  if (!books.some((book) => book.bookNo === bookNo))
    await customs.post('/api/bonded/books', {
      ...{ bookNo, owner: warehouse.customsCode, tradeMode: '1210', customsCode: OFFICE, areaCode: '5301' },
      areaName: '昆明综合保税区',
      ...{ openedOn: stage.today(), validTo: `${Number(stage.today().slice(0, 4)) + 1}-12-31` },
    });
  const owner = stage.firm(warehouse.customsCode);
  await owner.post(`/api/bonded/books/${bookNo}/items`, {
    items: [
      {
        ...{ itemNo: 13, itemRecordNo: milk.itemRecordNo, goodsNo: milk.itemNo, gcode: milk.gcode },
        ...{ gname: milk.gname, unit: milk.unit, unitValue: '180' },
      },
    ],
  });
  return { bookNo, owner, milk };
}

/** Drives a vehicle to the gate; one that is drawn is checked by customs and comes again. */
export async function drive(
  stage: BorderStage,
  passNo: string,
  tail: string,
  weightKg: string,
): Promise<Answer> {
  const keeper = stage.person('operator');
  const ask = (times: number) =>
    keeper.post<Answer>('/api/gate/passages', {
      ...{ gate: 'KM-ZB-02', eventNo: stage.number(`${tail}${times}`), passNo, plate: PLATE, weightKg },
    });
  const answer = await ask(1);
  if (answer.reasons.some(({ code }) => code !== 'GATE-DRAWN') || answer.answer === 'open') return answer;
  await stage
    .person('customs')
    .post(`/api/passes/${passNo}/check`, { result: 'clear', note: '抽查单货相符' });
  return ask(2);
}

/** A pass for the vehicle. */
export const passFor = (owner: Actor, load: object): Promise<{ passNo: string; goodsKg: string }> =>
  owner.post('/api/passes', {
    ...{ direction: 'out', customsCode: OFFICE, plate: PLATE, tareKg: EMPTY_KG, packingKg: '60' },
    ...load,
  });

export async function stockOf(owner: Actor, bookNo: string): Promise<{ stock: number; pending: number }> {
  const { items } = await owner.get<{
    items: readonly { readonly itemNo: number; readonly stock: string; readonly pending: string }[];
  }>(`/api/bonded/books/${bookNo}/items`);
  const item = items.find(({ itemNo }) => itemNo === 13);
  return { stock: Number(item?.stock ?? 0), pending: Number(item?.pending ?? 0) };
}

/** @throws where it does not hold */
export function expectThat(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** Nine digits of a declaration that no other start or story gives to its entry. */
const entryDigits = (number: string): string =>
  String(Number.parseInt(number.slice(-8), 36) % 1_000_000_000).padStart(9, '0');

/** Goods that come in at the first line, declared for a book. */
export interface Entry {
  readonly bookNo: string;
  readonly itemNo: number;
  readonly quantity: string;
  readonly grossKg: string;
}

/** Declares goods that are to come into a book, and has customs approve them. @returns number of the pass of their vehicle */
export async function entryPass(
  stage: BorderStage,
  owner: Actor,
  { bookNo, grossKg, ...line }: Entry,
  tail: string,
): Promise<string> {
  const year = stage.today().slice(0, 4);
  const { checklistNo } = await owner.post<{ checklistNo: string }>('/api/checklists/entries', {
    ...{ bookNo, entryNo: `${OFFICE}${year}1${entryDigits(stage.number(tail))}`, grossKg },
    goods: [{ ...line, expiresOn: `${Number(year) + 2}-08-31` }],
  });
  const verdict = { verdict: 'approved', reason: '单货相符' };
  await stage.person('customs').post(`/api/checklists/${checklistNo}/verdict`, verdict);
  return (await passFor(owner, { direction: 'in', checklists: [checklistNo] })).passNo;
}

/** Brings goods into a book the one way there is: declared, approved, let in by the gate. */
export async function bringIn(stage: BorderStage, owner: Actor, entry: Entry, tail: string): Promise<void> {
  const passNo = await entryPass(stage, owner, entry, `${tail}N`);
  const weight = String(Number(EMPTY_KG) + 60 + Number(entry.grossKg));
  expectThat(
    (await drive(stage, passNo, `${tail}V`, weight)).answer === 'open',
    'the vehicle was not let in',
  );
}
