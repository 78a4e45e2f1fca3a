import { record } from '#journal';
import { chinaDay } from '#kernel';
import type { Database } from '#postgres';
import {
  type TestDatabase,
  testDatabase,
  transactionsEnded,
} from '../../../platform/postgres/testing/index.ts';
import { loadTaxBook } from '../../tax/wiring.ts';
import type { ClosedExport, RefundPorts } from '../application/ports.ts';
import { takeInAll } from '../application/take-in.ts';
import type { RealPrincipal } from '../storage/files.ts';
import type { DeclaredList } from '../storage/lines.ts';
import { loadRefundRates } from '../wiring.ts';

type Item = ClosedExport['items'][number];

/** Twenty boxes of tea, refunded at 9 %. */
export const teaOf = (more: Partial<Item> = {}): Item => ({
  ...{ gnum: 1, gcode: '0902303100', gname: '普洱茶（熟茶）', unit: '011', qty: '20', currency: '142' },
  ...{ price: '100', totalPrice: '2000', ...more },
});

/** The tax of exports on a database of its own, with a clock of its own; exports and summaries are told by hand. */
export class RefundHouse {
  readonly clock = { now: new Date('2026-08-03T10:00:00+08:00') };
  readonly ports: RefundPorts;
  /** Whose the exports of agents are. */
  readonly principals: RealPrincipal[] = [];
  readonly #rented: TestDatabase;
  readonly #closed = new Map<string, ClosedExport>();
  readonly #declared = new Map<string, DeclaredList[]>();
  #firms = 0;
  #lists = 0;

  private constructor(rented: TestDatabase) {
    this.#rented = rented;
    const now = (): Date => this.clock.now;
    this.ports = {
      ...{ database: rented.database, now, today: () => chinaDay(now().getTime()) },
      ...{
        parameters: loadTaxBook().parameters,
        rates: loadRefundRates(),
        isCode: (_, code) => code !== '999',
      },
      firms: async (codes) =>
        new Map([...codes].map((code) => [code, { name: `示例${code}`, uscc: `91${code}` }])),
      realPrincipals: async () => this.principals,
      principalSums: async () => this.principals,
      closedLists: async (_, names) =>
        names.flatMap(({ orderNo }) => {
          const list = this.#closed.get(orderNo);
          return list ? [list] : [];
        }),
      declaredLists: async (_, { sumNo, after }) =>
        (this.#declared.get(sumNo) ?? []).filter(({ invtNo }) => invtNo > after),
    };
  }

  static async open(): Promise<RefundHouse> {
    return new RefundHouse(await testDatabase());
  }

  get database(): Database {
    return this.#rented.database;
  }

  close(): Promise<void> {
    return this.#rented.close();
  }

  /** An exporter of its own, so that nothing of another test is in the way. */
  firm(): { readonly customsCode: string; readonly id: string } {
    this.#firms += 1;
    return { customsCode: `530136${String(this.#firms).padStart(4, '0')}`, id: 'clerk' };
  }

  /** A list of an exporter that customs has closed; not taken in yet. */
  async leave(
    ebcCode: string,
    items: readonly Item[] = [teaOf()],
    more: Partial<ClosedExport> = {},
  ): Promise<string> {
    this.#lists += 1;
    const invtNo = `86002026E${String(this.#lists).padStart(9, '0')}`;
    const orderNo = `E${this.#lists}`;
    const list: ClosedExport = {
      ...{ orderNo, ebpCode: '5301960001', ebcCode, invtNo, tradeMode: '9610', items },
      ...{ departedAt: new Date('2026-07-10T12:00:00+08:00'), ...more },
    };
    this.#closed.set(orderNo, list);
    const body = { orderNo, ebpCode: list.ebpCode, ebcCode };
    await this.#tell('export-closed', orderNo, body);
    return invtNo;
  }

  /** Lists of an exporter stand in a summary declaration. @returns its number */
  async sumUp(enterprise: string, invtNos: readonly string[]): Promise<string> {
    const declSeqNo = `D${enterprise}${this.#declared.size + 1}`;
    const sumNo = `S${declSeqNo}`;
    const lists = invtNos.map((invtNo) => ({ invtNo, declSeqNo, entryId: `86${declSeqNo}` }));
    this.#declared.set(
      sumNo,
      lists.sort((one, other) => (one.invtNo < other.invtNo ? -1 : 1)),
    );
    await this.#tell('summary-made', sumNo, { enterprise, sumNo });
    return declSeqNo;
  }

  cancelSummary(enterprise: string, declSeqNo: string): Promise<void> {
    return this.#tell('summary-cancelled', declSeqNo, { enterprise, declSeqNo });
  }

  /** Takes in all that has been told. */
  async takeIn(): Promise<void> {
    await transactionsEnded(this.database);
    await takeInAll(this.ports, () => false);
  }

  #tell(kind: string, subject: string, body: object): Promise<void> {
    return this.database.transaction((client) =>
      record(client, [{ at: this.clock.now, kind, subject, body }]),
    );
  }
}
