import type { Day } from '#kernel';
import type { Database } from '#postgres';
import { checkEnterprise, type Enterprise, type Goods as RegisteredGoods } from '#registry';
import { fundAccounts } from '../../modules/guarantees/wiring.ts';
import { enterpriseRegister, goodsRegister } from '../../modules/registry/wiring.ts';
import type { Goods } from './goods.ts';
import { type DemoEnterprise, demoEnterprises, type Zone } from './zone.ts';

/** Early enough for every scenario; retail import as it is today began on this day. */
const REGISTERED_FROM: Day = '2019-01-01';

/** More than the tax of any day of the demonstration; CNY. */
const GUARANTEE_CNY = '1000000000';

/** A firm of the zone as the register keeps it. */
export function registeredEnterprise(enterprise: DemoEnterprise): Enterprise {
  const { customsCode, uscc, name, roles, customsOffice, dxpId } = enterprise;
  return {
    customsCode,
    uscc,
    name,
    roles,
    customsOffice,
    dxpId,
    validFrom: REGISTERED_FROM,
    state: 'active',
  };
}

/** Goods of the zone as a seller has them registered. */
export function registeredGoods(goods: Goods, ebcCode: string): RegisteredGoods {
  const { itemNo, gname, gcode, gmodel, barCode, country, unit, unit1, unit2, itemRecordNo } = goods;
  return {
    ...{
      ebcCode,
      itemNo,
      itemName: gname,
      gcode,
      gname,
      gmodel,
      barCode,
      country,
      unit,
      unit1,
      itemRecordNo,
    },
    ...(unit2 === undefined ? {} : { unit2 }),
    validFrom: REGISTERED_FROM,
  };
}

/** Enters enterprises into the register, each with a guarantee that covers the tax of its lists. */
export async function enterFirms(database: Database, enterprises: readonly Enterprise[]): Promise<void> {
  await enterpriseRegister(database).save(enterprises);
  const codes = enterprises.map(({ customsCode }) => customsCode);
  await fundAccounts(database, codes, { amount: GUARANTEE_CNY, validFrom: REGISTERED_FROM });
}

/**
 * Enters the zone's enterprises and their goods into the registers; doing it again changes nothing.
 * @throws Error when a firm of the zone is unsound, which would be a fault of ours.
 */
export async function seedZone(database: Database, zone: Zone): Promise<void> {
  const enterprises = demoEnterprises(zone).map(registeredEnterprise);
  const [finding] = enterprises.flatMap((enterprise) => checkEnterprise(enterprise));
  if (finding !== undefined) throw new Error(`the demo zone has an unsound firm: ${finding.message.en}`);
  await enterFirms(database, enterprises);
  const goods = zone.sellers.flatMap(({ customsCode }) =>
    zone.goods.map((one) => registeredGoods(one, customsCode)),
  );
  await goodsRegister(database).save(goods);
}
