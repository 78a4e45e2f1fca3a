import type { Companion } from '#clearance';
import { chinaDay } from '#kernel';
import { allowanceOf } from '#quotas';
import { parameterOn } from '#tax';
import { House, loadRulebook } from '../../clearance/testing/house.ts';
import { again, type PurchaseWish, purchase } from '../../clearance/testing/purchases.ts';
import type { FullDossier } from '../../matching/testing/clean-dossier.ts';
import type { DeskPorts } from '../application/ports.ts';
import type { Officer } from '../domain/officer.ts';
import { type DeskParameters, deskParameters } from '../domain/parameters.ts';
import type { CaseKey } from '../storage/case-files.ts';
import { deskFollower, loadDeskTables } from '../wiring.ts';

/** Two officers of the office that plain purchases are declared at, one of the district, one of elsewhere. */
export const li: Officer = { id: 'o-li', name: '李关员', office: '8601' };
export const wang: Officer = { id: 'o-wang', name: '王关员', office: '8601' };
export const chief: Officer = { id: 'o-chief', name: '关长', office: '8600' };
export const stranger: Officer = { id: 'o-far', name: '外关员', office: '8613' };

export const broker = '5301980005';

/** The conductor with a desk behind it, on a database and a clock of its own. */
export class DeskHouse {
  readonly house: House;
  readonly ports: DeskPorts;
  readonly parameters: DeskParameters;

  private constructor(house: House, parameters: DeskParameters) {
    this.house = house;
    this.parameters = parameters;
    const { officers, rows, detail, buyerKey, officeName } = house.clearance;
    this.ports = {
      database: house.database,
      now: () => house.clock.now,
      chinaDay: (at) => chinaDay(at.getTime()),
      parameters: () => parameters,
      tables: loadDeskTables(),
      ...{ lists: officers, rows, buyerKey, officeName },
      listDetail: (key) => detail({ party: undefined }, key),
    };
  }

  static async open(companions: readonly Companion[] = []): Promise<DeskHouse> {
    const { taxBook } = loadRulebook();
    const parameters = deskParameters((key) => parameterOn(taxBook.parameters, key, '2026-11-23')?.value);
    const house = await House.open({ follower: deskFollower(() => parameters), companions });
    return new DeskHouse(house, parameters);
  }

  close(): Promise<void> {
    return this.house.close();
  }

  pass(ms: number): void {
    const { clock } = this.house;
    clock.now = new Date(clock.now.getTime() + ms);
  }

  /** A list under manual review: the second one of its buyer's day passes the single limit in sum. */
  async review(number: number): Promise<FullDossier> {
    const wish = { buyer: number, price: '1300' } satisfies PurchaseWish;
    await this.house.file([purchase(number, wish)]);
    await this.house.settled();
    const held = purchase(number + 1, wish);
    await this.house.file([held]);
    await this.house.settled();
    return held;
  }

  /** A list under inspection: rhinoceros horn. */
  async inspection(number: number): Promise<FullDossier> {
    const dossier = purchase(number);
    const name = '犀角制品';
    for (const item of dossier.order.items) item.itemName = name;
    for (const item of dossier.declaration.items) Object.assign(item, { gname: name, itemName: name });
    await this.house.file([dossier]);
    await this.house.settled();
    return dossier;
  }

  /** How a list stands: its state and the status of its receipts, oldest first. */
  async standing(key: CaseKey): Promise<{ state: string; statuses: string[] }> {
    const { list, receipts } = await this.ports.listDetail(key);
    return { state: list.state, statuses: receipts.map(({ status }) => status) };
  }

  /** CNY that the buyer of a list has used of the year. */
  async used(dossier: FullDossier): Promise<number> {
    const { buyerIdType, buyerIdNumber } = dossier.declaration.head;
    const key = this.ports.buyerKey(buyerIdType, buyerIdNumber);
    return Number((await allowanceOf(this.house.database, key, 2026))?.used ?? '0');
  }

  withdraw(dossier: FullDossier) {
    return this.house.send('declaration', dossier, again(dossier.declaration, { appType: '3' }));
  }
}

export const keyOfList = ({ declaration: { head } }: FullDossier): CaseKey => ({
  orderNo: head.orderNo,
  ebpCode: head.ebpCode,
});
