import { describe, expect, it } from 'vitest';
import { type CodeListName, checkFields, decode } from '#ceb';
import { add, formatDecimal, parseDecimal, subtract } from '#kernel';
import { type MatchingContext, matchDossier } from '#matching';
import { assessImportTax, taxInputOf, taxRulesOn } from '#tax';
import { loadCodeLists } from '../../modules/registry/wiring.ts';
import { loadTaxBook } from '../../modules/tax/wiring.ts';
import { readFen } from './amounts.ts';
import { type Dossier, type DossierOptions, makeDossier } from './dossiers.ts';
import { faults } from './faults/index.ts';
import { stepBytes } from './messages.ts';
import { createRandom } from './random.ts';
import { registeredEnterprise } from './seed.ts';
import { createZone, demoEnterprises } from './zone.ts';

const DAY = '2026-03-10';
const zone = createZone();
const lists = loadCodeLists();
const taxBook = loadTaxBook();
const register = new Map(demoEnterprises(zone).map((firm) => [firm.customsCode, registeredEnterprise(firm)]));
const context: MatchingContext = { day: DAY, enterprise: (code) => register.get(code) };
const codeLists = {
  has: (list: CodeListName, code: string) =>
    lists.has(list === 'customs_office' ? 'customs_offices' : list, code),
};

function dossiers(count: number, options: Partial<DossierOptions> = {}): Dossier[] {
  const random = createRandom(`test/${options.fault ?? 'clean'}`);
  return Array.from({ length: count }, (_, index) =>
    makeDossier(random, zone, {
      number: `260310T${String(index).padStart(6, '0')}`,
      orderedAt: Date.parse(`${DAY}T10:00:00+08:00`),
      buyerIndex: index,
      ...options,
    }),
  );
}

const assessed = (dossier: Dossier) => {
  const discount = parseDecimal(dossier.order.head.discount);
  const input = taxInputOf(dossier.declaration, taxBook, { day: DAY, nonCashDeduction: discount });
  if (Array.isArray(input)) throw new Error(input.map(({ message }) => message.en).join());
  return assessImportTax(input, taxRulesOn(taxBook.parameters, DAY));
};

describe('a clean dossier', () => {
  const clean = dossiers(300);

  it('is written in messages that the standard reads, with every field in order', () => {
    const random = createRandom('messages');
    for (const step of clean.flatMap(({ steps }) => steps)) {
      const { message, findings } = decode(stepBytes(step, random));
      expect(findings).toEqual([]);
      expect(message && checkFields(message, codeLists)).toEqual([]);
    }
  });

  it('has papers that agree in everything', () => {
    for (const dossier of clean) expect(matchDossier(dossier, context)).toEqual([]);
  });

  it('adds up to the cent, and withholds what the tax will be', () => {
    for (const dossier of clean) {
      const { goodsValue, freight, taxTotal, discount, acturalPaid } = dossier.order.head;
      const due = [goodsValue, freight, taxTotal].map(parseDecimal).reduce(add);
      expect(acturalPaid).toBe(formatDecimal(subtract(due, parseDecimal(discount))));
      const tax = assessed(dossier);
      expect(tax.decision).toBe('ACCEPT');
      expect(tax.decision !== 'REJECT' && formatDecimal(tax.taxTotal)).toBe(taxTotal);
      expect(readFen(taxTotal)).toBe(dossier.taxFen);
    }
  });

  it('comes in both modes, with one line or several', () => {
    expect(new Set(clean.map(({ mode }) => mode))).toEqual(new Set(['9610', '1210']));
    expect(new Set(clean.map(({ declaration }) => declaration.items.length))).toEqual(new Set([1, 2, 3]));
  });

  it('is the same for the same seed, to the last character', () => {
    expect(JSON.stringify(dossiers(20))).toBe(JSON.stringify(dossiers(20)));
  });
});

describe('the faults', () => {
  it('are told apart by their names', () => {
    expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
  });

  it.each(faults)('$name: each message is read, or refused, as the fault says', ({ name }) => {
    const random = createRandom(name);
    for (const step of dossiers(20, { fault: name }).flatMap(({ steps }) => steps)) {
      const { valid, findings } = decode(stepBytes(step, random));
      expect(valid).toBe(step.answer !== 'unreadable');
      if (!valid) expect(findings.map(({ code }) => code)).toEqual(step.findings);
    }
  });

  const matched = faults.filter(
    ({ expected, waits }) => !waits && expected.findings.some((code) => code.startsWith('MATCH')),
  );
  it.each(matched)('$name: matching finds just what is wrong', ({ name, expected }) => {
    for (const dossier of dossiers(20, { fault: name })) {
      const found = matchDossier(dossier, context).filter(({ mode }) => mode === 'live');
      expect(new Set(found.map(({ code }) => code))).toEqual(new Set(expected.findings));
    }
  });

  const unmatched = faults.filter(
    ({ expected, script }) => !script && !expected.findings.some((code) => code.startsWith('MATCH')),
  );
  it.each(unmatched)('$name: the papers agree, what is wrong lies elsewhere', ({ name }) => {
    for (const dossier of dossiers(20, { fault: name })) expect(matchDossier(dossier, context)).toEqual([]);
  });

  it('leave the other papers of the dossier as they were', () => {
    for (const { order, payment, waybill } of dossiers(5, { fault: 'buyer-name-differs' })) {
      expect(payment.head.payerName).toBe(order.head.buyerName);
      expect(waybill.head.consignee).toBe(order.head.consignee);
    }
  });
});
