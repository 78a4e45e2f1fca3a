import { describe, expect, test } from 'vitest';
import { assessExport } from '#exports';
import { chinaDay } from '#kernel';
import type { Enterprise } from '#registry';
import { loadTaxBook } from '../../../modules/tax/wiring.ts';
import { createRandom } from '../random.ts';
import { createZone } from '../zone.ts';
import { makeExport } from './dossiers.ts';
import { exportFaults } from './faults.ts';
import type { ExportDossier } from './papers.ts';

const zone = createZone();
const { parameters } = loadTaxBook();
const firms = new Map<string, Enterprise>(
  [...zone.platforms, ...zone.sellers, ...zone.carriers, ...zone.brokers].map((firm) => [
    firm.customsCode,
    { ...firm, customsOffice: '8601', validFrom: '2019-01-01', state: 'active' } as Enterprise,
  ]),
);
const orderedAt = Date.parse('2026-11-23T09:00:00+08:00');

const judge = ({ order, waybill, list }: ExportDossier, day = chinaDay(orderedAt)) =>
  assessExport(
    { order, waybill, list },
    { day, parameters, district: '8600', enterprise: (code) => firms.get(code) },
  );
const live = (dossier: ExportDossier): string[] =>
  judge(dossier)
    .findings.filter(({ mode }) => mode === 'live')
    .map(({ code }) => code);

describe('exports made by chance', () => {
  test('are all released when nothing is wrong, each by a lawful way', () => {
    const random = createRandom('clean');
    for (let serial = 0; serial < 300; serial++) {
      const dossier = makeExport(random, zone, { number: `T${serial}`, orderedAt });
      const { outcome, findings, finish } = judge(dossier);
      expect({ serial, outcome, findings }).toEqual({ serial, outcome: 'released', findings: [] });
      expect(finish?.route).toBe(
        dossier.list.head.statisticsFlag === 'A'
          ? 'LIST_RELEASE_SUMMARY_STATISTICS'
          : 'LIST_RELEASE_SUMMARY_DECLARATION',
      );
    }
  });

  test.each(exportFaults.map(({ name }) => name))('%s: is found, and nothing else is', (fault) => {
    const random = createRandom(fault);
    for (let serial = 0; serial < 20; serial++) {
      const dossier = makeExport(random, zone, { number: `F${serial}`, orderedAt, fault });
      expect(judge(dossier).outcome).toBe(dossier.expected.outcome);
      expect(live(dossier)).toEqual(dossier.expected.findings);
    }
  });

  test('need a payment received only until 2024-12-14 (R-1.21)', () => {
    const dossier = makeExport(createRandom('paid'), zone, { number: 'P1', orderedAt });
    const missing = (day: string) => judge(dossier, day as never).findings.map(({ code }) => code);
    expect(missing('2024-12-14')).toEqual(['EXPORT-MISSING-PAPER']);
    expect(missing('2024-12-15')).toEqual([]);
  });
});

describe('the way an export is finished', () => {
  const dossier = makeExport(createRandom('way'), zone, { number: 'W1', orderedAt, flag: 'A' });
  const priced = (totalPrice: string, currency = '142'): ExportDossier => {
    const [line] = dossier.list.items;
    const [ordered] = dossier.order.items;
    if (!line || !ordered) throw new RangeError('an export has goods');
    const same = { price: totalPrice, qty: '1', totalPrice, currency };
    return {
      ...dossier,
      order: {
        head: { ...dossier.order.head, goodsValue: totalPrice, currency },
        items: [{ ...ordered, ...same }],
      },
      list: { ...dossier.list, items: [{ ...line, ...same }] },
    };
  };

  test('is summary statistics up to 5,000 CNY, and not a cent above (R-1.22)', () => {
    expect(judge(priced('5000'))).toMatchObject({
      outcome: 'released',
      finish: { route: 'LIST_RELEASE_SUMMARY_STATISTICS', hsDigits: 4, by: 'FINISH-STATISTICS' },
    });
    const above = judge(priced('5000.01'));
    expect(above.outcome).toBe('refused');
    expect(above.findings).toMatchObject([{ code: 'EXPORT-FINISH' }]);
  });

  test('is looked at by an officer where the value is not known in CNY', () => {
    const { outcome, findings, finish } = judge(priced('300', '502'));
    expect(outcome).toBe('held');
    expect(findings).toMatchObject([{ code: 'EXPORT-FINISH-UNKNOWN' }]);
    expect(finish).toBeUndefined();
  });
});
