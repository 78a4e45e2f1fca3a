import { freeOf, GUARANTEE_CODES, type Standing } from '#guarantees';
import { type Bilingual, type Decimal, formatDecimal, subtract } from '#kernel';

/** A list whose tax is to be covered before it is released. */
export interface ToCover {
  readonly guarantor: string;
  readonly tax: Decimal;
  /** What of the tax is to be covered. */
  readonly needed: Decimal;
}

/** What is missing of the cover of a list. */
export interface Uncovered<List extends ToCover> {
  readonly list: List;
  readonly missing: Decimal;
  /** Whether the guarantor has an account at all. */
  readonly account: boolean;
}

/**
 * Which lists the guarantees do not cover, taken in their order: a list that is not covered takes nothing, and one after
 * it that needs less may still be.
 */
export function uncovered<List extends ToCover>(
  lists: readonly List[],
  accounts: ReadonlyMap<string, Standing>,
): Uncovered<List>[] {
  const free = new Map([...accounts].map(([guarantor, account]) => [guarantor, freeOf(account)]));
  return lists.flatMap((list) => {
    const left = free.get(list.guarantor);
    if (left !== undefined && left >= list.needed) {
      free.set(list.guarantor, subtract(left, list.needed));
      return [];
    }
    const missing = left === undefined ? list.needed : subtract(list.needed, left);
    return [{ list, missing, account: left !== undefined }];
  });
}

const COVER = GUARANTEE_CODES.find(({ code }) => code === 'GUARANTEE-COVER');
/** 担保额度不足, in the code list `customs_result`. */
const NO_COVER = '909009';

/** The finding that holds a list for want of cover, and names what is missing. */
export function coverFinding({ list, missing, account }: Uncovered<ToCover>) {
  if (!COVER) throw new RangeError('no code GUARANTEE-COVER');
  const [tax, lacks] = [formatDecimal(list.tax, 2), formatDecimal(missing, 2)];
  const message: Bilingual = account
    ? {
        zh: `担保企业 ${list.guarantor} 的可用担保额度不足：本清单税款 ${tax} 元，尚缺 ${lacks} 元`,
        en: `The cover of guarantor ${list.guarantor} is not enough: the tax of this list is ${tax} CNY, ${lacks} CNY are missing`,
      }
    : {
        zh: `担保企业 ${list.guarantor} 没有税款担保账户：本清单税款 ${tax} 元无担保`,
        en: `Guarantor ${list.guarantor} has no guarantee account: the tax of this list, ${tax} CNY, is not covered`,
      };
  return {
    ...{ code: COVER.code, level: 'business' as const, path: 'Inventory/InventoryHead/assureCode' },
    ...{ message, remedy: COVER.remedy, rule: 'R-2.12' },
    ...{ mode: 'live' as const, severity: 'review' as const, customsCode: NO_COVER },
  };
}
