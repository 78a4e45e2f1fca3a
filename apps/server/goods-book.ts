import type { Day } from '#kernel';
import type { Database } from '#postgres';
import type { FiledGoodsFact } from '#risk';
import { approvedGoods, sellersOfGoods } from '../../modules/registry/wiring.ts';

/** How long it is believed which sellers have filed goods: what a seller files first is compared after this time. */
const trustMs = 5_000;

/** Filed goods for the conductor: one question a batch, and none while no seller of it has any goods on file. */
export class GoodsBook {
  readonly #database: Database;
  #sellers: ReadonlySet<string> = new Set();
  #until = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Approved goods valid on a day, by seller and item number; sellers that have filed none are left out. */
  async find(
    wanted: ReadonlyMap<string, ReadonlySet<string>>,
    day: Day,
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, FiledGoodsFact>>> {
    if (this.#until <= performance.now()) {
      this.#sellers = await sellersOfGoods(this.#database);
      this.#until = performance.now() + trustMs;
    }
    const asked = [...wanted].flatMap(([ebcCode, items]) =>
      this.#sellers.has(ebcCode) ? [...items].map((itemNo) => ({ ebcCode, itemNo })) : [],
    );
    const found = new Map<string, Map<string, FiledGoodsFact>>();
    if (asked.length === 0) return found;
    for (const { ebcCode, itemNo, ...fact } of await approvedGoods(this.#database, asked, day)) {
      const ofSeller = found.get(ebcCode) ?? new Map<string, FiledGoodsFact>();
      found.set(ebcCode, ofSeller.set(itemNo, fact));
    }
    return found;
  }
}
