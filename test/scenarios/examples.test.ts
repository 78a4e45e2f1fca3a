import { describe, expect, it } from 'vitest';
import { allExamples, type CodeListName, check, exampleMessage } from '#ceb';
import { formatDecimal, parseDecimal } from '#kernel';
import { matchDossier } from '#matching';
import { checkCitizenId, checkGtin } from '#registry';
import { assessImportTax, taxInputOf, taxRulesOn } from '#tax';
import { registeredEnterprise } from '../../apps/demo/seed.ts';
import { createZone, demoEnterprises } from '../../apps/demo/zone.ts';
import { loadCodeLists } from '../../modules/registry/wiring.ts';
import { loadTaxBook } from '../../modules/tax/wiring.ts';

const DAY = '2026-07-01';
const [order] = exampleMessage('CEB311Message').documents;
const [payment] = exampleMessage('CEB411Message').documents;
const [waybill] = exampleMessage('CEB511Message').documents;
const [declaration] = exampleMessage('CEB621Message').documents;
if (!order || !payment || !waybill || !declaration) throw new Error('an example has no document');

describe('the example purchase', () => {
  it('is told alike by all its papers, which name firms the demo zone knows', () => {
    const register = new Map(
      demoEnterprises(createZone()).map((firm) => [firm.customsCode, registeredEnterprise(firm)]),
    );
    const context = { day: DAY, enterprise: (code: string) => register.get(code) };
    expect(matchDossier({ order, payment, waybill, declaration }, context)).toEqual([]);
  });

  it('withholds the tax that will be due, and its tax bill says the same item by item', () => {
    const book = loadTaxBook();
    const input = taxInputOf(declaration, book, { day: DAY, nonCashDeduction: parseDecimal('0') });
    if (Array.isArray(input)) throw new Error('the example cannot be taxed');
    const tax = assessImportTax(input, taxRulesOn(book.parameters, DAY));
    if (tax.decision === 'REJECT') throw new Error('the example may not come in');
    expect(formatDecimal(tax.taxTotal)).toBe(order.head.taxTotal);
    const [bill] = exampleMessage('CEB816Message').documents;
    expect(bill?.head.valueAddedTax).toBe(order.head.taxTotal);
    expect(bill?.items.map(({ gcode, taxPrice, valueAddedTax }) => [gcode, taxPrice, valueAddedTax])).toEqual(
      tax.lines.map((line, at) => [
        declaration.items[at]?.gcode,
        formatDecimal(line.dutiableValue, 2),
        formatDecimal(line.tax, 2),
      ]),
    );
  });

  it('has a buyer whose number is right and whom there is not, and goods with right bar codes', () => {
    expect(checkCitizenId(declaration.head.buyerIdNumber)).toEqual([]);
    expect(declaration.head.buyerIdNumber.startsWith('530101')).toBe(true);
    for (const { barCode } of declaration.items) expect(checkGtin(barCode ?? '')).toEqual([]);
  });
});

describe('all examples', () => {
  it('name codes that stand in the lists of customs', () => {
    const lists = loadCodeLists();
    const codeLists = {
      has: (list: CodeListName, code: string) =>
        lists.has(list === 'customs_office' ? 'customs_offices' : list, code),
    };
    for (const message of allExamples()) expect(check(message, codeLists), message.root).toEqual([]);
  });
});
