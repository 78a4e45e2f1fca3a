import { describe, expect, it } from 'vitest';
import { checkCitizenId, checkEnterprise, checkGoods } from '#registry';
import { tariffLineOn } from '#tax';
import { loadCodeLists } from '../../modules/registry/wiring.ts';
import { loadTaxBook } from '../../modules/tax/wiring.ts';
import { BUYER_COUNT, buyerAt } from './people.ts';
import { registeredEnterprise, registeredGoods } from './seed.ts';
import { createZone, demoEnterprises, goodsOn } from './zone.ts';

const DAY = '2026-03-10';
const lists = loadCodeLists();
const zone = createZone();

describe('the zone', () => {
  it.each([...demoEnterprises(zone), zone.stranger])(
    '$nameEn has sound codes and a name that says example',
    (firm) => {
      expect(checkEnterprise(registeredEnterprise(firm), lists)).toEqual([]);
      expect(firm.name).toContain('示例');
      expect(firm.dxpId).toMatch(/^DXPENT\d{10}$/);
    },
  );

  it('holds every role, and each firm once', () => {
    const firms = demoEnterprises(zone);
    expect(new Set(firms.flatMap(({ roles }) => roles))).toEqual(
      new Set(['EBP', 'EBC', 'PAY', 'LGS', 'DCL', 'IAC']),
    );
    expect(new Set(firms.map(({ customsCode }) => customsCode)).size).toBe(firms.length);
    expect(firms).not.toContain(zone.stranger);
  });

  it('is the same for the same seed and another for another', () => {
    expect(demoEnterprises(createZone('chama'))).toEqual(demoEnterprises(zone));
    const codes = new Set(demoEnterprises(zone).map(({ customsCode }) => customsCode));
    expect(demoEnterprises(createZone('other')).some(({ customsCode }) => codes.has(customsCode))).toBe(
      false,
    );
  });
});

describe('the goods', () => {
  const { tariff } = loadTaxBook();

  it.each(zone.goods)('$itemNo can be registered and stands in the tariff with its units', (goods) => {
    expect(checkGoods(registeredGoods(goods, zone.sellers[0]?.customsCode ?? ''), lists)).toEqual([]);
    const line = tariffLineOn(tariff, goods.gcode, DAY);
    expect(line).toBeDefined();
    expect([goods.unit1, goods.unit2]).toEqual([line?.unit1, line?.unit2]);
    expect(goods.grossGrams).toBeGreaterThan(goods.netGrams);
  });

  it('on the ordinary shelves are on the positive list; those off it are not', () => {
    const listed = (gcode: string) => tariffLineOn(tariff, gcode, DAY)?.positiveList;
    for (const mode of ['9610', '1210'] as const) {
      const shelf = goodsOn(zone, mode);
      expect(shelf.length).toBeGreaterThan(25);
      expect(shelf.filter(({ gcode }) => listed(gcode) !== 'yes')).toEqual([]);
    }
    expect(goodsOn(zone, 'off-list').map(({ gcode }) => listed(gcode))).toEqual(['no', 'no']);
  });

  it('come from the neighbours too: Thailand, Laos, Viet Nam and Myanmar', () => {
    const origins = new Set(zone.goods.map(({ country }) => country));
    for (const neighbour of ['136', '119', '141', '106']) expect(origins).toContain(neighbour);
  });
});

describe('the buyers', () => {
  it('have identity numbers of the right form under a region that no card carries', () => {
    for (let index = 0; index < BUYER_COUNT; index += 799_999) {
      const { idNumber, telephone, address } = buyerAt(index);
      expect(checkCitizenId(idNumber, 'idNumber', DAY)).toEqual([]);
      expect(idNumber).toMatch(/^530101/);
      expect(telephone).toMatch(/^1390000\d{4}$/);
      expect(address).toContain('示例路');
    }
  });

  it('are all different people', () => {
    const numbers = new Set(Array.from({ length: 50_000 }, (_, index) => buyerAt(index).idNumber));
    expect(numbers.size).toBe(50_000);
    expect(buyerAt(BUYER_COUNT)).toEqual(buyerAt(0));
  });
});
