import { chinaStamp, type Instant } from '#kernel';
import type { Random } from '../random.ts';
import type { DemoEnterprise, Zone } from '../zone.ts';
import { type ExportFault, exportFaultNamed } from './faults.ts';
import { DESTINATIONS, EXPORT_GOODS, type ExportGoods } from './goods.ts';
import type { ExportDossier, ExportPapers } from './papers.ts';

/** The firms an export goes through. */
export interface ExportParties {
  readonly platform: DemoEnterprise;
  readonly seller: DemoEnterprise;
  readonly carrier: DemoEnterprise;
  readonly broker: DemoEnterprise;
}

export interface ExportOptions {
  /** Digits and capital letters, at most 18: what tells this export apart. */
  readonly number: string;
  readonly orderedAt: Instant;
  readonly parties?: Partial<ExportParties>;
  /** Name of the fault to work in. */
  readonly fault?: string;
  /** A simplified, B to be summed up; left to chance where absent. */
  readonly flag?: 'A' | 'B';
  /** Of which goods it may be; of all where absent. */
  readonly itemNos?: readonly string[];
  /** How many of each; one or two where absent. */
  readonly quantity?: number;
}

interface Line {
  readonly goods: ExportGoods;
  readonly quantity: number;
  readonly priceFen: number;
}

const FREIGHTS_FEN = [1_500, 2_500, 3_500, 4_800];
const OFFICE = '8601';
const CNY = '142';

/** Firms left to chance where they are not named. */
export function chooseExportParties(
  random: Random,
  zone: Zone,
  named: Partial<ExportParties> = {},
): ExportParties {
  return {
    platform: named.platform ?? random.pick(zone.platforms),
    seller: named.seller ?? random.pick(zone.sellers),
    carrier: named.carrier ?? random.pick(zone.carriers),
    broker: named.broker ?? random.pick(zone.brokers),
  };
}

/**
 * Makes one dossier of an export. Without a fault its papers agree and its way of declaring is lawful, so it must be
 * released; with one, `expected` says what must become of it and which findings must say why.
 * @throws RangeError when there is no fault of the name given
 */
export function makeExport(random: Random, zone: Zone, options: ExportOptions): ExportDossier {
  const fault: ExportFault | undefined =
    options.fault === undefined ? undefined : exportFaultNamed(options.fault);
  const flag = fault?.flag ?? options.flag ?? (random.chance(0.45) ? 'A' : 'B');
  const papers = writeExport(random, chooseExportParties(random, zone, options.parties), options, flag);
  const { number } = options;
  if (!fault) return { ...papers, number, expected: { outcome: 'released', findings: [] } };
  return { ...fault.spoil(papers), number, fault: fault.name, expected: fault.expected };
}

const yuan = (fen: number): string => String(fen / 100);
const kilograms = (grams: number): string => String(grams / 1_000);

function writeExport(
  random: Random,
  parties: ExportParties,
  { number, orderedAt, itemNos, quantity: each }: ExportOptions,
  flag: 'A' | 'B',
): ExportPapers {
  const lines = fillBasket(random, itemNos, each);
  const { country, port } = random.pick(DESTINATIONS);
  const freight = yuan(random.pick(FREIGHTS_FEN));
  const sums = {
    value: yuan(lines.reduce((sum, { quantity, priceFen }) => sum + quantity * priceFen, 0)),
    net: kilograms(lines.reduce((sum, { goods, quantity }) => sum + quantity * goods.netGrams, 0)),
    gross: kilograms(lines.reduce((sum, { goods, quantity }) => sum + quantity * goods.grossGrams, 0)),
  };
  const at = (minutes: number): string => chinaStamp(orderedAt + minutes * 60_000);
  const submitted = (minutes: number) => ({
    ...{ guid: random.guid(), appType: '1', appTime: at(minutes), appStatus: '2' },
  });
  const { platform, seller, carrier, broker } = parties;
  const orderNo = `EX${number}`;
  const sale = {
    ...{ orderNo, ebpCode: platform.customsCode, ebpName: platform.name },
    ...{ ebcCode: seller.customsCode, ebcName: seller.name },
  };
  const carriage = {
    ...{ logisticsCode: carrier.customsCode, logisticsName: carrier.name, logisticsNo: `YL${number}` },
  };
  return {
    order: {
      head: { ...submitted(0), orderType: 'E', ...sale, goodsValue: sums.value, freight, currency: CNY },
      items: lines.map(({ goods, quantity, priceFen }, index) => ({
        ...{ gnum: index + 1, itemNo: goods.itemNo, itemName: goods.name, unit: goods.unit, currency: CNY },
        ...{ qty: String(quantity), price: yuan(priceFen), totalPrice: yuan(quantity * priceFen) },
      })),
    },
    waybill: {
      head: {
        ...{ ...submitted(40), ...carriage, freight, insuredFee: '0', currency: CNY },
        ...{ grossWeight: sums.gross, packNo: 1 },
        goodsInfo: lines.map(({ goods, quantity }) => `${goods.name}×${quantity}`).join('；'),
        ...{ ebcCode: seller.customsCode, ebcName: seller.name },
      },
      items: [],
    },
    list: {
      head: {
        ...{ ...submitted(60), customsCode: OFFICE, ...sale, ...carriage, copNo: `XC${number}` },
        ...{ ieFlag: 'E', portCode: '8620', ieDate: at(600).slice(0, 8), statisticsFlag: flag },
        ...{ agentCode: broker.customsCode, agentName: broker.name },
        ...{ ownerCode: seller.customsCode, ownerName: seller.name, tradeMode: '9610', trafMode: '5' },
        ...{ trafName: '航空', voyageNo: 'MU9601', billNo: `BL${number}`, country, POD: port },
        ...{ freight, fCurrency: CNY, fFlag: '3', insuredFee: '0', iCurrency: CNY, iFlag: '3' },
        ...{ wrapType: '2', packNo: 1, grossWeight: sums.gross, netWeight: sums.net },
      },
      items: lines.map(({ goods, quantity, priceFen }, index) => ({
        ...{ gnum: index + 1, itemNo: goods.itemNo, itemName: goods.name },
        // Lists for summary statistics need four digits only.
        gcode: flag === 'A' ? goods.gcode.slice(0, 4).padEnd(10, '0') : goods.gcode,
        ...{ gname: goods.name, gmodel: goods.model, barCode: '无', country, currency: CNY },
        ...{
          qty: String(quantity),
          qty1: kilograms(quantity * goods.netGrams),
          unit: goods.unit,
          unit1: '035',
        },
        ...{ price: yuan(priceFen), totalPrice: yuan(quantity * priceFen) },
      })),
    },
  };
}

/** One to three kinds of goods, well under the limit of simplified lists (5,000 CNY). */
function fillBasket(random: Random, itemNos: readonly string[] | undefined, each?: number): Line[] {
  const shelf = EXPORT_GOODS.filter(({ itemNo }) => itemNos?.includes(itemNo) ?? true);
  const first = random.below(shelf.length);
  const count = Math.min(1 + random.below(3), shelf.length);
  return Array.from({ length: count }, (_, index) => {
    const goods = shelf[(first + index) % shelf.length] as ExportGoods;
    return { goods, quantity: each ?? 1 + random.below(2), priceFen: random.pick(goods.pricesFen) };
  });
}
