import { keyText } from '#documents';
import type { Database } from '#postgres';
import { placeOf } from '#vault';
import { until } from '../faults/stand.ts';
import { openPlatform, type Platform } from '../portal/platform.ts';
import { broughtIn } from './brought-in.ts';

/** The warehouse of the samples and the book that their bonded lists name. */
export const warehouse = '5301663615';
export const bookNo = 'T8628W360015';
/** A list of that book that is released, as `contracts/samples/02-bonded-import` tells. */
export const bonded = { ebpCode: '5301263603', orderNo: 'D260310S02A' };

/** What was answered: the numbers of papers, findings, and whatever else. */
export interface Body extends Readonly<Record<string, unknown>> {
  readonly passNo: string;
  readonly checklistNo: string;
  readonly findings: readonly { readonly code: string }[];
  readonly reasons: readonly { readonly code: string }[];
}

export interface Answered {
  readonly status: number;
  readonly body: Body;
}

/**
 * Puts released lists on file that are as one that is there, but for their order numbers.
 * @param other what else is different, by table and column
 */
export async function copyLists(
  database: Database,
  orderNos: readonly string[],
  from: { readonly ebpCode: string; readonly orderNo: string } = bonded,
  other: { readonly list?: object; readonly goods?: object } = {},
): Promise<void> {
  for (const [table, changed] of [
    ['declarations.import_list', other.list],
    ['declarations.import_list_item', other.goods],
    ['clearance.decision', {}],
  ] as const)
    await database.run(
      `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object('order_no', n.no) || $4::jsonb)).*
       from ${table} t cross join unnest($2::text[]) as n(no) where t.order_no = $1 and t.ebp_code = $3`,
      [from.orderNo, orderNos, from.ebpCode, JSON.stringify(changed ?? {})],
    );
  await sealAnew(database, orderNos, from);
}

/** What is sealed for one list cannot be opened at another: the copies get seals of their own. */
async function sealAnew(
  { vault, ...database }: Database,
  orderNos: readonly string[],
  { orderNo, ebpCode }: { readonly ebpCode: string; readonly orderNo: string },
): Promise<void> {
  const table = 'declarations.import_list';
  const place = (no: string): string => placeOf(table, keyText([no, ebpCode]));
  const [row] = await database.query<{ personal: Buffer }>(
    `select personal from ${table} where order_no = $1 and ebp_code = $2`,
    [orderNo, ebpCode],
  );
  if (!row) throw new Error(`there is no list ${orderNo}`);
  const plain = vault.openText(place(orderNo), row.personal);
  for (const no of orderNos)
    await database.run(`update ${table} set personal = $3 where order_no = $1 and ebp_code = $2`, [
      ...[no, ebpCode, vault.seal(place(no), plain)],
    ]);
}

/** A platform with a machine at its gate, an officer and the warehouse's book. */
export class GateStand {
  readonly platform: Platform;
  readonly #officer: string;
  #events = 0;

  private constructor(platform: Platform, officer: string) {
    this.platform = platform;
    this.#officer = officer;
  }

  /** @param portal whether somebody will look at its pages */
  static async open(portal = false): Promise<GateStand> {
    const platform = await openPlatform({ portal });
    const stand = new GateStand(platform, await platform.signIn({ role: 'officer', agency: 'customs' }));
    await stand.tell('02-bonded-import');
    await stand.#openBook();
    // Whom the draw falls on is chance: here on nobody, until a test says so.
    await platform.database.run(`update gate.draw set rate = '0.00001'`);
    return stand;
  }

  /** Tells a story, and waits until its lists are judged. */
  async tell(story: string): Promise<void> {
    await this.platform.tell(story);
    const waiting = 'select 1 from clearance.waiting limit 1';
    await until(
      async () => (await this.platform.database.query(waiting)).length === 0,
      20_000,
      'lists still wait to be judged',
    );
  }

  /** Asks as an enterprise, the officer (`officer`) or the machine of the gate (`gate`). */
  async call(method: string, path: string, as: string, body?: object): Promise<Answered> {
    const who =
      as === 'officer'
        ? { cookie: `chama_session=${this.#officer}`, 'sec-fetch-site': 'same-origin' }
        : { authorization: `Bearer ${as === 'gate' ? this.platform.operatorKey : this.platform.keyOf(as)}` };
    const answer = await fetch(`${this.platform.url}/api${path}`, {
      method,
      headers: { ...who, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: answer.status, body: (await answer.json()) as Body };
  }

  /** A checklist of the warehouse's lists of these orders. */
  checklist(orderNos: readonly string[]): Promise<Answered> {
    const lists = orderNos.map((orderNo) => ({ ebpCode: bonded.ebpCode, orderNo }));
    return this.call('POST', '/checklists', warehouse, { bookNo, lists });
  }

  /** Customs has second thoughts of a released list. */
  async recall(orderNo: string): Promise<void> {
    await this.platform.database.run(
      `insert into clearance.decision select (jsonb_populate_record(t, '{"step": 1, "outcome": "held", "judge": "officer"}')).*
       from clearance.decision t where order_no = $1`,
      [orderNo],
    );
  }

  async #openBook(): Promise<void> {
    const book = {
      ...{ bookNo, owner: warehouse, tradeMode: '1210', customsCode: '8628', areaCode: '5301' },
      ...{ areaName: '昆明综合保税区', openedOn: '2026-01-01', validTo: '2026-12-31' },
    };
    const item = {
      ...{ itemNo: 13, itemRecordNo: 'KM000013', goodsNo: 'KM13', gcode: '1901101090', gname: '奶粉' },
      ...{ unit: '122', unitValue: '180' },
    };
    await this.call('POST', '/bonded/books', 'officer', book);
    await this.call('POST', `/bonded/books/${bookNo}/items`, warehouse, { items: [item] });
    const goods = { itemNo: 13, quantity: '100', reference: 'E1', day: '2026-03-10' };
    await broughtIn(this.platform.database, bookNo, [goods]);
  }

  /** What of the item lies where. */
  async lies(): Promise<{ stock: string; pending: string }> {
    const { body } = await this.call('GET', `/bonded/books/${bookNo}/items`, warehouse);
    const [{ stock, pending }] = body.items as never as [{ stock: string; pending: string }];
    return { stock, pending };
  }

  /** A pass of the warehouse's for a vehicle of four tonnes. */
  pass(checklists: readonly string[], more: object = {}): Promise<Answered> {
    return this.call('POST', '/passes', warehouse, {
      ...{ direction: 'out', customsCode: '8628', plate: '云A·D12345', tareKg: '4000', checklists },
      ...more,
    });
  }

  /** Drives the vehicle of a pass to the gate. */
  drive(passNo: string, more: object = {}): Promise<Answered> {
    this.#events += 1;
    return this.call('POST', '/gate/passages', 'gate', {
      ...{ gate: 'KM-ZB-02', eventNo: `E-${this.#events}`, passNo, plate: '云AD12345' },
      ...more,
    });
  }
}
