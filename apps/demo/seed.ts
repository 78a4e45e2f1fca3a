import { issueKey, listKeys, revokeKey } from '#exchange';
import type { Day } from '#kernel';
import type { Database } from '#postgres';
import type { Enterprise, Goods as RegisteredGoods } from '#registry';
import { enterpriseRegister, goodsRegister } from '../../modules/registry/wiring.ts';
import type { Goods } from './goods.ts';
import { type DemoEnterprise, demoEnterprises, type Zone } from './zone.ts';

/** Early enough for every scenario; retail import as it is today began on this day. */
const REGISTERED_FROM: Day = '2019-01-01';
const KEY_LABEL = 'demo';

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

/** Enters the zone's enterprises and their goods into the registers; doing it again changes nothing. */
export async function seedZone(database: Database, zone: Zone): Promise<void> {
  await enterpriseRegister(database).save(demoEnterprises(zone).map(registeredEnterprise));
  const goods = zone.sellers.flatMap(({ customsCode }) =>
    zone.goods.map((one) => registeredGoods(one, customsCode)),
  );
  await goodsRegister(database).save(goods);
}

/**
 * Gives each firm of the zone an API key. Secrets are kept nowhere, so every start gives new ones and takes the old
 * ones back.
 * @returns tokens by customs code.
 */
export async function issueDemoKeys(
  database: Database,
  zone: Zone,
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  const old = (await listKeys(database)).filter(
    ({ label, revokedAt }) => label === KEY_LABEL && revokedAt === null,
  );
  for (const { keyId } of old) await revokeKey(database, keyId, now);
  const tokens = new Map<string, string>();
  for (const { customsCode } of demoEnterprises(zone)) {
    const { token } = await issueKey(database, customsCode, KEY_LABEL, 'enterprise', now);
    tokens.set(customsCode, token);
  }
  return tokens;
}
