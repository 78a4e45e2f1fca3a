import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decode, messageTables } from '#ceb';
import { importLists } from '#declarations';
import { column, type DocumentTable } from '#documents';
import { importOrders } from '#orders';
import { importPayments } from '#payments';
import { importWaybills } from '#waybills';
import type { Dossier } from '../../apps/demo/dossiers.ts';
import { type PaperKind, ROOT_OF } from '../../apps/demo/papers.ts';
import { discrepancies } from './books.ts';
import { PAPER_KINDS, Purchases } from './purchases.ts';
import { Stand } from './stand.ts';

let stand: Stand;
let purchases: Purchases;

beforeAll(async () => {
  stand = await Stand.open(1);
  purchases = new Purchases(stand.zone, 'T1');
});

afterAll(async () => {
  await stand.close();
});

/** What COPY, SQL, JSON, HTML and careless programs take for something else; all of it XML can carry. */
const odd = [
  '\\N',
  '\\.',
  'a\\\tb\\\nc\\\rd\\\\',
  "Robert'); drop table orders.import_order; --",
  '"}],{"',
  '<script>&amp;]]>',
  '\u{1f375}\u{10fffd}\u{20000}茶',
  'e\u0301\u200b\u202e\ufeff\u0085\u2028\ufffd',
  '%00%0a$1$$',
  '  ',
];

const fieldsOf = (kind: PaperKind, group: 'head' | 'items') =>
  messageTables[ROOT_OF[kind]].groups[group === 'head' ? 0 : 1]?.fields ?? [];

const tables: Readonly<Record<PaperKind, DocumentTable>> = {
  order: importOrders,
  payment: importPayments,
  waybill: importWaybills,
  declaration: importLists,
};

/** Fields that hold free text: no codes, no numbers, no times, nothing papers are found by. */
const keys = new Set(['orderNo', 'payTransactionId', 'logisticsNo']);
const freeText = (kind: PaperKind, group: 'head' | 'items') =>
  fieldsOf(kind, group).filter(
    ({ name, type, codeList, values, time, fixed, collapse, maxLength, valueWhen }) =>
      type === 'string' &&
      !(codeList ?? values ?? time ?? fixed ?? collapse ?? valueWhen) &&
      (maxLength ?? 0) >= 20 &&
      !/Code$|^guid$|Status$|^app|No$|IdNumber$/.test(name) &&
      !keys.has(name),
  );

const cut = (text: string, length = 20): string => [...text].slice(0, length).join('');

/** The paper with one odd text after another in its fields of free text. */
function made<K extends PaperKind>(kind: K, dossier: Dossier, from: number): Dossier[K] {
  let at = from;
  const texts = (group: 'head' | 'items') =>
    Object.fromEntries(
      freeText(kind, group).map(({ name, maxLength }) => [
        name,
        cut(odd[at++ % odd.length] ?? '', maxLength),
      ]),
    );
  const { head, items } = dossier[kind];
  return {
    head: { ...head, ...texts('head') },
    items: items.map((item) => ({ ...item, ...texts('items') })),
  } as unknown as Dossier[K];
}

interface PaperView {
  readonly head: Readonly<Record<string, string>>;
  readonly items: readonly Readonly<Record<string, string>>[];
  readonly headFields: readonly { readonly name: string; readonly masked?: boolean }[];
}

type Texts = Readonly<Record<string, string>>;

const pick = (record: object, names: readonly string[]): Texts =>
  Object.fromEntries(names.map((name) => [name, (record as Texts)[name] ?? '']));

/** What the database holds, past everything that remembers what it has just written. */
function rowsOf(
  kind: PaperKind,
  suffix: string,
  names: readonly string[],
  orderNo: string,
): Promise<Texts[]> {
  const columns = names.map((name) => `${column(name)} as "${name}"`).join(', ');
  const order = suffix ? 'order by gnum' : '';
  return stand.database.query<Texts>(
    `select ${columns} from ${tables[kind].shape.table}${suffix} where order_no = $1 ${order}`,
    [orderNo],
  );
}

/** The head as the database holds it, what is personal opened. */
async function headOf(kind: PaperKind, names: readonly string[], head: object): Promise<Texts> {
  const table = tables[kind];
  const { orderNo } = head as { orderNo: string };
  const [row] = await rowsOf(kind, '', names, orderNo);
  const [held] = await stand.database.query<{ personal: Uint8Array | null }>(
    `select personal from ${table.shape.table} where order_no = $1`,
    [orderNo],
  );
  const sealed = held?.personal;
  const personal = sealed ? table.openPersonal(stand.database.vault, table.keyOf(head), sealed) : {};
  return pick({ ...row, ...personal }, names);
}

describe('an odd text in a field of a paper', () => {
  it('is on file and on the page of the list as it was sent, in every field of free text', async () => {
    const tried = new Set<string>();
    for (let from = 0; from < odd.length; from += 1) {
      const dossier = purchases.make();
      const papers = Object.fromEntries(PAPER_KINDS.map((kind) => [kind, made(kind, dossier, from)])) as Pick<
        Dossier,
        PaperKind
      >;
      for (const kind of PAPER_KINDS) {
        const answer = await stand.send(kind, papers[kind], purchases.sender(kind), purchases.random);
        expect({ kind, ...answer }).toMatchObject({ kind, verdict: 'accepted' });
      }
      await stand.settled();
      const { ebpCode, orderNo } = dossier.declaration.head;
      const response = await stand.get(`/api/lists/${ebpCode}/${orderNo}`, stand.key('operator'));
      const view = (await response.json()) as { papers: Record<PaperKind, PaperView> };
      for (const kind of PAPER_KINDS) {
        const { head, items, headFields } = view.papers[kind];
        const masked = new Set(headFields.filter((field) => field.masked).map(({ name }) => name));
        const names = freeText(kind, 'head').map(({ name }) => name);
        const sent = pick(papers[kind].head, names);
        expect(await headOf(kind, names, papers[kind].head)).toEqual(sent);
        const open = names.filter((name) => !masked.has(name));
        expect(pick(head, open)).toEqual(pick(sent, open));
        for (const name of names) tried.add(`${kind}.${name}`);
        const lineNames = freeText(kind, 'items').map(({ name }) => name);
        const lines = papers[kind].items.map((line) => pick(line, lineNames));
        if (lineNames.length > 0) expect(await rowsOf(kind, '_item', lineNames, orderNo)).toEqual(lines);
        expect(items.map((line) => pick(line, lineNames))).toEqual(lines);
      }
    }
    expect(tried.size).toBeGreaterThan(20);
    expect(stand.faults).toEqual([]);
    expect(await discrepancies(stand.database)).toEqual([]);
  }, 60_000);
});

describe('an order number of odd characters', () => {
  it('brings its papers together, is released, and comes back in its receipts and on its page', async () => {
    const sent: string[] = [];
    for (const [i, text] of odd.entries()) {
      const dossier = purchases.make();
      // As long as the standard lets it be.
      const orderNo = cut(`${i}${text}${'\u{1f375}'.repeat(60)}`, 60);
      sent.push(orderNo);
      for (const kind of PAPER_KINDS) {
        const { head, items } = dossier[kind];
        const paper = { head: { ...head, orderNo }, items } as unknown as Dossier[typeof kind];
        const answer = await stand.send(kind, paper, purchases.sender(kind), purchases.random);
        expect({ orderNo, ...answer }).toMatchObject({ orderNo, verdict: 'accepted', key: { orderNo } });
      }
      await stand.settled();
      const page = `/api/lists/${dossier.declaration.head.ebpCode}/${encodeURIComponent(orderNo)}`;
      const response = await stand.get(page, stand.key('operator'));
      expect({ orderNo, page: await response.json() }).toMatchObject({
        orderNo,
        page: { list: { orderNo, state: 'released' } },
      });
    }
    const path = '/api/receipts?type=CEB312&limit=1000';
    const key = stand.key(purchases.sender('order').customsCode);
    const xml = await (await stand.get(path, key, 0, { accept: 'application/xml' })).text();
    const numbers = new Set<string | undefined>();
    for (const text of xml.match(/<CEB312Message [\s\S]*?<\/CEB312Message>/g) ?? []) {
      const { message, findings } = decode(Buffer.from(text));
      expect(findings).toEqual([]);
      if (message?.root === 'CEB312Message')
        for (const { head } of message.documents) numbers.add(head.orderNo);
    }
    for (const number of sent) expect(numbers).toContain(number);
  }, 60_000);
});
