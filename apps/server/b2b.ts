import { chinaDay } from '#kernel';
import type { Database } from '#postgres';
import { refundRateOn } from '#refunds';
import { type CodeLists, mayActOn } from '#registry';
import { type ParameterTable, parameterOn } from '#tax';
import { wireB2b } from '../../modules/b2b/wiring.ts';
import { loadRefundRates } from '../../modules/refunds/wiring.ts';
import type { EnterpriseBook } from './enterprise-book.ts';

export type B2b = ReturnType<typeof wireB2b>;

/** Puts B2B export together. */
export function composeB2b(
  database: Database,
  parameters: ParameterTable,
  parts: { readonly now: () => Date; readonly codeLists: CodeLists; readonly enterprises: EnterpriseBook },
): B2b {
  const today = () => chinaDay(parts.now().getTime());
  const rates = loadRefundRates();
  return wireB2b({
    ...{ database, parameters, today, now: parts.now },
    district: () => parameterOn(parameters, 'zone.customs_district', today())?.value ?? '',
    enterprise: async (code) => {
      const found = (await parts.enterprises.find(new Set([code]))).get(code);
      return found && mayActOn(found, today()) ? { name: found.name, uscc: found.uscc } : undefined;
    },
    isCode: (list, code) => parts.codeLists.has(list, code, today()),
    refundRate: (gcode, day) => refundRateOn(rates, gcode, day)?.value,
  });
}
