import { organisationCheckCharacter, usccCheckCharacter } from '#kernel';
import { type Goods, loadGoods, type Shelf } from './goods.ts';

/** Roles of the list `enterprise_role`: platform, seller or its domestic agent, payment, carrier, broker, zone firm. */
export type DemoRole = 'EBP' | 'EBC' | 'PAY' | 'LGS' | 'DCL' | 'IAC';

/** A synthetic enterprise of the zone. */
export interface DemoEnterprise {
  /** Ten characters. */
  readonly customsCode: string;
  readonly name: string;
  readonly nameEn: string;
  /** Unified social credit code, check characters right. */
  readonly uscc: string;
  readonly roles: readonly DemoRole[];
  /** Customs office it is registered with. */
  readonly customsOffice: string;
  /** Its address on the data exchange platform. */
  readonly dxpId: string;
  /** Account book of a bonded warehouse. */
  readonly emsNo?: string;
}

/** Who and what there is in the demo zone. */
export interface Zone {
  readonly seed: string;
  readonly platforms: readonly DemoEnterprise[];
  readonly sellers: readonly DemoEnterprise[];
  readonly paymentFirms: readonly DemoEnterprise[];
  readonly carriers: readonly DemoEnterprise[];
  readonly brokers: readonly DemoEnterprise[];
  readonly warehouses: readonly DemoEnterprise[];
  /** Rightly numbered, but in no register: for papers that must not pass. */
  readonly stranger: DemoEnterprise;
  readonly goods: readonly Goods[];
}

interface Firm {
  readonly name: string;
  readonly nameEn: string;
  readonly roles: readonly DemoRole[];
  /** Digits 5 and 6 of the customs code: kind of area and kind of firm. */
  readonly kind: string;
  readonly office: string;
}

const FIRMS: readonly Firm[] = [
  {
    name: '昆明示例云茶电子商务有限公司',
    nameEn: 'Kunming Example Cloud Tea E-commerce',
    roles: ['EBP'],
    kind: '96',
    office: '8601',
  },
  {
    name: '昆明示例南亚通跨境电子商务有限公司',
    nameEn: 'Kunming Example South Asia Link',
    roles: ['EBP'],
    kind: '36',
    office: '8601',
  },
  {
    name: '昆明示例澜湄集市网络科技有限公司',
    nameEn: 'Kunming Example Lancang-Mekong Market',
    roles: ['EBP'],
    kind: '26',
    office: '8601',
  },
  {
    name: '昆明示例彩云国际贸易有限公司',
    nameEn: 'Kunming Example Colourful Clouds Trading',
    roles: ['EBC'],
    kind: '96',
    office: '8601',
  },
  {
    name: '昆明示例滇池供应链有限公司',
    nameEn: 'Kunming Example Dian Lake Supply Chain',
    roles: ['EBC'],
    kind: '96',
    office: '8601',
  },
  {
    name: '昆明示例孔雀进出口有限公司',
    nameEn: 'Kunming Example Peacock Import and Export',
    roles: ['EBC'],
    kind: '26',
    office: '8627',
  },
  {
    name: '昆明示例茶马古道商贸有限公司',
    nameEn: 'Kunming Example Tea Horse Road Trading',
    roles: ['EBC'],
    kind: '66',
    office: '8628',
  },
  {
    name: '昆明示例春城优品贸易有限公司',
    nameEn: 'Kunming Example Spring City Goods',
    roles: ['EBC'],
    kind: '66',
    office: '8628',
  },
  {
    name: '昆明示例云付支付服务有限公司',
    nameEn: 'Kunming Example Cloud Payment',
    roles: ['PAY'],
    kind: '96',
    office: '8601',
  },
  {
    name: '昆明示例泛亚支付科技有限公司',
    nameEn: 'Kunming Example Pan-Asia Payment',
    roles: ['PAY'],
    kind: '36',
    office: '8601',
  },
  {
    name: '昆明示例高原速递有限公司',
    nameEn: 'Kunming Example Plateau Express',
    roles: ['LGS'],
    kind: '96',
    office: '8620',
  },
  {
    name: '昆明示例中老快运有限公司',
    nameEn: 'Kunming Example China-Laos Express',
    roles: ['LGS'],
    kind: '96',
    office: '8612',
  },
  {
    name: '昆明示例通达报关有限公司',
    nameEn: 'Kunming Example Tongda Customs Brokers',
    roles: ['DCL'],
    kind: '98',
    office: '8620',
  },
  {
    name: '昆明示例综保报关有限公司',
    nameEn: 'Kunming Example Bonded Zone Brokers',
    roles: ['DCL'],
    kind: '68',
    office: '8628',
  },
  {
    name: '昆明示例综保仓储有限公司',
    nameEn: 'Kunming Example Bonded Warehousing',
    roles: ['IAC'],
    kind: '66',
    office: '8628',
  },
  {
    name: '昆明示例未备案商贸有限公司',
    nameEn: 'Kunming Example Unregistered Trading',
    roles: ['EBC'],
    kind: '97',
    office: '8601',
  },
];

/** A number of the zone's own, so that zones of different seeds do not share enterprises. */
function zoneNumber(seed: string): number {
  let number = 0;
  for (const character of seed) number = (Math.imul(number, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return number % 100;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** Organisation codes in service start with digits or MA; none starts with XD. */
function synthesiseUscc(zone: number, line: number): string {
  const organisation = `XDEM${two(zone)}${two(line)}`;
  const body = `91530100${organisation}${organisationCheckCharacter(organisation)}`;
  return body + usccCheckCharacter(body);
}

function foundEnterprise(firm: Firm, zone: number, line: number): DemoEnterprise {
  return {
    customsCode: `5301${firm.kind}${two(zone)}${two(line)}`,
    name: firm.name,
    nameEn: firm.nameEn,
    uscc: synthesiseUscc(zone, line),
    roles: firm.roles,
    customsOffice: firm.office,
    dxpId: `DXPENT99${two(zone)}${String(line).padStart(6, '0')}`,
    ...(firm.roles.includes('IAC')
      ? { emsNo: `T${firm.office}W${two(zone)}${String(line).padStart(4, '0')}` }
      : {}),
  };
}

/** The zone of a seed: always the same one for the same seed; all of it is made up. */
export function createZone(seed = 'chama'): Zone {
  const number = zoneNumber(seed);
  const enterprises = FIRMS.map((firm, index) => foundEnterprise(firm, number, index + 1));
  const stranger = enterprises.at(-1);
  if (stranger === undefined) throw new RangeError('the zone has no enterprises');
  const registered = enterprises.slice(0, -1);
  const holding = (role: DemoRole) => registered.filter(({ roles }) => roles.includes(role));
  return {
    seed,
    platforms: holding('EBP'),
    sellers: holding('EBC'),
    paymentFirms: holding('PAY'),
    carriers: holding('LGS'),
    brokers: holding('DCL'),
    warehouses: holding('IAC'),
    stranger,
    goods: loadGoods(),
  };
}

/** All enterprises of the zone that stand in the register; the stranger does not. */
export function demoEnterprises(zone: Zone): readonly DemoEnterprise[] {
  return [
    ...zone.platforms,
    ...zone.sellers,
    ...zone.paymentFirms,
    ...zone.carriers,
    ...zone.brokers,
    ...zone.warehouses,
  ];
}

/** The goods on one shelf of the zone. */
export function goodsOn(zone: Zone, shelf: Shelf): readonly Goods[] {
  return zone.goods.filter(({ shelves }) => shelves.includes(shelf));
}
