import { chinaDay, type Day, formatDecimal, parseDecimal } from '#kernel';
import { assessImportTax, type TaxRules, taxInputOf, taxRulesOn } from '#tax';
import { loadTaxBook, type TaxBook } from '../../modules/tax/wiring.ts';
import { fenText, readFen } from './amounts.ts';
import { writeDeclarationItem } from './papers.ts';
import type { Purchase } from './purchase.ts';

/**
 * What a platform knows of taxes: it withholds exactly what the zone's own rules will ask for. The same cart costs
 * the same tax all day, so each is worked out once.
 */
class TaxDesk {
  readonly #book: TaxBook = loadTaxBook();
  readonly #rules = new Map<Day, TaxRules>();
  readonly #known = new Map<string, number>();

  /** Tax of a purchase in fen; 0 for one that may not come in at all (a shop would not have sold it). */
  withheldFen(purchase: Purchase): number {
    const day = chinaDay(purchase.orderedAt);
    const cart = purchase.lines.map(
      ({ goods, quantity, priceFen }) => `${goods.itemNo}*${quantity}@${priceFen}`,
    );
    const name = `${day}/${purchase.freightFen}/${cart.join('+')}`;
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const taxFen = this.#assess(purchase, day);
    // Carts differ without end; what is kept of them must not.
    if (this.#known.size >= 50_000) this.#known.clear();
    this.#known.set(name, taxFen);
    return taxFen;
  }

  #assess(purchase: Purchase, day: Day): number {
    const items = purchase.lines.map((line, at) => writeDeclarationItem(line, at + 1, false));
    const head = { freight: fenText(purchase.freightFen), insuredFee: '0' };
    const discount = parseDecimal(fenText(purchase.discountFen));
    const input = taxInputOf({ head, items }, this.#book, { day, nonCashDeduction: discount });
    if (Array.isArray(input)) {
      throw new RangeError(
        `goods of the demo cannot be taxed: ${input.map(({ message }) => message.en).join('; ')}`,
      );
    }
    const assessment = assessImportTax(input, this.#rulesOn(day));
    return assessment.decision === 'REJECT' ? 0 : readFen(formatDecimal(assessment.taxTotal, 2));
  }

  #rulesOn(day: Day): TaxRules {
    const known = this.#rules.get(day);
    if (known !== undefined) return known;
    const rules = taxRulesOn(this.#book.parameters, day);
    this.#rules.set(day, rules);
    return rules;
  }
}

let desk: TaxDesk | undefined;

/** The desk all platforms ask; its tables are read when the first purchase comes. */
export function taxDesk(): TaxDesk {
  desk ??= new TaxDesk();
  return desk;
}
