import { describe, expect, test } from 'vitest';
import { parseDecimal } from '#kernel';
import { loadCertificateTables } from '../wiring.ts';
import { type AcceptedCertificate, certificateFor, type WantedGoods } from './match.ts';

const day = '2026-05-01';
const rows = loadCertificateTables().recognitionsOn(day);
const entry: AcceptedCertificate = {
  ...{ owner: 'SELLER', certificateId: 'one', kind: 'ENTRY-INSPECTION', number: 'N1', gcode: '15042000' },
  ...{ origin: null, validFrom: '2026-01-01', validTo: '2026-05-01', left: null },
};
const licence: AcceptedCertificate = {
  ...{ ...entry, kind: 'FIRST-IMPORT-LICENCE', gcode: '3303', left: parseDecimal('5') },
};
const oil = (more: Partial<WantedGoods> = {}): WantedGoods => ({
  ...{ seller: 'SELLER', agency: 'market', subject: 'requirement', requirement: 'MARKET-HEALTH-FOOD' },
  items: [{ gcode: '1504200091', country: '119', quantity: parseDecimal('2') }],
  ...more,
});
const answered = (certificate: AcceptedCertificate, wanted: WantedGoods, on = day) =>
  certificateFor(rows, [certificate], wanted, on)?.recognition.code;

describe('an accepted certificate', () => {
  test('answers the requirement of another agency where the table says so', () => {
    expect(answered(entry, oil())).toBe('CR-ENTRY-HEALTH-FOOD');
    expect(answered(entry, oil({ requirement: 'MARKET-LENSES' }))).toBeUndefined();
    expect(answered(entry, oil({ agency: 'commerce' }))).toBeUndefined();
  });

  test('spares an inspection on a ground the table names, and no other', () => {
    const ground = (agency: string, requirement: string) => oil({ subject: 'ground', agency, requirement });
    expect(answered(entry, ground('market', 'MKT-QUALITY'))).toBe('CR-ENTRY-QUALITY');
    expect(answered(entry, ground('market', 'MKT-LABEL'))).toBeUndefined();
    expect(answered(entry, ground('customs', 'CUS-ORDERED'))).toBeUndefined();
    expect(answered(entry, ground('market', 'MARKET-HEALTH-FOOD'))).toBeUndefined();
  });

  test('counts to its last day and not after it, for its owner, goods and origin alone', () => {
    expect(answered(entry, oil(), '2026-05-02')).toBeUndefined();
    expect(answered(entry, oil(), '2025-12-31')).toBeUndefined();
    expect(answered(entry, oil({ seller: 'OTHER' }))).toBeUndefined();
    expect(answered({ ...entry, origin: '502' }, oil())).toBeUndefined();
    const [item] = oil().items;
    const items = item ? [item, { ...item, gcode: '1504100010' }] : [];
    expect(answered(entry, oil({ items }))).toBeUndefined();
  });

  test('is used up where its kind says so: what is left has to be enough', () => {
    const perfume = (quantity: string): WantedGoods => ({
      ...{
        seller: 'SELLER',
        agency: 'commerce',
        subject: 'requirement',
        requirement: 'COMMERCE-FIRST-IMPORT',
      },
      items: [{ gcode: '3303000010', quantity: parseDecimal(quantity) }],
    });
    expect(certificateFor(rows, [licence], perfume('5'), day)?.takes).toBe(parseDecimal('5'));
    expect(certificateFor(rows, [licence], perfume('5.1'), day)).toBeUndefined();
    expect(certificateFor(rows, [entry], oil(), day)?.takes).toBe(0n);
  });
});
